import type { Parsed } from "../answer-types/answer-type.ts";
import { asksBack } from "../answer-types/talk.ts";
import { wordsOf } from "../answer-types/words.ts";
import type { AskStep } from "../flow/flow.ts";
import { noteGap } from "./gaps.ts";
import { isCalculator } from "./is-calculator.ts";
import { parseFor } from "./parse-for.ts";
import { askWhich } from "./review.ts";
import type { Scope } from "./scope.ts";
import { catalogueOf, type Pending, scopeOf, type Work } from "./work.ts";

/** Says what is wrong with a text that answers nothing here; from the third time on a person is offered. */
export function offerHelp(work: Work, pending: Pending, text: string): void {
  const { asked } = work.session;
  if (!asked) return;
  asked.tries = Math.min(asked.tries + 1, 99);
  if (pending.step.kind === "review" && !asksBack(text, wordsOf(text))) {
    askWhich(work);
    return;
  }
  const scope = scopeOf(work, pending.form);
  if (scope.flow.draft && asksBack(text, wordsOf(text))) {
    const key = "engine.question";
    noteGap(work, "unanswered", work.book.anonymous(text), []);
    work.complaint = { text: catalogueOf(work).format(key), key };
    return;
  }
  if (pending.step.kind !== "ask") return;
  const parsed = parseFor(work, scope, pending.step, text);
  if (saysNothing(parsed) && isCalculator(scope.flow) && asked.tries > 1) vary(work, asked.tries);
  else complain(work, scope, pending.step, parsed);
}

/** Nothing of the text could be read, so there is nothing to say about it. */
const saysNothing = (parsed: Parsed): boolean =>
  parsed.kind === "refused" && parsed.reason === "unclear" && parsed.detail === undefined;

/** In a calculator the same sentence is not said over and over; from the second time on the ways out stand below the question. */
function vary(work: Work, tries: number): void {
  if (tries % 2 === 1) return;
  const key = "engine.unheard";
  work.complaint = { text: catalogueOf(work).format(key), key };
}

/** Has the reason of a refused text said right before the question. */
export function complain(work: Work, scope: Scope, step: AskStep, parsed: Parsed): void {
  if (parsed.kind !== "refused") return;
  const key = reasonKey(work, step, parsed.reason);
  work.complaint = { text: scope.text(key, { ...noDetail, ...parsed.detail }, step), key };
}

/** What a reason's sentence may name, where the parser names nothing. */
const noDetail = { found: 0, expected: 0, omzet: 0, two: 0 };

/** The step's own wording of a reason, else its type's, else the common one. */
function reasonKey(work: Work, step: AskStep, reason: string): string {
  const catalogue = catalogueOf(work);
  const keys = [`${step.texts}.reasons.${reason}`, `types.${step.type.name}.reasons.${reason}`];
  return keys.find((key) => catalogue.has(key)) ?? `engine.reasons.${reason}`;
}
