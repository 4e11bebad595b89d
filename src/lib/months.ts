import { Temporal } from "temporal-polyfill";

/** Whether a text is a month as this project writes it: `YYYY-MM`, year 0000 to 9999. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month `count` months after `month` (before it when negative). Throws on what is no month and beyond year 9999. */
export function addMonths(month: string, count: number): string {
  if (!isMonth(month)) throw new RangeError("a month is written YYYY-MM");
  const moved = Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
  if (!isMonth(moved)) throw new RangeError("months end with 9999-12");
  return moved;
}

/** `count` months in a row, the first one being `from`. Throws as `addMonths` does. */
export const monthRange = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addMonths(from, index));

/** Days from an ISO date to the last day of a month, or to a day `YYYY-MM-DD`: 0 on that day, negative once it is over. */
export function daysToEndOf(end: string, date: string): number {
  const last = isMonth(end) ? lastDayOf(end) : Temporal.PlainDate.from(end);
  return Temporal.PlainDate.from(date).until(last, { largestUnit: "day" }).days;
}

function lastDayOf(month: string): Temporal.PlainDate {
  const first = Temporal.PlainYearMonth.from(month);
  return first.toPlainDate({ day: first.daysInMonth });
}
