import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths } from "../../src/lib/months.ts";
import { riskGroups } from "../../src/rules/pu-rates.ts";
import { type UsahaAsk, usahaQuote } from "../../src/rules/usaha-quote.ts";

const wage = fc.oneof(
  fc.integer({ min: 1, max: 25_000_000 }),
  fc.integer({ min: 1, max: 100_000_000_000 }),
);
/** Months from February 2021, after the unverified relief, to the last known wage ceiling. */
const ask: fc.Arbitrary<UsahaAsk> = fc.record({
  size: fc.constantFrom("mikro", "kecil", "menengah", "besar"),
  risk: fc.constantFrom(...riskGroups),
  wages: fc.array(wage, { minLength: 1, maxLength: 6 }),
  months: fc.integer({ min: 1, max: 24 }),
  from: fc.integer({ min: 0, max: 49 }).map((count) => addMonths("2021-02", count)),
});

function quoted(of: UsahaAsk) {
  const quote = usahaQuote(of);
  if (quote.kind !== "quote") throw new Error(`no quote: ${quote.reason} ${quote.month}`);
  return quote;
}

test("a contribution never falls when a wage rises", () => {
  fc.assert(
    fc.property(ask, wage, wage, (of, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(quoted({ ...of, wages: [low] }).total).toBeLessThanOrEqual(
        quoted({ ...of, wages: [high] }).total,
      );
    }),
  );
});

test("sides, programmes, workers and months add up, in whole rupiah", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const { base, months, workers, total } = quoted(of);
      expect(base).toBe(of.wages.reduce((all, one) => all + one, 0));
      for (const due of [...months, ...workers.flatMap((one) => one.months)]) {
        const parts = [due.jkk, due.jkm, due.jht, due.jp];
        expect(due.worker).toBe(parts.reduce((all, one) => all + one.worker, 0));
        expect(due.employer).toBe(parts.reduce((all, one) => all + one.employer, 0));
        expect(due.total).toBe(due.worker + due.employer);
        expect(Number.isSafeInteger(due.total) && due.worker >= 0 && due.employer >= 0).toBe(true);
      }
      expect(total).toBe(months.reduce((all, one) => all + one.total, 0));
      expect(total).toBe(workers.reduce((all, one) => all + one.total, 0));
    }),
  );
});

test("several months are the same as each month by itself, in order", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const single = Array.from({ length: of.months }, (_, index) =>
        quoted({ ...of, months: 1, from: addMonths(of.from, index) }),
      );
      expect(quoted(of).months).toEqual(single.flatMap(({ months }) => months));
    }),
    { numRuns: 50 },
  );
});

test("relief for labour-intensive industries touches JKK alone", () => {
  const factory = fc.record({
    risk: fc.constantFrom(...riskGroups),
    wage: fc.integer({ min: 1, max: 25_000_000 }),
    from: fc.integer({ min: 0, max: 24 }).map((count) => addMonths("2024-08", count)),
  });
  fc.assert(
    fc.property(factory, ({ risk, wage: one, from }) => {
      const of: UsahaAsk = {
        size: "besar",
        risk,
        wages: Array.from({ length: 50 }, () => one),
        months: 1,
        from,
      };
      const [normal, relieved] = [of, { ...of, labourIntensive: true }].map(
        (each) => quoted(each).months[0],
      );
      expect([relieved?.jkm, relieved?.jht, relieved?.jp]).toEqual([
        normal?.jkm,
        normal?.jht,
        normal?.jp,
      ]);
      const holds = "2025-02" <= from && from <= "2026-01";
      expect((relieved?.jkk.employer ?? 0) < (normal?.jkk.employer ?? 0)).toBe(
        holds && (normal?.jkk.employer ?? 0) > 50,
      );
    }),
  );
});

test("whatever is asked, the answer is a quote or a reason", () => {
  const anything = fc.record({
    size: fc.constantFrom("mikro" as const, "besar" as const),
    risk: fc.constantFrom(...riskGroups),
    wages: fc.array(fc.oneof(fc.double(), fc.integer())),
    months: fc.oneof(fc.double(), fc.integer({ min: -3, max: 30 })),
    from: fc.oneof(fc.string(), fc.constantFrom("9999-12", "2027-02", "0000-01")),
  });
  fc.assert(
    fc.property(anything, (of) => {
      expect(["quote", "unknown"]).toContain(usahaQuote(of).kind);
    }),
  );
});
