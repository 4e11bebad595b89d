import { daysToEndOf } from "../lib/months.ts";
import type { Series } from "./rate-series.ts";

/** A rule that is over or soon will be: `daysLeft` after `onDate`, 0 on its last day, negative once it is past. */
export type Expiring = {
  file: string;
  place: string;
  name: string;
  basis: string;
  until: string;
  daysLeft: number;
};

/**
 * Rules whose last month or day ends within `withinDays` days of an ISO date, or has ended, soonest first. A rule that a later
 * entry of its series follows is left out: nobody has to look at it any more. Throws on what is no ISO date.
 */
export function expiring(
  series: readonly Series[],
  onDate: string,
  withinDays: number,
): Expiring[] {
  return series
    .flatMap(({ file, name, entries }) => {
      const last = entries.at(-1);
      if (last === undefined || last.entry.until === null) return [];
      const { basis, until } = last.entry;
      return [
        { file, place: last.place, name, basis, until, daysLeft: daysToEndOf(until, onDate) },
      ];
    })
    .filter(({ daysLeft }) => daysLeft <= withinDays)
    .sort((a, b) => a.daysLeft - b.daysLeft);
}
