import { asksBack, isAboutService } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import { hearFear } from "./feelings.ts";
import { findUrgent } from "./find-urgent.ts";
import { answerUnderstood } from "./questions.ts";
import { tellBeside } from "./tell-beside.ts";
import { flowOf, type Pending, type Work } from "./work.ts";

/** "lapor kecelakaan" tells nothing yet. */
const asksToReport =
  /^\W*(?:(?:saya|mau|ingin|tolong|i|want|to)\s+)*(?:me)?(?:lapor|report)\S*(?:\s+\S+){0,3}$/iu;

/** What a message tells of something grave; undefined where it only asks to report it. */
export const storyIn = (text: string): string | undefined =>
  asksToReport.test(text) ? undefined : text;

/**
 * Where it is asked what happened, any words answer (`accept`), whatever they tell of; something grave of another kind is
 * answered beside it, and fear alone gets a calm word.
 */
export function hearStory(
  work: Work,
  pending: Pending | null,
  text: string,
  accept: (work: Work, pending: Pending, text: string) => boolean,
): boolean {
  if (pending?.step.kind !== "ask" || !pending.step.story) return false;
  if (hearFear(work, text)) return true;
  // asked for once more it is under way already, and no answer
  if (asksToReport.test(text) && findUrgent(work, text) !== undefined) return true;
  if (answerBesideStory(work, text)) return true;
  if (!accept(work, pending, text)) return false;
  tellGraveBeside(work, pending, text);
  return true;
}

/** A question, or that it is said not to be covered, is answered if it is understood; whatever happened is told, not asked. */
function answerBesideStory(work: Work, text: string): boolean {
  const words = wordsOf(text);
  if (text.length > longestQuestion || findUrgent(work, text) !== undefined) return false;
  if (!asksBack(text, words) && !isAboutService(words)) return false;
  if (ignorant.test(` ${words.join(" ")} `)) return false;
  const understood = work.book.understand(text, work.session.topic);
  if (understood.decision !== "answer") return false;
  work.question = work.book.anonymous(text);
  answerUnderstood(work, understood, true);
  return true;
}
const longestQuestion = 120;

/** "ga tau siapa yg nabrak", "lupa jam berapa" */
const ignorant = / (?:tidak|kurang|belum) (?:tahu|ingat|inget|jelas|lihat|sempat) | lupa /;

/** Tells what is said first of something grave of another kind (a death, where an accident is told of); the form stays as it is. */
function tellGraveBeside(work: Work, { form }: Pending, text: string): void {
  const name = findUrgent(work, text);
  const flow = name === undefined ? undefined : work.book.flows.get(name);
  const here = flowOf(work, form).name;
  if (!flow || flow.name === here) return;
  if (flow.steps.some((step) => step.kind === "go" && step.flow === here)) return;
  tellBeside(work, flow);
}
