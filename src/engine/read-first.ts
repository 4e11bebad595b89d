import type { AskStep, ReviewStep } from "../flow/flow.ts";
import type { Form } from "./session.ts";
import { catalogueOf, pendingStep, scopeOf, type Work } from "./work.ts";

/**
 * Whether a yes to this step may count: one to a review or to a statement that asks for a sure answer (a consent, an erasure)
 * counts only when its text, as it would be now, has stood in a reply. Several messages at once, or an old button, could else
 * agree to what nobody has read.
 */
export function isRead(work: Work, form: Form, step: AskStep | ReviewStep): boolean {
  if (!isReadFirst(work, step)) return true;
  return form.read?.[step.name] === digest(work, form, step);
}

/** Remembers that the open question was asked in full. */
export function noteRead(work: Work, texts: readonly { key: string }[]): void {
  const pending = pendingStep(work);
  if (!pending) return;
  const { form, step } = pending;
  const isWhole = texts.some(({ key }) => key === step.texts);
  if (isWhole && isReadFirst(work, step))
    form.read = { ...form.read, [step.name]: digest(work, form, step) };
}

const isReadFirst = (work: Work, { kind, texts }: AskStep | ReviewStep): boolean =>
  kind === "review" || catalogueOf(work).words(`${texts}.sure.ya`).length > 0;

const digest = (work: Work, form: Form, step: AskStep | ReviewStep): string =>
  scopeOf(work, form).basis(step) ?? "";
