import { type Command, parseCommand } from "../answer-types/command.ts";
import { removedMark, type Secret } from "../answer-types/secrets.ts";
import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import { programFlows } from "../flow/program-flows.ts";
import { answerAbout, isOfferedHere } from "./about.ts";
import { advance } from "./advance.ts";
import { acceptText } from "./answer.ts";
import { answerSeveral } from "./answer-several.ts";
import { answerStep } from "./answer-step.ts";
import { answerBeside } from "./asked-beside.ts";
import { answerHere } from "./asked-here.ts";
import { cleaned } from "./cleaned.ts";
import { obey } from "./commands.ts";
import { offerHelp } from "./complain.ts";
import { amendLast, amendNamed, amendPrevious, correct } from "./correct.ts";
import { hearOfDrafts } from "./drafts.ts";
import type { Message } from "./event.ts";
import { hearDistress, hearFeelings, hearInsult } from "./feelings.ts";
import { isFetching } from "./fetching.ts";
import { home, openFlow, recall } from "./forms.ts";
import { hearOfAnswer } from "./gaps.ts";
import { isGivingUp } from "./giving-up.ts";
import { hearLanguage } from "./hear-language.ts";
import { findIntent } from "./intent.ts";
import { isCalculator } from "./is-calculator.ts";
import { hearMeanwhile } from "./meanwhile.ts";
import { changeNamedItem } from "./named-item.ts";
import { amendNotBut } from "./not-but.ts";
import { pickOffered } from "./offered.ts";
import { openAfter } from "./open-after.ts";
import { openUrgent } from "./open-urgent.ts";
import { answersEngine, pickByNumber, resumeAfterSilence, resumeDraft } from "./own-questions.ts";
import { isLabel, parseFor } from "./parse-for.ts";
import { answerQuestion } from "./questions.ts";
import { warnOfSecret } from "./secret.ts";
import { hearSmallTalk } from "./small-talk.ts";
import { hearStory } from "./story.ts";
import { tap } from "./tap.ts";
import { wantsOfficer } from "./wants-officer.ts";
import { activeForm, flowOf, note, type Pending, pendingStep, scopeOf, type Work } from "./work.ts";

/**
 * What one message means, in a fixed order: a tapped choice, a command, a correction, an answer to a strict
 * question, another flow by name, an answer to an open question; else what is wrong with it.
 */
export function understand(work: Work, message: Message): void {
  if (hearOfAnswer(work, message)) return;
  if (message.choice !== undefined) {
    tap(work, message.choice);
    return;
  }
  const text = cleaned(message.text ?? "");
  if (message.media && text !== "") note(work, "engine.media_not_read");
  if (message.secret) {
    understandRest(work, message.secret, text.replaceAll(removedMark, " "));
    return;
  }
  if (text === "") {
    understandWordless(work, message);
    return;
  }
  hearLanguage(work, text);
  const offered = pickOffered(work, text);
  if (offered !== undefined) {
    tap(work, offered);
    return;
  }
  if (isHeardFirst(work, text)) return;
  const command = parseCommand(text);
  if (command && !isAnswerHere(work, text, command)) {
    obey(work, command.command, command.greeting);
    return;
  }
  if (hearMeanwhile(work, text) || hearInsult(work, text) || corrects(work, text)) return;
  understandText(work, text);
}

/** Before a command: an answer to the engine's own question, drafts, a form by its name, somebody of a list. */
const isHeardFirst = (work: Work, text: string): boolean =>
  answersEngine(work, text) ||
  hearOfDrafts(work, text) ||
  openByIntent(work, text, false) ||
  changeNamedItem(work, text);

/** A secret was taken out: a warning, and of what is left what tells of something grave, gives the number asked for, or asks something. */
function understandRest(work: Work, secret: Secret, text: string): void {
  const pending = pendingStep(work);
  warnOfSecret(work, secret);
  if (openUrgent(work, text)) return;
  if (pending?.step.kind === "ask" && ofDigits.has(pending.step.type.name)) {
    if (acceptText(work, pending, text)) return;
  }
  if (asksBack(text, wordsOf(text)) && answerQuestion(work, text)) return;
  if (!activeForm(work)) openFlow(work, home);
}

/** Types of answers that a sentence about something else does not give by chance. */
const ofDigits: ReadonlySet<string> = new Set(["nik", "phone", "birth-date", "rupiah-per-month"]);

const corrects = (work: Work, text: string): boolean =>
  amendNotBut(work, text) || correct(work, text);

/**
 * Before a trade is looked for: "tukang kayu jatuh dari tangga" is none. Elsewhere whoever asks for a person is heard by one, and
 * what happened is heard where it is asked.
 */
const opensFirst = (work: Work, pending: Pending | null, text: string): boolean =>
  namesTrade(pending)
    ? openUrgent(work, text)
    : openForOfficer(work, pending, text) || hearStory(work, pending, text, acceptOpen);

/** Somebody asks for a person and says why: their message is the first that the officer reads. */
function openForOfficer(work: Work, pending: Pending | null, text: string): boolean {
  const isButton = pending?.step.kind === "ask" && isLabel(work, pending.form, pending.step, text);
  work.again = !isButton && wantsOfficer(text);
  if (work.again) openFlow(work, programFlows.OFFICER);
  return work.again;
}

const isStrict = ({ step }: Pending): boolean => step.kind === "review" || step.type.strict;

function understandText(work: Work, text: string): void {
  const pending = pendingStep(work);
  const { previous } = work;
  work.previous = null;
  const strict = pending !== null && isStrict(pending);
  if (opensFirst(work, pending, text) || resumeAfterSilence(work, text)) return;
  if (strict && acceptStrict(work, pending, text, previous)) return;
  if (hearsBeside(work, pending, text)) return;
  if (strict && (amendPrevious(work, text) || amendNamed(work, text))) return;
  if (openByIntent(work, text, true) || answersBeside(work, text)) return;
  if (!pending) welcome(work, text);
  else if (strict || !acceptOpen(work, pending, text)) replyToNoAnswer(work, pending, text);
}

