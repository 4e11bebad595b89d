import type { Option, ParseContext, Parsed, Value } from "../answer-types/answer-type.ts";
import { answerTypes } from "../answer-types/answer-types.ts";
import type { AskStep, ReviewStep } from "../flow/flow.ts";
import { plainWords } from "../lib/plain-words.ts";
import { mark } from "./advance.ts";
import { openFlow } from "./forms.ts";
import { optionsOf, special } from "./question.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import { showAnswer } from "./show.ts";
import { catalogueOf, note, reviewLine, scopeOf, type Work } from "./work.ts";

export type Pending = { form: Form; step: AskStep | ReviewStep };

/** Takes a text as the answer to the open question, if it is one. */
export function acceptText(work: Work, pending: Pending, text: string): boolean {
  const { form, step } = pending;
  if (step.kind === "review") return acceptReview(work, form, step, text);
  const scope = scopeOf(work, form);
  const { asked } = work.session;
  if (asked?.proposal !== undefined) {
    const yes = same.test(text) || parseYesNo(work, text);
    if (yes === true) {
      answerStep(work, form, step, asked.proposal, {});
      return true;
    }
    if (yes === false) {
      declineProposal(work, form, step);
      return true;
    }
  }
  if (asked?.narrow === "confirm" && confirmNarrow(work, form, step, text)) return true;
  if (step.optional && isSkip(text)) {
    answerStep(work, form, step, "", {});
    return true;
  }
  const parsed = parseFor(work, scope, step, text);
  return settle(work, form, step, parsed, true);
}

/** "Maksudnya Depok, Kabupaten Sleman?": yes takes it, no asks plainly. */
function confirmNarrow(work: Work, form: Form, step: AskStep, text: string): boolean {
  const yes = parseYesNo(work, text);
  const [option] = work.session.asked?.options ?? [];
  if (yes === undefined || !option) return false;
  if (!yes) declineProposal(work, form, step);
  else settle(work, form, step, parseFor(work, scopeOf(work, form), step, option.value), true);
  return true;
}

/** "tidak" to a proposal: the question is asked plainly. */
function declineProposal(work: Work, form: Form, step: AskStep): void {
  delete form.earlier[step.name];
  work.session.asked = { form: form.id, step: step.name, tries: 0 };
}

/** Stores a parsed value or goes one level deeper; false when it was refused. */
export function settle(
  work: Work,
  form: Form,
  step: AskStep,
  parsed: Parsed,
  typed: boolean,
): boolean {
  if (parsed.kind === "refused") return false;
  if (parsed.kind === "value") {
    answerStep(work, form, step, parsed.value, { typed });
    return true;
  }
  const single = parsed.ask === "which" && parsed.options.length === 1;
  work.session.asked = {
    form: form.id,
    step: step.name,
    tries: 0,
    narrow: single ? "confirm" : parsed.ask,
    within: parsed.within,
    settled: parsed.settled,
    ...(parsed.options.length > 0 ? { options: parsed.options } : {}),
  };
  return true;
}

/** Parses a text as this step's answer, with all that the step and the moment offer. */
export function parseFor(work: Work, scope: Scope, step: AskStep, text: string): Parsed {
  const { asked } = work.session;
  const here = asked?.form === scope.form.id && asked.step === step.name ? asked : null;
  const options = optionsOf(work, scope, step, here ?? { form: "", step: "", tries: 0 });
  const context: ParseContext = { today: work.now.today, regions: work.book.regions, options };
  if (here?.within !== undefined) context.within = here.within;
  if (work.sender !== undefined) context.sender = work.sender;
  if (step.min !== undefined) context.min = step.min;
  if (step.max !== undefined) context.max = step.max;
  const labelled = options.length > 0 ? optionLabelled(options, text) : undefined;
  if (labelled && step.type.name === "choice") return { kind: "value", value: labelled.value };
  const parsed = step.type.parse(labelled?.value ?? text, context);
  if (parsed.kind !== "refused" || options.length === 0 || bareNumber.test(text)) return parsed;
  const picked = answerTypes.choice.parse(text, context);
  return picked.kind === "value" ? step.type.parse(String(picked.value), context) : parsed;
}

/** Whether a text is, word for word, the label of one of the choices that the step offers. */
export function isLabel(work: Work, form: Form, step: AskStep, text: string): boolean {
  const { asked } = work.session;
  return (
    asked !== null &&
    optionLabelled(optionsOf(work, scopeOf(work, form), step, asked), text) !== undefined
  );
}

function optionLabelled(options: readonly Option[], text: string): Option | undefined {
  const said = plainWords(text);
  return options.find((option) => plainWords(option.label) === said);
}

/** "3", "nomor 3", "3.": a place in a list, or a value; never a label. */
export const bareNumber = /^\W*(?:no(?:mor|mer)?\.?\s*)?(\d{1,2})\W*$/iu;

