import { ageInYears, isoDate, nearestPastYear } from "../lib/dates.ts";

/** Province codes a NIK may begin with (Kemendagri, Kepmendagri 300.2.2-2138/2025). */
const provinceRanges: readonly (readonly [number, number])[] = [
  [11, 19],
  [21, 21],
  [31, 36],
  [51, 53],
  [61, 65],
  [71, 76],
  [81, 82],
  [91, 96],
];

/** Added to the day of birth of a woman. */
const womensDayOffset = 40;

/** Below this age a birth date read from 16 digits is rather the day on which a family card was made. */
const youngestHolder = 17;

/** What 16 digits say about their holder; `sex` is L (laki-laki) or P (perempuan). */
export type NikParts = { province: string; birthDate: string; sex: "L" | "P" };

/** Why 16 digits are no NIK; the codes are among the reason codes of answers. */
export type NikProblem =
  | "too_short"
  | "too_long"
  | "not_digits"
  | "bad_region"
  | "bad_date"
  | "bad_serial";

/** Takes a NIK apart (province 1-2, birth date DDMMYY 7-12 with a woman's day + 40, serial 13-16), or tells what is wrong with it. */
export function nikParts(nik: string, today: string): NikParts | { problem: NikProblem } {
  if (!/^\d*$/.test(nik)) return { problem: "not_digits" };
  if (nik.length !== 16) return { problem: nik.length < 16 ? "too_short" : "too_long" };
  if (/^(\d)\1+$/.test(nik) || nik.endsWith("0000")) return { problem: "bad_serial" };

  const province = Number(nik.slice(0, 2));
  if (!provinceRanges.some(([from, to]) => province >= from && province <= to)) {
    return { problem: "bad_region" };
  }
  const writtenDay = Number(nik.slice(6, 8));
  const woman = writtenDay > womensDayOffset;
  const day = woman ? writtenDay - womensDayOffset : writtenDay;
  const month = Number(nik.slice(8, 10));
  const birthDate = isoDate(
    nearestPastYear(Number(nik.slice(10, 12)), month, day, today),
    month,
    day,
  );
  if (birthDate === null) return { problem: "bad_date" };
  return { province: nik.slice(0, 2), birthDate, sex: woman ? "P" : "L" };
}

/** Whether a well-formed NIK may be the number of a family card (KK): its date makes the holder younger than 17. */
export function mayBeKkNumber(nik: string, today: string): boolean {
  const parts = nikParts(nik, today);
  return !("problem" in parts) && ageInYears(parts.birthDate, today) < youngestHolder;
}
