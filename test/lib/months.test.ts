import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, daysToEndOf, isMonth, monthRange } from "../../src/lib/months.ts";

const month = fc
  .tuple(fc.integer({ min: 1000, max: 8000 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);

describe("months", () => {
  test.for([
    ["2026-11", true],
    ["2026-1", false],
    ["2026-00", false],
    ["2026-13", false],
    ["2026-11-22", false],
    [" 2026-11", false],
    ["2026-11\n", false],
    ["", false],
  ] as const)("%j is a month: %s", ([text, expected]) => {
    expect(isMonth(text)).toBe(expected);
  });

  test.for([
    ["2026-11", 0, "2026-11"],
    ["2026-11", 1, "2026-12"],
    ["2026-11", 2, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-11", 26, "2029-01"],
  ] as const)("%s and %i months is %s", ([from, count, expected]) => {
    expect(addMonths(from, count)).toBe(expected);
  });

  test("what is no month, and months beyond the calendar, are refused", () => {
    expect(() => addMonths("2026-11-22", 1)).toThrow(RangeError);
    expect(() => addMonths("9999-12", 1)).toThrow(RangeError);
    expect(() => addMonths("0000-01", -1)).toThrow(RangeError);
  });

  test("going forth and back ends where it began, and later months compare as later", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 2000 }), (from, count) => {
        const later = addMonths(from, count);
        expect(addMonths(later, -count)).toBe(from);
        expect(from < later).toBe(true);
      }),
    );
  });

  test("a range counts its months across the year", () => {
    expect(monthRange("2026-11", 3)).toEqual(["2026-11", "2026-12", "2027-01"]);
    expect(monthRange("2026-11", 0)).toEqual([]);
  });

  test.for([
    ["2026-12", "2026-11-22", 39],
    ["2026-12", "2026-12-31", 0],
    ["2026-12", "2027-01-01", -1],
    ["2028-02", "2028-02-28", 1],
    ["2027-03", "2026-03-31", 365],
  ] as const)("%s ends counted from %s in %i days", ([end, date, days]) => {
    expect(daysToEndOf(end, date)).toBe(days);
  });
});
