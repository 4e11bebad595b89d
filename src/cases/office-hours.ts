import { dateIn, daysLater, instantIn, weekdayOf } from "../lib/dates.ts";

/** The three clocks of Indonesia and their IANA names. */
export const officeZones = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
} as const;
export type OfficeZone = keyof typeof officeZones;

/** A stretch of one day in minutes since midnight, the end not included; at most 1440. */
export type OpenRange = { from: number; to: number };

/** When officers are there. */
export type OfficeHours = {
  /** Seven days, Monday first; the ranges of a day in order, none touching another. */
  week: readonly (readonly OpenRange[])[];
  zone: OfficeZone;
  /** ISO dates on which nobody is there. */
  holidays: ReadonlySet<string>;
};

/** How far ahead an opening is looked for, and how far back open time is reckoned, in days. */
const limits = { ahead: 60, back: 400 };

const dayLength = 86_400_000;

/** `at`: epoch ms. The minute of closing is closed. */
export function isOpen(hours: OfficeHours, at: number): boolean {
  const date = dateIn(officeZones[hours.zone], at);
  return openOn(hours, date).some(({ from, to }) => from <= at && at < to);
}

/** The first moment from `at` on (epoch ms) when somebody is there: `at` itself while it is open; null if there is none within 60 days. */
export function nextOpening(hours: OfficeHours, at: number): number | null {
  const date = dateIn(officeZones[hours.zone], at);
  for (let ahead = 0; ahead <= limits.ahead; ahead++) {
    const range = openOn(hours, daysLater(date, ahead)).find(({ to }) => at < to);
    if (range) return Math.max(range.from, at);
  }
  return null;
}

/** Milliseconds between two moments (epoch ms) during which it was open; of a span above 400 days the last 400 count. */
export function openTimeBetween(hours: OfficeHours, from: number, to: number): number {
  if (!(from < to)) return 0;
  const start = Math.max(from, to - limits.back * dayLength);
  const zone = officeZones[hours.zone];
  const last = dateIn(zone, to);
  let sum = 0;
  for (let date = dateIn(zone, start); date <= last; date = daysLater(date, 1))
    for (const range of openOn(hours, date))
      sum += Math.max(0, Math.min(range.to, to) - Math.max(range.from, start));
  return sum;
}

/** Ranges of an ISO date as epoch ms. */
function openOn({ week, zone, holidays }: OfficeHours, date: string): OpenRange[] {
  if (holidays.has(date)) return [];
  const name = officeZones[zone];
  return (week[weekdayOf(date) - 1] ?? []).map(({ from, to }) => ({
    from: instantIn(name, date, from),
    to: instantIn(name, date, to),
  }));
}
