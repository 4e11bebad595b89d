import { type OfficeZone, officeZones } from "../cases/office-hours.ts";
import { dateIn, minutesIn } from "../lib/dates.ts";
import { timeInDigits } from "../locale/words.ts";

/** An ISO instant as officers' clocks show it, to the minute: `2026-11-22T03:00:00.000Z` -> "2026-11-22 10:00 WIB". */
export function momentOn(zone: OfficeZone, iso: string): string {
  const [name, at] = [officeZones[zone], Date.parse(iso)];
  return `${dateIn(name, at)} ${timeInDigits(minutesIn(name, at), "en")} ${zone}`;
}
