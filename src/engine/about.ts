import type { Parsed } from "../answer-types/answer-type.ts";
import { standardSentence } from "../answer-types/standard-sentence.ts";
import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { Flow, SayStep } from "../flow/flow.ts";
import { plainWords } from "../lib/plain-words.ts";
import { advance } from "./advance.ts";
import { answerFirst } from "./answer-first.ts";
import { answerStep } from "./answer-step.ts";
import { complain } from "./complain.ts";
import { findUrgent } from "./find-urgent.ts";
import { flowIndexOf } from "./flow-index.ts";
import { blankForm, openFlow } from "./forms.ts";
import { isCalculator } from "./is-calculator.ts";
import { borrowable, fill } from "./passing-on.ts";
import { optionsOf } from "./question.ts";
import { greet } from "./questions.ts";
import { readSentence } from "./read-sentence.ts";
import type { Form } from "./session.ts";
import { activeForm, flowOf, pendingStep, scopeOf, type Work } from "./work.ts";

/** Longer texts tell a story; no question is looked for in them. */
const longest = 200;

/**
 * A sentence that asks about what a flow tells ("kalau meninggal dapat berapa"). Within a form it is answered on the spot and
 * the open question comes again; elsewhere the flow is opened with what the sentence says. False when it asks for none.
 */
export function answerAbout(work: Work, sentence: string): boolean {
  const flow = findAbout(work, sentence);
  const active = activeForm(work);
  if (!flow) return active !== undefined && asksAnew(work, active, sentence);
  if (active && flowOf(work, active).draft)
    return (
      asksBack(sentence, wordsOf(sentence)) &&
      (answerFirst(work, flow, sentence, true) || tellAside(work, flow, sentence))
    );
  if (answerFirst(work, flow, sentence, false)) return true;
  // Sympathy goes before names.
  if (!findUrgent(work, sentence, true)) greet(work);
  openFlow(work, flow.name, sentence);
  advance(work);
  complainOfSentence(work, sentence);
  return true;
}

/**
 * "kalau 1 juta?" where such a flow has answered: what the question says takes the place of what was said before. What is the
 * same as before is reckoned with again only where the sentence asks for a sum: "tukang sayur berapa".
 */
function asksAnew(work: Work, form: Form, sentence: string): boolean {
  const flow = flowOf(work, form);
  if (!isCalculator(flow) || !asksBack(sentence, wordsOf(sentence))) return false;
  const holds = holdsAny(sentence);
  let found = false;
  for (const step of flow.steps) {
    const before = form.marks[step.name]?.v;
    if (step.kind !== "ask" || !step.reads || before === undefined) continue;
    const scope = scopeOf(work, form);
    const parsed = readSentence(work, scope, step, sentence);
    if (!scope.applies(step) || parsed.kind !== "value") continue;
    const isNew = parsed.value !== before;
    if (!isNew && !flow.about.some(holds)) continue;
    if (isNew) answerStep(work, form, step, parsed.value, { typed: true });
    tellAnew(form, flow, step.index);
    found = true;
  }
  return found;
}

/** Whether a calculator's own question offers what is asked for: "daftar" goes on with what was reckoned. */
export function isOfferedHere(work: Work, text: string): boolean {
  const pending = pendingStep(work);
  if (pending?.step.kind !== "ask") return false;
  const { form, step } = pending;
  if (!isCalculator(flowOf(work, form))) return false;
  const said = plainWords(text);
  return optionsOf(work, scopeOf(work, form), step, { form: form.id, step: step.name, tries: 0 })
    .flatMap(({ words }) => words ?? [])
    .some((word) => plainWords(word) === said);
}

/** What was reckoned is told again, also where it comes to the same. */
function tellAnew({ marks }: Form, { steps }: Flow, from: number): void {
  for (const { kind, name, index } of steps)
    if (kind === "say" && index > from && marks[name]?.on !== undefined) delete marks[name];
}

/** Whether one of some words stands in a sentence. */
function holdsAny(sentence: string): (words: readonly string[]) => boolean {
  const said = standardSentence(sentence);
  return (words) => words.some((one) => said.includes(` ${one} `));
}

/** The flow of whose every group the sentence has a word; of several the one with most groups. */
function findAbout(work: Work, sentence: string): Flow | undefined {
  if (sentence.length > longest) return undefined;
  const holds = holdsAny(sentence);
  return flowIndexOf(work.book)
    .about.heldIn(standardSentence(sentence))
    .filter(({ about, unless }) => about.every(holds) && !holds(unless))
    .sort((a, b) => b.about.length - a.about.length)[0];
}

/** Tells what a flow says aside, from the sentence and what is known; the form itself stays as it is. */
function tellAside(work: Work, flow: Flow, sentence: string): boolean {
  const form = blankForm(work, flow.name);
  fill(work, form, borrowable(work, flow), sentence);
  const scope = scopeOf(work, form);
  const said = flow.steps.filter(
    (step): step is SayStep => step.kind === "say" && step.aside !== null && scope.applies(step),
  );
  for (const { name: step, texts: key } of said) {
    work.walked.push({ flow: flow.name, step });
    work.notes.push({ text: scope.text(key), key });
  }
  return said.length > 0;
}

/** Why an amount in the sentence was not taken, where it is asked for now: "100rb sehari" is no month's. */
function complainOfSentence(work: Work, sentence: string): void {
  const pending = pendingStep(work);
  if (pending?.step.kind !== "ask" || !pending.step.reads) return;
  const scope = scopeOf(work, pending.form);
  const parsed = readSentence(work, scope, pending.step, sentence);
  if (isTelling(parsed)) complain(work, scope, pending.step, parsed);
}

/** Whether a refusal is about something that the sentence holds, not about its holding nothing. */
const isTelling = (parsed: Parsed): boolean =>
  parsed.kind === "refused" &&
  parsed.reason !== "empty" &&
  (parsed.reason !== "unclear" || parsed.detail !== undefined);
