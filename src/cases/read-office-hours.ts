import { isoDate } from "../lib/dates.ts";
import type { OfficeHours, OpenRange } from "./office-hours.ts";

type Week = OfficeHours["week"];

/** A reading, or every fault in what was read, a sentence each. */
export type Reading<Value> = { value: Value; faults: [] } | { value: null; faults: string[] };

/** Names of each day, Monday first, as the notation and as people in Indonesia write them. */
const dayNames = [
  ["mo", "mon", "monday", "sen", "senin"],
  ["tu", "tue", "tuesday", "sel", "selasa"],
  ["we", "wed", "wednesday", "rab", "rabu"],
  ["th", "thu", "thursday", "kam", "kamis"],
  ["fr", "fri", "friday", "jum", "jumat", "jum'at"],
  ["sa", "sat", "saturday", "sab", "sabtu"],
  ["su", "sun", "sunday", "min", "minggu", "ahad"],
];
const dayNumbers = new Map(dayNames.flatMap((names, day) => names.map((name) => [name, day])));
const everyDay = dayNames.map((_, day) => day);

const group =
  /^(?<days>\p{L}[\p{L}'’]*(?:\s*[-–,]\s*\p{L}[\p{L}'’]*)*)?\s*(?<times>\d.*|off|closed|tutup)$/iu;
const range = /^(?<from>\d{1,2}[:.]\d{2})\s*[-–]\s*(?<to>\d{1,2}[:.]\d{2})$/;
const closedWords = new Set(["off", "closed", "tutup"]);

/**
 * Reads a subset of the opening-hours notation of OpenStreetMap: "Mo-Fr 08:00-12:00,13:00-16:00; Sa 08:00-12:00; We off".
 * A later group replaces the days of an earlier one; a group without days is of every day. Days may be Indonesian.
 */
export function readOfficeHours(text: string): Reading<Week> {
  const week: OpenRange[][] = everyDay.map(() => []);
  const faults: string[] = [];
  const groups = text.split(";").map((one) => one.trim());
  for (const one of groups) {
    if (one === "") continue;
    if (/^(?:ph|sh)\b/i.test(one)) {
      faults.push(`"${one}": holidays are named day by day in PAYUNG_OFFICE_HOLIDAYS`);
      continue;
    }
    const parts = group.exec(one)?.groups;
    if (!parts) {
      faults.push(`"${one}" is not days and hours like Mo-Fr 08:00-16:00`);
      continue;
    }
    const days = readDays(parts["days"], faults);
    const ranges = readRanges(parts["times"] ?? "", faults);
    for (const day of days) week[day] = ranges;
  }
  if (faults.length === 0 && week.every((ranges) => ranges.length === 0))
    faults.push("has no hours on any day; leave it out if no officer answers");
  return faults.length > 0 ? { value: null, faults } : { value: week, faults: [] };
}

/** Reads ISO dates separated by commas. */
export function readHolidays(text: string): Reading<ReadonlySet<string>> {
  const dates = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const faults = dates
    .filter((one) => !isDate(one))
    .map((one) => `"${one}" is no date like 2026-12-25`);
  return faults.length > 0 ? { value: null, faults } : { value: new Set(dates), faults: [] };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return isoDate(year, month, day) !== null;
}

function readDays(text: string | undefined, faults: string[]): number[] {
  if (text === undefined) return everyDay;
  return text.split(",").flatMap((one) => {
    const names = one.split(/[-–]/).map((name) => name.trim().replace("’", "'"));
    const numbers = names.map((name) => dayNumbers.get(name.toLowerCase()));
    names.forEach((name, index) => {
      if (numbers[index] === undefined)
        faults.push(
          `there is no day "${name}" (Mo Tu We Th Fr Sa Su, or Sen Sel Rab Kam Jum Sab Min)`,
        );
    });
    if (names.length > 2) faults.push(`"${one.trim()}" names more than a first and a last day`);
    const [first, last = first] = numbers;
    return first === undefined || last === undefined ? [] : daysFrom(first, last);
  });
}

/** From the first to the last day, over the end of the week if need be. */
const daysFrom = (first: number, last: number): number[] =>
  everyDay.slice(0, ((last - first + 7) % 7) + 1).map((step) => (first + step) % 7);

function readRanges(text: string, faults: string[]): OpenRange[] {
  if (closedWords.has(text.toLowerCase())) return [];
  const ranges: OpenRange[] = [];
  for (const one of text.split(",").map((part) => part.trim())) {
    const parts = range.exec(one)?.groups;
    const from = minutesOf(parts?.["from"]);
    const to = minutesOf(parts?.["to"]);
    if (from === null || to === null)
      faults.push(
        `"${one}" is not a range of hours like 08:00-16:00 (groups of days are separated by ;)`,
      );
    else if (from >= to)
      faults.push(
        `"${one}" ends before it begins; a night is written as two ranges, to 24:00 and from 00:00`,
      );
    else ranges.push({ from, to });
  }
  ranges.sort((one, other) => one.from - other.from);
  return joined(ranges, faults);
}

/** Ranges that touch become one; those that overlap are a fault. */
function joined(ranges: readonly OpenRange[], faults: string[]): OpenRange[] {
  const result: OpenRange[] = [];
  for (const one of ranges) {
    const before = result.at(-1);
    if (before && one.from < before.to) faults.push("names ranges of one day that overlap");
    if (before && one.from <= before.to) before.to = Math.max(before.to, one.to);
    else result.push({ ...one });
  }
  return result;
}

/** "08:00" -> 480; null for what no clock shows but 24:00. */
function minutesOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [hour = 0, minute = 0] = text.split(/[:.]/).map(Number);
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : null;
}
