import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLater } from "../../src/lib/dates.ts";
import { type Benefit, benefitFor } from "../../src/rules/benefit.ts";
import {
  type BenefitAsk,
  benefitEvents,
  childLevels,
  jhtReasons,
} from "../../src/rules/benefit-ask.ts";
import { maxIncome } from "../../src/rules/mandiri-quote.ts";

const day = fc.integer({ min: 0, max: 5_000 }).map((count) => daysLater("2015-01-01", count));
const income = fc.oneof(
  fc.integer({ min: 1, max: 25_000_000 }),
  fc.integer({ min: 1, max: maxIncome }),
);
const ask: fc.Arbitrary<BenefitAsk> = fc
  .record(
    {
      event: fc.constantFrom(...benefitEvents),
      on: day,
      income,
      segment: fc.constantFrom("mandiri" as const, "usaha" as const),
      monthsPaid: fc.integer({ min: 0, max: 600 }),
      children: fc.array(fc.constantFrom(...childLevels), { maxLength: 5 }),
      monthsOff: fc.integer({ min: 0, max: 60 }),
      percent: fc.integer({ min: 1, max: 10_000 }).map((points) => points / 100),
      lossPercent: fc.integer({ min: 1, max: 100 }),
      totalDisability: fc.boolean(),
      birthDate: fc.constantFrom("1950-02-28", "1968-02-29", "1990-12-31"),
      reason: fc.constantFrom(...jhtReasons),
      balance: fc.integer({ min: 0, max: maxIncome }),
    },
    { requiredKeys: ["event", "on", "income", "segment"] },
  )
  .map((of) => of as BenefitAsk);
const items = (of: BenefitAsk) => {
  const found: Benefit = benefitFor(of);
  return found.kind === "benefit" ? found.items : [];
};

test("amounts are whole rupiah, never negative, each with its law", () => {
  fc.assert(
    fc.property(ask, (of) => {
      for (const { amount, basis } of items(of)) {
        expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        expect(basis).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});

test("a benefit never falls when the income rises", () => {
  fc.assert(
    fc.property(ask, income, (of, other) => {
      const low = items({ ...of, income: Math.min(of.income ?? 1, other) });
      const high = items({ ...of, income: Math.max(of.income ?? 1, other) });
      expect(high.map(({ code }) => code)).toEqual(low.map(({ code }) => code));
      for (const [index, { amount }] of low.entries())
        expect(high[index]?.amount ?? 0).toBeGreaterThanOrEqual(amount ?? 0);
    }),
    { numRuns: 500 },
  );
});

test("scholarships are for two children and 174,000,000 at most", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const school = items(of).filter(({ code }) => code.startsWith("scholarship"));
      const yearly = school.filter(({ code }) => code !== "scholarships_at_most");
      expect(yearly.length).toBeLessThanOrEqual(2);
      for (const { amount } of school) expect(amount ?? 0).toBeLessThanOrEqual(174_000_000);
    }),
    { numRuns: 500 },
  );
});

test("an amount not marked verified is never told without a word", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const found = benefitFor(of);
      if (found.kind !== "benefit") return;
      const marked = found.items.some(
        ({ confidence }) => confidence === "recalled" || confidence === "conflict",
      );
      expect(found.notes.includes("some_not_settled")).toBe(marked);
    }),
    { numRuns: 500 },
  );
});
