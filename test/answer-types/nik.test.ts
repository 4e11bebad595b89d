import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nik } from "../../src/answer-types/nik.ts";
import { reading, today } from "./reading.ts";

describe("the 16 digits are found behind labels and separators", () => {
  test.for([
    "3578121708900001",
    "3578 1217 0890 0001",
    "NIK : 3578121708900001",
    "nik3578121708900001",
    "no ktp 3578-1217-0890-0001",
    "3578.12.170890.0001",
    "'3578121708900001'",
    "３５７８１２１７０８９００００１",
    "3578121708900001.0",
    "NIK: 3578121708900001 Nama: RATNA TIRUAN TTL: SURABAYA, 17-08-1990",
    "KK 3578120101200003 NIK 3578121708900001",
  ])("%s", (text) => expect(reading(nik, text)).toBe("3578121708900001"));
});

describe("a number that is no NIK is asked again, with the reason, and never mended", () => {
  test.for([
    ["357812170890001", "too_short"],
    ["35781217089000012", "too_long"],
    ["3578l21708900001", "not_digits"],
    ["3578121708900OO1", "not_digits"],
    ["3578121708900001x", "not_digits"],
    ["3578 12I7 0890 0001", "not_digits"],
    ["9978121708900001", "bad_region"],
    ["2012121708900001", "bad_region"],
    ["3578123208900001", "bad_date"],
    ["3578127208900001", "bad_date"],
    ["3578121713900001", "bad_date"],
    ["3578122902010004", "bad_date"],
    ["3578121708900000", "bad_serial"],
    ["1111111111111111", "bad_serial"],
    ["3.57812E+15", "damaged_by_excel"],
    ["3,57812E+15", "damaged_by_excel"],
    ["3578121708900001 dan 3578121708900003", "unclear"],
    ["gak hafal", "unclear"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(nik, text)).toBe(`!${reason}`));
});

test("the digits that were counted are told", () => {
  expect(nik.parse("357812170890001", { today })).toEqual({
    kind: "refused",
    reason: "too_short",
    detail: { found: 15, expected: 16 },
  });
});

/** Sound NIKs of people born between 1930 and 2010. */
const soundNik = fc
  .record({
    province: fc.constantFrom("11", "19", "21", "31", "36", "51", "65", "76", "82", "96"),
    area: fc.integer({ min: 101, max: 9999 }),
    day: fc.integer({ min: 1, max: 28 }),
    woman: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 1930, max: 2010 }),
    serial: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ province, area, day, woman, month, year, serial }) => {
    const pad = (part: number, length: number) => String(part).padStart(length, "0");
    return `${province}${pad(area, 4)}${pad(day + (woman ? 40 : 0), 2)}${pad(month, 2)}${pad(year % 100, 2)}${pad(serial, 4)}`;
  });

test("every sound NIK reads back as itself, with any separators", () => {
  fc.assert(
    fc.property(
      soundNik,
      fc.constantFrom("", " ", "-", ".", "_"),
      fc.integer({ min: 2, max: 6 }),
      (digits, mark, size) => {
        const parts = digits.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
        expect(reading(nik, parts.join(mark))).toBe(digits);
      },
    ),
  );
});

test("a letter in place of any digit is refused", () => {
  fc.assert(
    fc.property(
      soundNik,
      fc.integer({ min: 0, max: 15 }),
      fc.constantFrom("O", "I", "l", "x"),
      (digits, at, letter) => {
        const broken = `${digits.slice(0, at)}${letter}${digits.slice(at + 1)}`;
        expect(reading(nik, broken)).toMatch(/^!/);
      },
    ),
  );
});
