import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiahPerMonth } from "../../src/answer-types/rupiah-per-month.ts";
import { reading, today } from "./reading.ts";

describe("a monthly sum is read in figures, words and slang", () => {
  test.for<[string, number]>([
    ["2jt", 2_000_000],
    ["2,5 jt", 2_500_000],
    ["2.5 juta", 2_500_000],
    ["Rp. 1.700.000,-", 1_700_000],
    ["Rp1.700.000,00", 1_700_000],
    ["1,700,000", 1_700_000],
    ["1 700 000", 1_700_000],
    ["1700000", 1_700_000],
    ["500k", 500_000],
    ["limaratus ribu", 500_000],
    ["2jt5", 2_500_000],
    ["2jt500", 2_500_000],
    ["1 jt 2 ratus", 1_200_000],
    ["2 juta 250 ribu", 2_250_000],
    ["sejuta setengah", 1_500_000],
    ["satu setengah juta", 1_500_000],
    ["1½ jt", 1_500_000],
    ["setengah juta", 500_000],
    ["sejuta dua ratus", 1_200_000],
    ["tiga koma lima juta", 3_500_000],
    ["telung yuta", 3_000_000],
    ["tilu juta", 3_000_000],
    ["sejeti", 1_000_000],
    ["gopek ceng", 500_000],
    ["1.500rb", 1_500_000],
    ["dua belas juta", 12_000_000],
    ["± 2 jutaan/bln", 2_000_000],
    ["gak tentu, rata2 2jt sebulan", 2_000_000],
    ["700an ribu", 700_000],
    ["100rb", 100_000],
    ["100 juta", 100_000_000],
    ["2.000.000 (dua juta)", 2_000_000],
    ["2500000.00", 2_500_000],
  ])("%s", ([text, rupiah]) => expect(reading(rupiahPerMonth, text)).toBe(rupiah));
});

describe("a monthly figure wins over one for another period beside it", () => {
  test.for<[string, number]>([
    ["harian 100rb jadi sebulan 2,6jt", 2_600_000],
    ["sehari 80 ribu, sebulan dapat 2 juta", 2_000_000],
    ["seminggu 600rb sebulan 2,4jt", 2_400_000],
    ["omset 10jt bersih 3jt", 3_000_000],
  ])("%s", ([text, rupiah]) => expect(reading(rupiahPerMonth, text)).toBe(rupiah));
});

