import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isOpen,
  nextOpening,
  type OfficeHours,
  type OfficeZone,
  openTimeBetween,
} from "../../src/cases/office-hours.ts";
import { readHolidays, readOfficeHours } from "../../src/cases/read-office-hours.ts";

const hour = 3_600_000;
const day = 24 * hour;

function hours(text: string, zone: OfficeZone = "WIB", holidays: string[] = []): OfficeHours {
  const { value, faults } = readOfficeHours(text);
  if (!value) throw new Error(faults.join("; "));
  return { week: value, zone, holidays: new Set(holidays) };
}
const at = (text: string) => Date.parse(text);
const wib = (text: string) => at(`${text}+07:00`);
const office = hours("Mo-Fr 08:00-12:00,13:00-16:00; Sa 08:00-12:00");

/** Seven days as "08:00-12:00 13:00-16:00", "-" for a day without hours. */
function weekOf(text: string): string[] {
  const { value, faults } = readOfficeHours(text);
  expect(faults).toEqual([]);
  const clock = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
  return (value ?? []).map(
    (ranges) => ranges.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(" ") || "-",
  );
}
const none = "-";
const [am, all] = ["08:00-12:00", "08:00-16:00"];

test.for([
  ["Mo-Fr 08:00-16:00; Sa 08:00-12:00", [all, all, all, all, all, am, none]],
  ["Mo,We 08:00-16:00", [all, none, all, none, none, none, none]],
  ["Mo-Tu,Fr 08:00-16:00", [all, all, none, none, all, none, none]],
  ["Fr-Mo 08:00-16:00", [all, none, none, none, all, all, all]],
  ["08:00-16:00", [all, all, all, all, all, all, all]],
  ["Mo-Fr 08:00-16:00; We off", [all, all, none, all, all, none, none]],
  ["Mo-Fr 08:00-16:00; Fr 08:00-12:00", [all, all, all, all, am, none, none]],
  ["Senin–Jumat 08.00–16.00 ; Sabtu 08.00–12.00;", [all, all, all, all, all, am, none]],
  ["sen,sel,rab,kam,jum,sab 8:00-16:00; min tutup", [all, all, all, all, all, all, none]],
  ["Jum'at 08:00-16:00; Ahad 08:00-12:00", [none, none, none, none, all, none, am]],
  ["Mo 13:00-16:00, 08:00-12:00", ["08:00-12:00 13:00-16:00", none, none, none, none, none, none]],
  ["Mo 08:00-12:00,12:00-16:00", [all, none, none, none, none, none, none]],
  ["Mo 00:00-24:00", ["00:00-24:00", none, none, none, none, none, none]],
] as const)("%s is read as it is meant", ([text, week]) => {
  expect(weekOf(text)).toEqual(week);
});

test.for([
  ["Mo-Xx 08:00-16:00", [/no day "Xx"/]],
  ["Mo 08:00", [/"08:00" is not a range/]],
  ["Mo 08:00-25:00", [/"08:00-25:00" is not a range/]],
  ["Mo 08:60-09:00", [/"08:60-09:00" is not a range/]],
  ["Mo 22:00-02:00", [/ends before it begins/]],
  ["Mo 08:00-08:00", [/ends before it begins/]],
  ["Mo 08:00-12:00,11:00-16:00", [/overlap/]],
  ["Mo-We-Fr 08:00-16:00", [/first and a last/]],
  ["Mo-Fr 08:00-16:00, Sa 08:00-12:00", [/"Sa 08:00-12:00" is not a range.*;/]],
  ["setiap hari", [/"setiap hari" is not days and hours/]],
  ["Mo off", [/no hours on any day/]],
  [";", [/no hours on any day/]],
  ["Xx 08:00-16:00; Mo 9-5; besok", [/no day "Xx"/, /"9-5"/, /"besok"/]],
] as const)("%s is refused, every fault in a sentence", ([text, sentences]) => {
  const { value, faults } = readOfficeHours(text);
  expect(value).toBeNull();
  expect(faults).toHaveLength(sentences.length);
  for (const [index, sentence] of sentences.entries()) expect(faults[index]).toMatch(sentence);
});

test("holidays are days of the calendar", () => {
  expect(readHolidays("2026-12-25, 2027-01-01").value).toEqual(
    new Set(["2026-12-25", "2027-01-01"]),
  );
  expect(readHolidays("2026-02-29,25-12-2026,2026-12-25").faults).toEqual([
    '"2026-02-29" is no date like 2026-12-25',
    '"25-12-2026" is no date like 2026-12-25',
  ]);
});

test.for([
  ["2026-11-23T07:59:59.999", false],
  ["2026-11-23T08:00", true],
  ["2026-11-23T11:59:59.999", true],
  ["2026-11-23T12:00", false],
  ["2026-11-23T13:00", true],
  ["2026-11-23T16:00", false],
  ["2026-11-21T10:00", true],
  ["2026-11-21T14:00", false],
  ["2026-11-22T10:00", false],
] as const)("at %s in Jakarta it is open: %s", ([text, open]) => {
  expect(isOpen(office, wib(text))).toBe(open);
});