const answersBeside = (work: Work, text: string): boolean =>
  resumeDraft(work, text) || hearDistress(work, text) || answerQuestion(work, text);

/** What is no answer to the open question: talk beside it, something grave, a late correction, a sum to reckon, a worry about it. */
const hearsBeside = (work: Work, pending: Pending | null, text: string): boolean =>
  hearSmallTalk(work, pending, text) ||
  openAfter(work, text) ||
  openUrgent(work, text) ||
  amendLast(work, text) ||
  answerAbout(work, text) ||
  answerHere(work, pending, text);

function replyToNoAnswer(work: Work, pending: Pending, text: string): void {
  if (isFetching(pending.form, pending.step)) return;
  if (pending.form.flow !== home && isGivingUp(text)) obey(work, "CANCEL");
  else if (!hearFeelings(work, text)) offerHelp(work, pending, text);
}

/** Whether a trade is asked for. */
const namesTrade = (pending: Pending | null): boolean =>
  pending?.step.kind === "ask" && pending.step.type.name === "occupation";

/** In no form, with a text that asks for none: a stranger is greeted, others hear that it was not understood. */
function welcome(work: Work, text: string): void {
  openFlow(work, home);
  if (work.stranger) return;
  advance(work);
  const pending = pendingStep(work);
  if (pending) offerHelp(work, pending, text);
}

function acceptStrict(
  work: Work,
  pending: Pending,
  text: string,
  previous: Work["previous"],
): boolean {
  // what a sentence asks for says more than the button of the menu that it names
  if (pending.form.flow === home && openByIntent(work, text, true)) return true;
  if (answerSeveral(work, pending, text)) return true;
  if (acceptText(work, pending, text) || pickByNumber(work, text)) return true;
  return previous !== null && joinBubble(work, previous, text);
}

function acceptOpen(work: Work, pending: Pending, text: string): boolean {
  if (pickByNumber(work, text)) return true;
  if (work.resumed) {
    recall(work, pending.form);
    return true;
  }
  if (!acceptText(work, pending, text)) return false;
  work.previous = { form: pending.form.id, step: pending.step.name, text };
  return true;
}

/** Outside a form, and beside a calculator, a request may be part of a sentence, if `part` says so; within one it must be the whole message. */
function openByIntent(work: Work, text: string, part: boolean): boolean {
  const active = activeForm(work);
  const loose = !active || active.flow === home || isCalculator(flowOf(work, active));
  const intent = isOfferedHere(work, text) ? undefined : findIntent(work, text, part && loose);
  if (!intent || (active?.flow === intent && intent === home)) return false;
  if (part && answerBeside(work, intent, text)) return true;
  if (active && (active.flow === intent || leadsTo(work, intent, active.flow)))
    recall(work, active);
  else openFlow(work, intent, work.book.flows.get(intent)?.inSentences ? text : undefined);
  return true;
}

/** Whether a flow only finds out which other is meant, for it always goes on to one, and this one may be it: who says "daftar" in the midst of it is there. */
function leadsTo({ book }: Work, name: string, other: string): boolean {
  const steps = book.flows.get(name)?.steps ?? [];
  const last = steps.at(-1);
  if (name === home || last?.kind !== "go" || last.when) return false;
  return (
    book.flows.get(other)?.draft === true &&
    steps.some((step) => step.kind === "go" && step.flow === other)
  );
}

/** A second bubble of the same open answer ("Jl Melati 5", then "RT 3 RW 2"): joined to the first. */
function joinBubble(work: Work, previous: NonNullable<Work["previous"]>, text: string): boolean {
  const form = activeForm(work);
  if (form?.id !== previous.form) return false;
  const scope = scopeOf(work, form);
  const step = scope.flow.byName.get(previous.step);
  if (step?.kind !== "ask") return false;
  const joined = `${previous.text} ${text}`;
  const parsed = parseFor(work, scope, step, joined);
  if (parsed.kind !== "value") return false;
  work.notes.pop();
  answerStep(work, form, step, parsed.value, { typed: true });
  work.previous = { ...previous, text: joined };
  return true;
}

/** A word that is a command elsewhere may answer the open choice: "P" is a greeting, and a sex. Leaving is never an answer. */
function isAnswerHere(work: Work, text: string, { command, greeting }: Command): boolean {
  const pending = pendingStep(work);
  if (pending?.step.kind !== "ask") return false;
  if (pending.step.accepts.includes(text.toLowerCase())) return true;
  if (pending.step.options.length === 0) return false;
  if (isLabel(work, pending.form, pending.step, text)) return true;
  if (!greeting && !["REPEAT", "BACK", "STOP"].includes(command)) return false;
  return parseFor(work, scopeOf(work, pending.form), pending.step, text).kind === "value";
}

function understandWordless(work: Work, message: Message): void {
  const pending = pendingStep(work);
  if (message.phone && pending?.step.kind === "ask" && pending.step.type.name === "phone") {
    if (acceptText(work, pending, message.phone)) return;
  }
  if (message.location && pending?.step.kind === "ask" && pending.step.location) {
    const { lat, lon } = message.location;
    // Four decimals are about ten metres.
    if (acceptText(work, pending, `${lat.toFixed(4)}, ${lon.toFixed(4)}`)) return;
  }
  if (message.notice) note(work, `engine.notices.${message.notice}`);
  else if (message.media || message.location || message.phone) note(work, "engine.media_not_read");
  if (!pending && !activeForm(work)) openFlow(work, home);
}
