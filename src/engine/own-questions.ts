import { answerTypes } from "../answer-types/answer-types.ts";
import { plainWords } from "../lib/plain-words.ts";
import { obey, restart } from "./commands.ts";
import { answerDropping } from "./drafts.ts";
import { home, latestDraft, recall, takeUp } from "./forms.ts";
import { limits } from "./limits.ts";
import { bareNumber, isSame, parseYesNo } from "./parse-for.ts";
import { renderQuestion } from "./question.ts";
import { tap } from "./tap.ts";
import { activeForm, flowOf, pendingStep, type Work } from "./work.ts";

/** What answers a question of the engine's own: to start over, to throw a draft away, to go on after a long silence. */
export function answersEngine(work: Work, text: string): boolean {
  const { restarting, dropping, resuming } = work.session;
  if (!restarting && !dropping && !resuming) return false;
  if (pickByNumber(work, text) || pickByLabel(work, text)) return true;
  if (restarting && answerRestart(work, text)) return true;
  if (dropping && answerDropping(work, text)) return true;
  return resuming !== undefined && answerResume(work, text);
}

/** Yes or no to starting over; anything else means that the person went on. */
function answerRestart(work: Work, text: string): boolean {
  delete work.session.restarting;
  const parsed = answerTypes["yes-no"].parse(text, { today: work.now.today });
  if (parsed.kind !== "value") return false;
  if (parsed.value) restart(work);
  return true;
}

/** "Lanjut atau mulai baru?": what is neither is read as ever, but no name or address is taken for a question that did not stand there. */
function answerResume(work: Work, text: string): boolean {
  delete work.session.resuming;
  work.resumed = true;
  const yes = goingOn.test(text) || isSame(text) || parseYesNo(work, text);
  if (yes === undefined) return false;
  obey(work, yes ? "CONTINUE" : "CANCEL");
  return true;
}

/** "lanjut" after hours of silence: never an answer to what was asked before. */
export const resumeAfterSilence = (work: Work, text: string): boolean =>
  isBack(work) && resumeDraft(work, text);

const isBack = ({ now, session }: Work): boolean =>
  now.at - session.seenAt >= limits.awayHours * 3_600_000;

/** "lanjut": the form under way says where it stands; in no form the draft touched last is taken up. */
export function resumeDraft(work: Work, text: string): boolean {
  if (!goingOn.test(text)) return false;
  const active = activeForm(work);
  if (active && active.flow !== home) {
    const step = pendingStep(work)?.step;
    if (!flowOf(work, active).draft || step?.kind !== "ask") return false;
    // right after the question it may be meant for an answer, or to pass over
    if ((step.type.strict || step.optional) && !isBack(work)) return false;
    recall(work, active);
    return true;
  }
  const draft = latestDraft(work);
  if (draft) takeUp(work, draft);
  return draft !== undefined;
}
const goingOn =
  /^(?:(?:ok|oke|ayo|yuk|mau|ya)\s+)?(?:lanjut|lanjutkan|lanjutin|terusin|teruskan|continue|go on)(?:\s+(?:daftar|isi|ngisi|yang tadi|dong|aja|kak|min))*[\s.!]*$/iu;

/** The label of a choice, typed. */
function pickByLabel(work: Work, text: string): boolean {
  const said = plainWords(text);
  const choice = renderQuestion(work)?.choices.find(({ label }) => plainWords(label) === said);
  if (choice) tap(work, choice.id);
  return choice !== undefined;
}

/** "1" picks the first of the choices shown, where numbers stand before them. */
export function pickByNumber(work: Work, text: string): boolean {
  const number = bareNumber.exec(text)?.[1];
  if (!number) return false;
  const question = renderQuestion(work);
  const choice = question?.numbered ? question.choices[Number(number) - 1] : undefined;
  if (!choice) return false;
  tap(work, choice.id);
  return true;
}
