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

/** The ISO date in a place at one moment. `zone`: an IANA name; `at`: epoch ms. */
export const dateIn = (zone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Minutes since midnight that clocks in `zone` show at a moment (epoch ms). */
export function minutesIn(zone: string, at: number): number {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.hour * 60 + there.minute;
}

/** The weekday of an ISO date, 1 = Monday to 7 = Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Epoch ms at which clocks in `zone` show so many minutes after midnight of an ISO date; 1440 is the next midnight. */
export function instantIn(zone: string, date: string, minutes: number): number {
  const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  return local.toZonedDateTime(zone).epochMilliseconds;
}

/** The ISO date so many days later. */
export const daysLater = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The ISO date so many days from Monday to Friday later; public holidays are counted as the others are. */
export function weekdaysLater(date: string, days: number): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day.toString();
}

/** Epoch ms -> `2026-11-22T03:00:00.000Z`. */
export const instantInIso = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
