import { describe, expect, test } from "vitest";
import { choices, saysEnough, saysOnly } from "../../src/answer-types/choices.ts";
import { reading } from "./reading.ts";

const programmes = [
  { value: "jkk", label: "Kecelakaan kerja", words: ["jkk", "celaka"] },
  { value: "jkm", label: "Kematian", words: ["jkm"] },
  { value: "jht", label: "Hari tua", words: ["jht", "tabungan"] },
  { value: "jp", label: "Pensiun", words: ["jp"] },
];
const read = (text: string, bounds = {}) =>
  reading(choices, text, { options: programmes, ...bounds });

describe("several options are picked by numbers, labels and words", () => {
  test.for([
    ["1,3", "jkk,jht"],
    ["1, 3", "jkk,jht"],
    ["1 3", "jkk,jht"],
    ["3 dan 1", "jkk,jht"],
    ["1 dan 3 ya kak", "jkk,jht"],
    ["no 1 sama 4", "jkk,jp"],
    ["1.2.4", "jkk,jkm,jp"],
    ["1-3", "jkk,jkm,jht"],
    ["2 s/d 4", "jkm,jht,jp"],
    ["1 sampai 2, 4", "jkk,jkm,jp"],
    ["satu dan tiga", "jkk,jht"],
    ["2", "jkm"],
    ["jht", "jht"],
    ["jht, jkk", "jkk,jht"],
    ["jkk jht", "jkk,jht"],
    ["kecelakaan kerja dan hari tua", "jkk,jht"],
    ["kecelakan kerja, harii tua", "jkk,jht"],
    ["mau tabungan sama jkm", "jkm,jht"],
    ["JKK & JKM & JHT", "jkk,jkm,jht"],
    ["jkk,jht,jkk", "jkk,jht"],
    ["semua", "jkk,jkm,jht,jp"],
    ["smua aja", "jkk,jkm,jht,jp"],
    ["semuanya kak", "jkk,jkm,jht,jp"],
    ["keempatnya", "jkk,jkm,jht,jp"],
    ["semua kecuali pensiun", "jkk,jkm,jht"],
    ["semua kecuali 1 dan 2", "jht,jp"],
    ["jkk,jht", "jkk,jht"],
  ])("%s", ([text, picks]) => {
    expect(read(text as string)).toBe(picks);
  });
});

describe("none is an answer where none is allowed", () => {
  test.for(["tidak ada", "gak ada", "ga ada yg cocok", "-", "belum punya", "kosong"])(
    "%s",
    (text) => {
      expect(read(text, { min: 0 })).toBe("-");
      expect(read(text)).toBe("!too_few");
    },
  );
});

test.for([
  ["1,9", "!not_offered"],
  ["0", "!not_offered"],
  ["99", "!not_offered"],
  ["jkk dan payung", "!unclear"],
  ["apa bedanya?", "!unclear"],
  ["", "!empty"],
  ["bukan jht", "!unclear"],
  ["1.500.000", "!unclear"],
])("%s picks nothing", ([text, reason]) => {
  expect(read(text as string)).toBe(reason);
});

test("too few and too many are told apart", () => {
  expect(read("jkk", { min: 2 })).toBe("!too_few");
  expect(read("semua", { max: 2 })).toBe("!too_many");
  expect(read("1,2", { min: 2, max: 2 })).toBe("jkk,jkm");
});

test("a sign for and within a label does not part it", () => {
  const options = [
    { value: "dua", label: "JKK + JKM" },
    { value: "tiga", label: "JHT" },
  ];
  const text = (typed: string) => reading(choices, typed, { options });
  expect(text("JKK + JKM")).toBe("dua");
  expect(text("jkk + jkm, jht")).toBe("dua,tiga");
  expect(text("jht dan jkk + jkm")).toBe("dua,tiga");
});

test("what says enough, and what says no more than this", () => {
  for (const text of [
    "selesai",
    "udah",
    "cukup kak",
    "udah itu aja",
    "gak ada lagi",
    "itu aja",
    "sudah semua",
  ])
    expect(saysEnough(text), text).toBe(true);
  for (const text of ["ya", "jht", "belum", "jht sudah", "apa?"])
    expect(saysEnough(text), text).toBe(false);
  expect(saysOnly("jht aja")).toBe(true);
  expect(saysOnly("jht")).toBe(false);
});
