import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthDate } from "../../src/answer-types/birth-date.ts";
import { reading, today } from "./reading.ts";

describe("a date of birth is read day before month, in figures and words", () => {
  test.for([
    ["17-8-1990", "1990-08-17"],
    ["17.8.90", "1990-08-17"],
    ["17 8 1990", "1990-08-17"],
    ["17081990", "1990-08-17"],
    ["170890", "1990-08-17"],
    ["1990/08/17", "1990-08-17"],
    ["19900817", "1990-08-17"],
    ["17 agt 90", "1990-08-17"],
    ["17agustus1990", "1990-08-17"],
    ["agustus 17 1990", "1990-08-17"],
    ["17 VIII 1990", "1990-08-17"],
    ["tgl 17 bln 8 th 90", "1990-08-17"],
    ["th 1982 bln 7 tgl 10", "1982-07-10"],
    ["bln juli tgl 10 thn 82", "1982-07-10"],
    ["10 Jul '82", "1982-07-10"],
    ["17 febuari 1990", "1990-02-17"],
    ["12 nopember 1988", "1988-11-12"],
    ["17 septmber 1990", "1990-09-17"],
    ["29 februari 1988", "1988-02-29"],
    ["jumat, 17 agustus 1990", "1990-08-17"],
    ["17-08-1990 (36 thn)", "1990-08-17"],
    ["3-5-01", "2001-05-03"],
    ["tujuh belas agustus seribu sembilan ratus sembilan puluh", "1990-08-17"],
    ["dua puluh lima mei sembilan belas delapan puluh lima", "1985-05-25"],
  ])("%s", ([text = "", date]) => expect(reading(birthDate, text)).toBe(date));
});

describe("a place of birth in front is passed over", () => {
  test.for([
    "ttl: Kediri, 17-08-1990",
    "Surabaya/17-08-1990",
    "lahir di Solo, 17 Agustus 1990",
    "sby 17-8-90",
  ])("%s", (text) => expect(reading(birthDate, text)).toBe("1990-08-17"));
});

describe("what is no date of a working person is asked again, with the reason", () => {
  test.for([
    ["29-2-1990", "bad_date"],
    ["31 nov 1988", "bad_date"],
    ["08/17/1990", "bad_date"],
    ["0-5-1990", "bad_date"],
    ["1990-17-08", "bad_date"],
    ["17-8-2030", "future_date"],
    ["1-1-2024", "too_young"],
    ["17-8-1890", "too_old"],
    ["1990", "unclear"],
    ["umur 36", "unclear"],
    ["tahun 1990an", "unclear"],
    ["17 agustus", "unclear"],
    ["agustus 1990", "unclear"],
    ["17-08-19990", "unclear"],
    ["l7-08-1990", "unclear"],
    ["17-O8-1990", "unclear"],
    ["12-3-1980 atau 13-3-1980", "unclear"],
    ["kemarin", "unclear"],
    ["3578121708900001", "unclear"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(birthDate, text)).toBe(`!${reason}`));
});

test("a date that does not exist is told with its parts", () => {
  expect(birthDate.parse("31 juni 1985", { today })).toEqual({
    kind: "refused",
    reason: "bad_date",
    detail: { day: 31, month: 6, year: 1985 },
  });
});

const monthNames =
  "januari februari maret april mei juni juli agustus september oktober november desember".split(
    " ",
  );

test("every real date reads back as itself in any usual form", () => {
  const days = fc.record({
    year: fc.integer({ min: 1927, max: 2015 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(days, fc.constantFrom("-", "/", ".", " "), ({ year, month, day }, mark) => {
      const pad = (part: number) => String(part).padStart(2, "0");
      const iso = `${year}-${pad(month)}-${pad(day)}`;
      expect(reading(birthDate, [day, month, year].join(mark))).toBe(iso);
      expect(reading(birthDate, `${pad(day)}${pad(month)}${year}`)).toBe(iso);
      expect(reading(birthDate, `${day} ${monthNames[month - 1]} ${year}`)).toBe(iso);
      expect(reading(birthDate, [pad(day), pad(month), pad(year % 100)].join(mark))).toBe(iso);
    }),
  );
});
