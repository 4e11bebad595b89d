import { standardSentence } from "../answer-types/standard-sentence.ts";
import type { AskStep, Flow } from "../flow/flow.ts";
import { blankForm } from "./forms.ts";
import { mark } from "./mark.ts";
import { borrowable, fill } from "./passing-on.ts";
import { answerUnderstood, offerUnderstood } from "./questions.ts";
import { readSentence, tellsOf } from "./read-sentence.ts";
import type { Scope } from "./scope.ts";
import { activeForm, scopeOf, type Work } from "./work.ts";

/**
 * Whoever asks whether or what ("jatuh waktu kerja ditanggung ga?") and not how much is answered in words, if the question is
 * understood; the flow that reckons is a button below. Nothing is asked of them first. Who tells of an accident or a death is
 * not put off with an answer of the FAQ: the flow has its sympathy. False where the flow is to open.
 */
export function answerFirst(work: Work, flow: Flow, sentence: string, within: boolean): boolean {
  if (flow.opensBy.length === 0 || tellsOf(work, sentence) !== undefined) return false;
  const form = blankForm(work, flow.name);
  fill(work, form, borrowable(work, flow), sentence);
  const scope = scopeOf(work, form);
  if (asksHowMuch(work, scope, sentence)) return false;
  const understood = work.book.understand(sentence, work.session.topic);
  work.question = work.book.anonymous(sentence);
  const sure = understood.decision === "answer";
  if (sure) answerUnderstood(work, understood, within);
  else if (within || understood.decision !== "choose" || !asksFirst(scope)) return false;
  else offerUnderstood(work, understood);
  if (!within) offer(work, scope);
  // three buttons fit below one message of WhatsApp; what may be meant goes with a way to an officer
  if (sure) work.offers = work.offers.slice(0, 3);
  return true;
}

/** A word for an amount, or a sum to reckon from. */
function asksHowMuch(work: Work, { flow, form }: Scope, sentence: string): boolean {
  const said = standardSentence(sentence);
  if (flow.opensBy.some((word) => said.includes(` ${word} `))) return true;
  return flow.steps.some(
    (step) =>
      step.kind === "ask" &&
      step.type.name === "rupiah-per-month" &&
      step.reads &&
      readSentence(work, scopeOf(work, form), step, sentence).kind === "value",
  );
}

/** Whether the flow would ask something before it tells anything. */
const asksFirst = (scope: Scope): boolean =>
  scope.flow.steps.some(
    (step) =>
      step.kind === "ask" && step.reads && scope.applies(step) && !scope.form.marks[step.name],
  );

/** The flow as the first of three buttons, with what the sentence says it is about. */
function offer(work: Work, scope: Scope): void {
  const { flow, form } = scope;
  const about = flow.steps.find(
    (step) =>
      step.kind === "ask" && step.reads && step.type.name === "choice" && form.marks[step.name],
  );
  const id = ["go", flow.name, ...(about ? [about.name, form.marks[about.name]?.v] : [])].join(".");
  const others = work.offers.filter((one) => one.id !== `go.${flow.name}`);
  work.offers = [{ id, key: "engine.reckon" }, ...others];
}

/** Answers a step of the active form by what stood in a button. */
export function takeOffered(work: Work, name: string, value: string): void {
  const form = activeForm(work);
  const scope = form && scopeOf(work, form);
  const step = scope?.flow.byName.get(name);
  if (!scope || step?.kind !== "ask" || !step.options.some((one) => one.value === value)) return;
  if (!form?.marks[name]) mark(scope, step as AskStep, value);
}
