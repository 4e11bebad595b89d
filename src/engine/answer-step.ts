import type { Value } from "../answer-types/answer-type.ts";
import { isMore } from "../flow/expanded.ts";
import type { AskStep } from "../flow/flow.ts";
import { showAnswer } from "../flow/show-answer.ts";
import { tellSameIdentity } from "./drafts.ts";
import { mark } from "./mark.ts";
import { forgetPicks } from "./picked.ts";
import type { Form } from "./session.ts";
import { catalogueOf, note, reviewLine, scopeOf, type Work } from "./work.ts";

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
  forgetPicks(form, step.name);
  if (form.reopened === step.name) delete form.reopened;
  delete form.correcting;
  form.touchedAt = work.now.at;
  work.session.asked = null;
  // What is asked next is about the form, not about what was explained in between.
  delete work.session.topic;
  work.session.last = { form: form.id, step: step.name };
  readBack(work, form, step, before?.v, value, typed);
  tellSameIdentity(work, form, step);
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
  const key = `${step.texts}.label`;
  if (!catalogue.has(key) || isMore(step)) return;
  if (before !== undefined && before !== value) {
    const old = showAnswer(work.book, catalogue, step, before);
    note(work, "engine.changed", { line: reviewLine(work, scope, step), old });
  } else if (
    typed &&
    value !== "" &&
    step.type.display !== "yes-no" &&
    step.type.display !== "number"
  )
    note(work, "engine.noted", { line: reviewLine(work, scope, step) });
}
