import { expect, test } from "vitest";
import { ageInYears, isoDate, nearestPastYear, weekdaysLater } from "../../src/lib/dates.ts";

test("only days of the calendar have an ISO date", () => {
  expect(isoDate(1988, 2, 29)).toBe("1988-02-29");
  expect(isoDate(1990, 2, 29)).toBeNull();
  expect(isoDate(1990, 9, 31)).toBeNull();
  expect(isoDate(1990, 13, 1)).toBeNull();
  expect(isoDate(1990, 0, 1)).toBeNull();
});

test("a year is complete on the birthday, for 29 February on 1 March", () => {
  expect(ageInYears("1990-11-22", "2026-11-22")).toBe(36);
  expect(ageInYears("1990-11-23", "2026-11-22")).toBe(35);
  expect(ageInYears("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageInYears("2008-02-29", "2026-03-01")).toBe(18);
});

test("two digits of a year mean the last one that was not in the future", () => {
  expect(nearestPastYear(26, 11, 22, "2026-11-22")).toBe(2026);
  expect(nearestPastYear(26, 11, 23, "2026-11-22")).toBe(1926);
  expect(nearestPastYear(5, 1, 1, "2026-11-22")).toBe(2005);
});

test("weekdays are counted from the day after, over weekends and the end of a year", () => {
  expect(weekdaysLater("2026-11-23", 1)).toBe("2026-11-24");
  expect(weekdaysLater("2026-11-20", 1)).toBe("2026-11-23");
  expect(weekdaysLater("2026-11-21", 1)).toBe("2026-11-23");
  expect(weekdaysLater("2026-11-22", 5)).toBe("2026-11-27");
  expect(weekdaysLater("2026-12-31", 1)).toBe("2027-01-01");
  expect(weekdaysLater("2026-11-23", 0)).toBe("2026-11-23");
});
