import type { DoStep } from "../flow/flow.ts";
import { tellSameIdentity } from "./drafts.ts";
import { latestDraft, takeUp } from "./forms.ts";
import type { Form } from "./session.ts";
import { canLeave, flowOf, note, removeForm, scopeOf, type Work } from "./work.ts";

/** Takes the drafts out of the session that may leave it, for whoever made the code. */
export function giveAway(work: Work, by: Form, step: DoStep): void {
  const code = String(scopeOf(work, by).get(step.with["kode"] ?? "") ?? "");
  const key = `${by.id}.${step.name}.${by.revision}`;
  const forms = work.session.forms.filter((form) => canLeave(work.book, form));
  work.leaving = { key, code, forms };
  for (const { id } of forms) removeForm(work.session, id);
}

/** Takes drafts into the session, before it is fitted to the flows of today; those that are there already are left as they are. */
export function takeIn({ session }: Work, forms: readonly Form[]): Form[] {
  const fresh = forms.filter(({ id }) => !session.forms.some((form) => form.id === id));
  session.forms.push(...fresh);
  return fresh;
}

/** Tells that drafts came and goes on with the one touched last, unless an officer is being talked with. */
export function tellArrived(work: Work, arrived: readonly Form[]): void {
  const here = work.session.forms.filter((form) => arrived.some(({ id }) => id === form.id));
  if (here.length === 0) return;
  note(work, "engine.drafts.arrived", { count: here.length });
  for (const form of here)
    for (const step of flowOf(work, form).steps)
      if (step.kind === "ask") tellSameIdentity(work, form, step);
  const latest = latestDraft(work);
  if (latest && !work.session.handover) takeUp(work, latest);
}
