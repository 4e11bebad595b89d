import { describe, expect, test } from "vitest";
import { months } from "../../src/answer-types/months.ts";
import { reading, today } from "./reading.ts";

const periods: Readonly<Record<number, string>> = {
  1: "1, sebulan, 1 bln, satu bulan aja, per bulan, bulanan, tiap bulan, sewulan, sabulan",
  3: "3, 3bln, tiga, telung wulan, tilu bulan, tigo bulan, triwulan, per 3 bulan, yang 3 bulan",
  6: "6, 6 bulan, setengah tahun, stengah th, 1/2 tahun, ½ tahun, semester, genep bulan",
  12: "12, setahun, 1 th, setaun, satu tahun aja, dua belas bulan, tahunan, langsung setahun, sataun",
};

describe("a period on offer is read in any writing", () => {
  test.for(
    Object.entries(periods).flatMap(([count, list]) =>
      list.split(", ").map((text) => [text, Number(count)] as const),
    ),
  )("%s: %i", ([text, count]) => expect(reading(months, text)).toBe(count));
});

describe("other periods and unclear ones are asked again", () => {
  test.for([
    ["2 bulan", "not_offered"],
    ["dua", "not_offered"],
    ["2 tahun", "not_offered"],
    ["setengah bulan", "not_offered"],
    ["100 bulan", "not_offered"],
    ["sebulan atau 3 bulan", "unclear"],
    ["3-6 bulan", "unclear"],
    ["-3", "unclear"],
    ["seminggu", "unclear"],
    ["15 hari", "unclear"],
    ["sampai akhir tahun", "unclear"],
    ["bulan depan", "unclear"],
    ["nunggak 1 tahun", "unclear"],
    ["berapa bulan?", "unclear"],
    ["terserah", "unclear"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(months, text)).toBe(`!${reason}`));
});

describe("a count of something else, or a year and a half, is no count of months", () => {
  test.for([
    "1jt",
    "6 juta",
    "3rb",
    "12 ribu",
    "rp 3",
    "3 orang",
    "1 anak",
    "6 motor",
    "3 kali",
    "1 tahun setengah",
    "setahun setengah",
  ])("%s", (text) => expect(reading(months, text)).toBe("!unclear"));
});

describe("a period in English words is read", () => {
  test.for([
    ["one month", 1],
    ["three months please", 3],
    ["half a year", 6],
    ["six months", 6],
    ["a year", 12],
    ["one year", 12],
    ["twelve months", 12],
    ["two months", "!not_offered"],
  ] as const)("%s: %s", ([text, count]) => expect(reading(months, text)).toBe(count));
});

test("the period that is not on offer is told", () => {
  expect(months.parse("9 bulan", { today })).toEqual({
    kind: "refused",
    reason: "not_offered",
    detail: { found: 9 },
  });
});
