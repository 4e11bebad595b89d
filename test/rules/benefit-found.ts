import { type Benefit, benefitFor } from "../../src/rules/benefit.ts";
import type { BenefitAsk } from "../../src/rules/benefit-ask.ts";

/** Somebody who worked for themselves dies in November 2026, where a test does not change it. */
export const ask: BenefitAsk = {
  event: "meninggal",
  on: "2026-11-22",
  income: 1_000_000,
  segment: "mandiri",
};

/** What the event brings; throws where that is not known. */
export function found(change: Partial<BenefitAsk>): Extract<Benefit, { kind: "benefit" }> {
  const benefit = benefitFor({ ...ask, ...change });
  if (benefit.kind !== "benefit") throw new Error(benefit.reason);
  return benefit;
}
