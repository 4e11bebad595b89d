import { Temporal } from "temporal-polyfill";

/** The ISO date of a day that exists in the calendar, else null: there is no 31 September. */
export function isoDate(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** Whole years between two ISO dates; someone born on 29 February has a birthday on 1 March. Negative before birth. */
export function ageInYears(birthDate: string, onDate: string): number {
  const birthYear = Number(birthDate.slice(0, 4));
  const years = Number(onDate.slice(0, 4)) - birthYear;
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The four-digit year of a two-digit one: the last time that a day of it was not after `today`. */
export function nearestPastYear(
  twoDigits: number,
  month: number,
  day: number,
  today: string,
): number {
  const century = Math.trunc(Number(today.slice(0, 4)) / 100) * 100;
  const monthDay = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const candidate = century + twoDigits;
  return `${candidate}-${monthDay}` > today ? candidate - 100 : candidate;
}
