import { expect, test } from "vitest";
import type { Value } from "../../src/answer-types/answer-type.ts";
import { officeValues } from "../../src/book/office-values.ts";
import type { OfficeHours, OfficeZone } from "../../src/cases/office-hours.ts";
import { readOfficeHours } from "../../src/cases/read-office-hours.ts";

const office = (text: string, zone: OfficeZone = "WIB", holidays: string[] = []): OfficeHours => ({
  week: readOfficeHours(text).value ?? [],
  zone,
  holidays: new Set(holidays),
});

const told = (hours: OfficeHours | null, name: string, given: Record<string, Value> = {}) =>
  officeValues(hours)[name]?.compute({ language: "id", now: "2026-11-22T03:00:00.000Z", ...given });

test.for([
  ["Mo-Fr 08:00-16:00", "Senin–Jumat 08.00–16.00 WIB", "Monday–Friday 08:00–16:00 WIB"],
  [
    "Mo-Fr 08:00-16:00; Sa 08:00-12:00",
    "Senin–Jumat 08.00–16.00, Sabtu 08.00–12.00 WIB",
    "Monday–Friday 08:00–16:00, Saturday 08:00–12:00 WIB",
  ],
  [
    "Mo-Fr 08:00-12:00,13:00-16:00",
    "Senin–Jumat 08.00–12.00 dan 13.00–16.00 WIB",
    "Monday–Friday 08:00–12:00 and 13:00–16:00 WIB",
  ],
  [
    "Mo,We,Fr-Su 08:00-16:00",
    "Senin, Rabu dan Jumat–Minggu 08.00–16.00 WIB",
    "Monday, Wednesday and Friday–Sunday 08:00–16:00 WIB",
  ],
  [
    "Mo-Fr 08:00-16:00; We 08:00-12:00",
    "Senin–Selasa dan Kamis–Jumat 08.00–16.00, Rabu 08.00–12.00 WIB",
    "Monday–Tuesday and Thursday–Friday 08:00–16:00, Wednesday 08:00–12:00 WIB",
  ],
  ["00:00-24:00", "Setiap hari 00.00–24.00 WIB", "Every day 00:00–24:00 WIB"],
] as const)("%s is told as %s", ([hours, id, en]) => {
  expect(told(office(hours), "jam_petugas")).toBe(id);
  expect(told(office(hours), "jam_petugas", { language: "en" })).toBe(en);
});

test.for([
  ["2026-11-22T03:00:00.000Z", "besok pukul 08.00 WIB", "tomorrow at 08:00 WIB"],
  ["2026-11-22T23:59:00.000Z", "hari ini pukul 08.00 WIB", "today at 08:00 WIB"],
  ["2026-11-23T05:10:00.000Z", "hari ini pukul 13.00 WIB", "today at 13:00 WIB"],
  [
    "2026-11-21T03:00:00.000Z",
    "Senin, 23 November 2026 pukul 08.00 WIB",
    "Monday, 23 November 2026 at 08:00 WIB",
  ],
  ["2026-11-23T02:00:00.000Z", "", ""],
] as const)("at %s it opens again %s", ([now, id, en]) => {
  const hours = office("Mo-Fr 08:00-12:00,13:00-16:00");
  expect(told(hours, "petugas_buka_lagi", { now })).toBe(id);
  expect(told(hours, "petugas_buka_lagi", { now, language: "en" })).toBe(en);
  expect(told(hours, "petugas_buka", { now })).toBe(id === "");
});

test("today and tomorrow are the office's own: in Jayapura the day begins two hours before Jakarta", () => {
  const now = "2026-11-22T15:30:00.000Z";
  const opening = (zone: OfficeZone) =>
    told(office("Mo-Fr 08:00-16:00", zone), "petugas_buka_lagi", { now });
  expect(opening("WIB")).toBe("besok pukul 08.00 WIB");
  expect(opening("WIT")).toBe("hari ini pukul 08.00 WIT");
});

test("without hours nothing is said to be open, and there are no words for them", () => {
  expect(told(null, "jam_ada")).toBe(false);
  expect(told(office("08:00-16:00"), "jam_ada")).toBe(true);
  expect(told(null, "petugas_buka")).toBe(false);
  expect(told(null, "jam_petugas")).toBe("");
  expect(told(null, "petugas_buka_lagi")).toBe("");
});
