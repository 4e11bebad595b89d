import type { Value } from "../answer-types/answer-type.ts";
import type { DoStep } from "../flow/flow.ts";
import type { EffectOutcome, Event } from "./event.ts";
import { takeFetched } from "./files.ts";
import { mark } from "./mark.ts";
import { giveAway } from "./moving.ts";
import type { Form } from "./session.ts";
import { flowOf, formById, note, removeForm, scopeOf, type Work } from "./work.ts";

/** Takes the result of an effect; false for one that nobody awaits (any more). */
export function takeResult(work: Work, { key, outcome }: NonNullable<Event["result"]>): boolean {
  const [id = "", name = ""] = key.split(".");
  const form = formById(work, id);
  const step = form && flowOf(work, form).byName.get(name);
  if (form && step?.kind === "ask") {
    if (!takeFetched(work, form, step, key, outcome)) return false;
    if (outcome.state === "done" || outcome.final) toTop(work, id);
    return true;
  }
  if (!form || step?.kind !== "do" || !isAwaited(form, step, key)) return false;
  if (outcome.state === "failed") fail(work, form, outcome);
  else finish(work, form, step, outcome.result);
  return true;
}

const isAwaited = ({ waiting, waitingFor }: Form, { name, slow }: DoStep, key: string): boolean =>
  waiting === name && (!slow || waitingFor === key);

/** It is tried again aside, or was for the last time: then the person may have it begun anew. */
function fail(
  work: Work,
  form: Form,
  { final }: Extract<EffectOutcome, { state: "failed" }>,
): void {
  note(work, final ? "engine.not_done" : "engine.effect_failed");
  work.session.stack = work.session.stack.filter((other) => other !== form.id);
  if (final) delete form.waiting;
}

function finish(work: Work, form: Form, step: DoStep, result: Record<string, Value>): void {
  const { session } = work;
  delete form.waiting;
  delete form.waitingFor;
  // A question that comes after weeks of waiting is not old.
  form.touchedAt = work.now.at;
  mark(scopeOf(work, form), step, true, result);
  toTop(work, form.id);
  if (step.handsOver) session.handover = { number: String(result["nomor"]) };
  if (step.givesDrafts && result["sampai"] === true) giveAway(work, form, step);
  if (!step.forgets) return;
  delete session.handover;
  for (const other of session.forms.map((one) => one.id))
    if (other !== form.id) removeForm(session, other);
  session.closed = [];
}

/** The form is the one that is asked now. */
function toTop({ session }: Work, id: string): void {
  if (session.stack.at(-1) !== id)
    session.stack = [...session.stack.filter((other) => other !== id), id];
}
