import type { ReviewStep } from "../flow/flow.ts";
import { mark } from "./mark.ts";
import { bareNumber, isSure, parseYesNo } from "./parse-for.ts";
import { isRead } from "./read-first.ts";
import type { Form } from "./session.ts";
import { catalogueOf, scopeOf, type Work } from "./work.ts";

/** At the review: yes closes it, a bare number opens that answer, no asks which one. */
export function acceptReview(work: Work, form: Form, step: ReviewStep, text: string): boolean {
  const number = bareNumber.exec(text)?.[1];
  const asked = number && scopeOf(work, form).reviewed()[Number(number) - 1];
  if (asked) {
    form.reopened = asked.name;
    work.session.asked = null;
    return true;
  }
  const yes = parseYesNo(work, text);
  if (yes === undefined) return false;
  if (!isSure(work, step.texts, text, { kind: "value", value: yes })) return false;
  confirmReview(work, form, step, yes);
  return true;
}

/** Yes closes the review, if it was read as it is now; no asks which answer is to be changed. */
export function confirmReview(work: Work, form: Form, step: ReviewStep, yes: boolean): void {
  if (!yes) {
    work.session.asked = { form: form.id, step: step.name, tries: 1 };
    askWhich(work);
    return;
  }
  if (!isRead(work, form, step)) {
    work.session.asked = { form: form.id, step: step.name, tries: 0 };
    return;
  }
  mark(scopeOf(work, form), step, true);
  form.touchedAt = work.now.at;
  work.session.asked = null;
}

/** Has the person name the answer that is to be changed. */
export function askWhich(work: Work): void {
  const key = "engine.review_which";
  work.complaint = { text: catalogueOf(work).format(key), key };
}