test.for([
  ["WIB", "2026-11-23T01:00:00Z"],
  ["WITA", "2026-11-23T00:00:00Z"],
  ["WIT", "2026-11-22T23:00:00Z"],
] as const)("eight o'clock is the office's own: %s", ([zone, opens]) => {
  const here = hours("Mo-Fr 08:00-16:00", zone);
  expect([isOpen(here, at(opens) - 1), isOpen(here, at(opens))]).toEqual([false, true]);
  expect(nextOpening(here, at("2026-11-22T03:00:00Z"))).toBe(at(opens));
});

test("an office that never closes at midnight is open through it", () => {
  const night = hours("Mo 20:00-24:00; Tu 00:00-06:00");
  const midnight = wib("2026-11-24T00:00");
  for (const moment of [midnight - 1, midnight, midnight + 1])
    expect(isOpen(night, moment)).toBe(true);
  expect(openTimeBetween(night, midnight - day, midnight + day)).toBe(10 * hour);
});

test("a holiday has no hours, and the next opening passes it over", () => {
  const closed = hours("Mo-Fr 08:00-16:00", "WIB", ["2026-12-25", "2026-12-28"]);
  expect(isOpen(closed, wib("2026-12-25T10:00"))).toBe(false);
  expect(nextOpening(closed, wib("2026-12-24T16:00"))).toBe(wib("2026-12-29T08:00"));
});

test("open now is the next opening", () => {
  const now = wib("2026-11-23T10:37");
  expect(nextOpening(office, now)).toBe(now);
});

test("an opening is looked for 60 days ahead and no further", () => {
  const mondays = Array.from({ length: 8 }, (_, week) =>
    new Date(at("2026-11-23") + week * 7 * day).toISOString().slice(0, 10),
  );
  const closed = hours("Mo 08:00-09:00", "WIB", mondays);
  expect(nextOpening(closed, wib("2026-11-19T00:00"))).toBe(wib("2027-01-18T08:00"));
  expect(nextOpening(closed, wib("2026-11-18T23:59"))).toBeNull();
});

test("two office hours are counted over the lunch, the night and the weekend", () => {
  const asked = wib("2026-11-21T11:00");
  expect(openTimeBetween(office, asked, wib("2026-11-23T08:59"))).toBe(2 * hour - 60_000);
  expect(openTimeBetween(office, asked, wib("2026-11-23T09:00"))).toBe(2 * hour);
  expect(openTimeBetween(office, wib("2026-11-23T11:00"), wib("2026-11-23T14:00"))).toBe(2 * hour);
  expect(openTimeBetween(office, asked, asked)).toBe(0);
  expect(openTimeBetween(office, asked, asked - hour)).toBe(0);
});

test("of a longer span the last 400 days count", () => {
  const daily = hours("08:00-09:00");
  const to = wib("2026-11-23T00:00");
  expect(openTimeBetween(daily, to - 365 * day, to)).toBe(365 * hour);
  expect(openTimeBetween(daily, 0, to)).toBe(400 * hour);
});

const anyHours = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 }),
    zone: fc.constantFrom<OfficeZone>("WIB", "WITA", "WIT"),
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ days, cuts, zone, holidays }): OfficeHours => {
    const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((one, other) => one - other);
    const ranges = [
      { from: a, to: b },
      { from: c, to: d },
    ];
    return {
      week: [0, 1, 2, 3, 4, 5, 6].map((one) => (days.includes(one) ? ranges : [])),
      zone,
      holidays: new Set(
        holidays.map((ahead) =>
          new Date(at("2026-11-20") + ahead * day).toISOString().slice(0, 10),
        ),
      ),
    };
  });
const anyMoment = fc.integer({ min: 0, max: 10 * 1440 }).map((n) => at("2026-11-20") + n * 60_000);

test("the next opening is open, and nothing is open before it", () => {
  fc.assert(
    fc.property(
      anyHours,
      anyMoment,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (any, now, share) => {
        const opening = nextOpening(any, now);
        expect(opening).not.toBeNull();
        if (opening === null) return;
        expect(opening).toBeGreaterThanOrEqual(now);
        expect(isOpen(any, opening)).toBe(true);
        expect(openTimeBetween(any, now, opening)).toBe(0);
        const between = now + Math.floor((opening - now) * share);
        if (between < opening) expect(isOpen(any, between)).toBe(false);
      },
    ),
  );
});

test("open time adds up over any moment between", () => {
  fc.assert(
    fc.property(anyHours, fc.tuple(anyMoment, anyMoment, anyMoment), (any, moments) => {
      const [a, b, c] = moments.sort((one, other) => one - other);
      const sum = openTimeBetween(any, a, b) + openTimeBetween(any, b, c);
      expect(openTimeBetween(any, a, c)).toBe(sum);
      expect(sum).toBeLessThanOrEqual(c - a);
    }),
  );
});

test("open time is what a clock finds that looks every minute", () => {
  fc.assert(
    fc.property(anyHours, anyMoment, fc.integer({ min: 0, max: 2000 }), (any, from, minutes) => {
      let open = 0;
      for (let minute = 0; minute < minutes; minute++)
        if (isOpen(any, from + minute * 60_000)) open++;
      expect(openTimeBetween(any, from, from + minutes * 60_000)).toBe(open * 60_000);
    }),
    { numRuns: 10 },
  );
});