/** Marks the answer, reads back what was typed, and tells old and new when it replaces another. */
export function answerStep(
  work: Work,
  form: Form,
  step: AskStep,
  value: Value,
  { typed = false }: { typed?: boolean },
): void {
  const before = form.marks[step.name];
  const scope = scopeOf(work, form);
  mark(scope, step, value);
  delete form.earlier[step.name];
  if (form.reopened === step.name) delete form.reopened;
  form.touchedAt = work.now.at;
  work.session.asked = null;
  work.session.last = { form: form.id, step: step.name };
  readBack(work, form, step, before?.v, value, typed);
}

function readBack(
  work: Work,
  form: Form,
  step: AskStep,
  before: Value | undefined,
  value: Value,
  typed: boolean,
): void {
  const catalogue = catalogueOf(work);
  const scope = scopeOf(work, form);
  const key = `${scope.flow.name}.${step.name}.label`;
  if (!catalogue.has(key) || value === "") return;
  if (before !== undefined && before !== value) {
    const old = showAnswer(work.book, catalogue, scope.flow, step, before);
    note(work, "engine.changed", { line: reviewLine(work, scope, step), old });
  } else if (typed && step.type.display !== "yes-no" && step.type.display !== "number")
    note(work, "engine.noted", { line: reviewLine(work, scope, step) });
}

/** At the review: yes closes it, a bare number opens that answer, no asks which one. */
function acceptReview(work: Work, form: Form, step: ReviewStep, text: string): boolean {
  const number = bareNumber.exec(text)?.[1];
  const asked = number && scopeOf(work, form).reviewed()[Number(number) - 1];
  if (asked) {
    form.reopened = asked.name;
    work.session.asked = null;
    return true;
  }
  const yes = parseYesNo(work, text);
  if (yes === undefined) return false;
  confirmReview(work, form, step, yes);
  return true;
}

export function confirmReview(work: Work, form: Form, step: ReviewStep, yes: boolean): void {
  if (!yes) {
    work.session.asked = { form: form.id, step: step.name, tries: 1 };
    work.complaint = {
      text: catalogueOf(work).format("engine.review_which"),
      key: "engine.review_which",
    };
    return;
  }
  mark(scopeOf(work, form), step, true);
  form.touchedAt = work.now.at;
  work.session.asked = null;
}

/** Says what is wrong with a text that answers nothing here; from the third time on a person is offered. */
export function offerHelp(work: Work, pending: Pending, text: string): void {
  const { asked } = work.session;
  if (!asked) return;
  asked.tries = Math.min(asked.tries + 1, 99);
  if (pending.step.kind === "review") {
    work.complaint = {
      text: catalogueOf(work).format("engine.review_which"),
      key: "engine.review_which",
    };
    return;
  }
  const scope = scopeOf(work, pending.form);
  complain(work, scope, pending.step, parseFor(work, scope, pending.step, text));
}

/** Has the reason of a refused text said right before the question. */
export function complain(work: Work, scope: Scope, step: AskStep, parsed: Parsed): void {
  if (parsed.kind !== "refused") return;
  const key = reasonKey(work, scope.flow.name, step, parsed.reason);
  work.complaint = { text: scope.text(key, { ...noDetail, ...parsed.detail }), key };
}

/** What a reason's sentence may name, where the parser names nothing. */
const noDetail = { found: 0, expected: 0, omzet: 0, question: 0 };

/** The step's own wording of a reason, else its type's, else the common one. */
function reasonKey(work: Work, flow: string, step: AskStep, reason: string): string {
  const catalogue = catalogueOf(work);
  const keys = [
    `${flow}.${step.name}.reasons.${reason}`,
    `types.${step.type.name}.reasons.${reason}`,
  ];
  return keys.find((key) => catalogue.has(key)) ?? `engine.reasons.${reason}`;
}

function parseYesNo(work: Work, text: string): boolean | undefined {
  const parsed = answerTypes["yes-no"].parse(text, { today: work.now.today });
  return parsed.kind === "value" ? parsed.value === true : undefined;
}

/** "masih sama", "tetap", "sda": the proposal stands. */
const same =
  /^(?:ya\s+|iya\s+)?(?:masih\s+)?(?:sama|tetap|idem|sda|same)(?:\s+(?:aja|saja|kok|kak|pak|bu|yang tadi|seperti tadi))*[\s.!]*$/iu;

const skips =
  /^(lewat(i|kan)?|skip|kosong(kan|in)?|(tidak|tdk|gak?|nggak|ga)\s*(ada|punya)|nihil|-|x)$/iu;
const isSkip = (text: string): boolean => skips.test(text.trim());

/** A choice of the engine's own beside a step's options; false when it is none. */
export function takeSpecial(work: Work, form: Form, step: AskStep, value: string): boolean {
  if (value === special.same) {
    const proposal = work.session.asked?.proposal ?? form.marks[step.name]?.v;
    if (proposal !== undefined) answerStep(work, form, step, proposal, {});
    return true;
  }
  if (value === special.skip && step.optional) {
    answerStep(work, form, step, "", {});
    return true;
  }
  if (value === special.officer) {
    openFlow(work, "petugas");
    return true;
  }
  return false;
}
