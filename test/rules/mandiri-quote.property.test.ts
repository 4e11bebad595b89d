import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths } from "../../src/lib/months.ts";
import { type MandiriAsk, mandiriQuote, maxIncome } from "../../src/rules/mandiri-quote.ts";

const income = fc.oneof(
  fc.integer({ min: 1, max: 25_000_000 }),
  fc.integer({ min: 1, max: maxIncome }),
);
/** Months from February 2021, after which every rule is verified, to beyond all reliefs. */
const month = fc.integer({ min: 0, max: 120 }).map((count) => addMonths("2021-02", count));
const ask: fc.Arbitrary<MandiriAsk> = fc.record({
  income,
  programmes: fc.constantFrom<MandiriAsk["programmes"][]>(["jkk", "jkm"], ["jkk", "jkm", "jht"]),
  months: fc.integer({ min: 1, max: 24 }),
  from: month,
  transport: fc.boolean(),
  paidByState: fc.boolean(),
});

function quoted(of: MandiriAsk) {
  const quote = mandiriQuote(of);
  if (quote.kind !== "quote") throw new Error(`no quote: ${quote.reason}`);
  return quote;
}

test("a contribution never falls when the income rises", () => {
  fc.assert(
    fc.property(ask, income, (of, other) => {
      const [low, high] = [Math.min(of.income, other), Math.max(of.income, other)];
      expect(quoted({ ...of, income: low }).total).toBeLessThanOrEqual(
        quoted({ ...of, income: high }).total,
      );
    }),
  );
});

test("amounts are whole rupiah above 0 and add up", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const { months, total } = quoted(of);
      for (const { jkk, jkm, jht, total: sum } of months) {
        expect(sum).toBe(jkk + jkm + jht);
        expect([jkk, jkm, jht].every(Number.isInteger)).toBe(true);
        expect(Math.min(jkk, jkm)).toBeGreaterThan(0);
        expect(jht > 0).toBe(of.programmes.includes("jht"));
      }
      expect(total).toBe(months.reduce((all, one) => all + one.total, 0));
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
  );
});

test("relief never touches JHT and halves JKK and JKM exactly", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const before = quoted({ ...of, from: "2025-12", months: 1 }).months[0];
      for (const { jkk, jkm, jht, basis } of quoted(of).months) {
        const share = basis.includes("PP 50/2025") ? 2 : 1;
        expect({ jkk: jkk * share, jkm: jkm * share, jht }).toEqual({
          jkk: before?.jkk,
          jkm: before?.jkm,
          jht: before?.jht,
        });
      }
    }),
  );
});

test("relief holds in exactly the months of its sector, and never where the state pays", () => {
  fc.assert(
    fc.property(ask, (of) => {
      const [first, last] = of.transport ? ["2026-01", "2027-03"] : ["2026-04", "2026-12"];
      for (const { month: at, basis } of quoted(of).months) {
        const holds = first <= at && at <= last && !of.paidByState;
        expect(basis.includes("PP 50/2025")).toBe(holds);
      }
    }),
  );
});

test.for([
  ["2025-12", true],
  ["2026-03", false],
] as const)(
  "the month before a relief begins (%s) costs what it always did",
  ([from, transport]) => {
    fc.assert(
      fc.property(ask, (of) => {
        const old = quoted({ ...of, from: "2024-06", months: 1, transport });
        expect(quoted({ ...of, from, months: 1, transport }).total).toBe(old.total);
      }),
    );
  },
);

test("whatever is asked, the answer is a quote or a reason", () => {
  const anything = fc.record({
    income: fc.oneof(fc.double(), fc.integer()),
    programmes: fc.array(fc.constantFrom("jkk" as const, "jkm" as const, "jht" as const)),
    months: fc.oneof(fc.double(), fc.integer()),
    from: fc.oneof(fc.string(), month, fc.constant("9999-12")),
    transport: fc.boolean(),
  });
  fc.assert(
    fc.property(anything, (of) => {
      expect(["quote", "unknown"]).toContain(mandiriQuote(of).kind);
    }),
  );
});