describe("what is no clear monthly sum is asked again, with the reason", () => {
  test.for([
    ["100rb/hari", "not_monthly"],
    ["sehari 100", "not_monthly"],
    ["700rb/mgg", "not_monthly"],
    ["24 juta per tahun", "not_monthly"],
    ["sekali panen 10jt", "not_monthly"],
    ["per potong 5000", "not_monthly"],
    ["10 jt per 3 bulan", "not_monthly"],
    ["seket ewu sedino", "not_monthly"],
    ["2-3jt", "range"],
    ["dua tiga juta", "range"],
    ["antara 2 dan 3 juta", "range"],
    ["kadang 1jt kadang 2jt", "range"],
    ["di bawah 2 juta", "range"],
    ["gak nyampe 1jt", "range"],
    ["1.600", "no_unit"],
    ["2,6", "no_unit"],
    ["700an", "no_unit"],
    ["dua setengah", "no_unit"],
    ["50 ribu", "too_small"],
    ["goban", "too_small"],
    ["200 juta", "too_large"],
    ["2M", "too_large"],
    ["gak tentu", "unclear"],
    ["umr", "unclear"],
    ["2jt 50", "unclear"],
    ["2.500.00", "no_unit"],
    ["2.50.000", "unclear"],
    ["1.250 jt", "unclear"],
    ["l.500.000", "unclear"],
    ["2OOOOOO", "unclear"],
    ["1o0rb", "unclear"],
    ["-500rb", "unclear"],
    ["bukan 2jt", "unclear"],
    ["kalo 2jt bayar brp?", "unclear"],
    ["081234567890", "unclear"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(rupiahPerMonth, text)).toBe(`!${reason}`));
});

test("turnover is no income and is told apart", () => {
  expect(rupiahPerMonth.parse("omset 20jt sebulan", { today })).toEqual({
    kind: "refused",
    reason: "unclear",
    detail: { omzet: 1 },
  });
});

const grouped = (rupiah: number, mark: string) => String(rupiah).replace(/\B(?=(\d{3})+$)/g, mark);
const written: readonly ((rupiah: number) => string)[] = [
  (rupiah) => String(rupiah),
  (rupiah) => `Rp${grouped(rupiah, ".")}`,
  (rupiah) => `rp ${grouped(rupiah, ".")},-`,
  (rupiah) => `${grouped(rupiah, ".")},00 per bulan`,
  (rupiah) => grouped(rupiah, ","),
  (rupiah) => `sebulan ${grouped(rupiah, ".")} rupiah`,
];
const inThousands: readonly ((thousands: number) => string)[] = [
  (thousands) => `${thousands}rb`,
  (thousands) => `${thousands} ribu sebulan`,
  (thousands) =>
    thousands % 1000 === 0
      ? `${thousands / 1000} juta`
      : `${Math.trunc(thousands / 1000)}jt ${thousands % 1000}rb`,
  (thousands) =>
    thousands % 10 === 0 ? `${(thousands / 1000).toFixed(2).replace(".", ",")}jt` : `${thousands}k`,
];

test("a sum written in any usual form reads back as itself", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 100_000_000 }),
      fc.constantFrom(...written),
      (rupiah, write) => {
        expect(reading(rupiahPerMonth, write(rupiah))).toBe(rupiah);
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 99_999 }),
      fc.constantFrom(...inThousands),
      (thousands, write) => {
        expect(reading(rupiahPerMonth, write(thousands))).toBe(thousands * 1_000);
      },
    ),
  );
});

test("a sum named for a day never becomes a monthly one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 900 }),
      fc.constantFrom("sehari", "per hari", "/hari", "seminggu", "setahun", "sekali panen"),
      (thousands, period) => {
        expect(reading(rupiahPerMonth, `${thousands}rb ${period}`)).toBe("!not_monthly");
        expect(reading(rupiahPerMonth, `${period} ${thousands}rb`)).toBe("!not_monthly");
      },
    ),
  );
});

describe("an amount in English is read", () => {
  test.for([
    ["3.2 million", 3_200_000],
    ["2 million a month", 2_000_000],
    ["three million", 3_000_000],
    ["two and a half million", 2_500_000],
    ["nine hundred and fifty thousand per month", 950_000],
    ["twenty-five million", 25_000_000],
    ["fifty thousand a day", "!not_monthly"],
  ] as const)("%s: %s", ([text, rupiah]) => expect(reading(rupiahPerMonth, text)).toBe(rupiah));
});

describe("a time of day is unclear, not pay by the hour", () => {
  test.for([
    ["jam 5 pagi", "!unclear"],
    ["pukul 07.30", "!unclear"],
    ["jam 8 sampai jam 4", "!unclear"],
    ["kerja jam 6 pagi dapat 3jt sebulan", 3_000_000],
    ["2 jam 50rb", "!not_monthly"],
    ["per jam 20rb", "!not_monthly"],
  ] as const)("%s: %s", ([text, rupiah]) => expect(reading(rupiahPerMonth, text)).toBe(rupiah));
});

describe("a sum with another taken off it is asked again, whichever was meant", () => {
  test.for([
    ["gaji 4jt potong bensin 500rb", "!range"],
    ["3jt potong cicilan 1jt", "!range"],
    ["3jt dikurangi setoran 1jt", "!range"],
    ["per potong 20rb", "!not_monthly"],
    ["1 potong 20rb", "!not_monthly"],
    ["sehari 100rb potong bensin 20rb", "!not_monthly"],
  ] as const)("%s: %s", ([text, rupiah]) => expect(reading(rupiahPerMonth, text)).toBe(rupiah));
});
