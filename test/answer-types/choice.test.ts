import { describe, expect, test } from "vitest";
import { choice } from "../../src/answer-types/choice.ts";
import { reading, today } from "./reading.ts";

const wayOfPaying = [
  { value: "jkk_jkm", label: "JKK dan JKM saja", words: ["murah", "16800"] },
  { value: "lengkap", label: "JKK, JKM dan JHT", words: ["lengkap", "tabungan"] },
  { value: "kembali", label: "Hitung dulu" },
];
const consent = [
  { value: "ya", label: "Ya, setuju" },
  { value: "tidak", label: "Tidak" },
  { value: "nanti", label: "Nanti saja" },
];

describe("an option is picked by number, letter, place, label or word", () => {
  test.for([
    ["1", "jkk_jkm"],
    ["nomer 2", "lengkap"],
    ["#3", "kembali"],
    ["(2)", "lengkap"],
    ["2️⃣", "lengkap"],
    ["yg kedua aja", "lengkap"],
    ["siji", "jkk_jkm"],
    ["opsi c", "kembali"],
    ["B", "lengkap"],
    ["yang atas", "jkk_jkm"],
    ["terakhir", "kembali"],
    ["jkk dan jkm saja", "jkk_jkm"],
    ["yang ada jht", "lengkap"],
    ["yang murah", "jkk_jkm"],
    ["yg lengkp", "lengkap"],
    ["hitng dulu", "kembali"],
    ["16800", "jkk_jkm"],
    ["lengkap", "lengkap"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: wayOfPaying })).toBe(picked),
  );
});

describe("yes, no and later find the option that means the same", () => {
  test.for([
    ["oke", "ya"],
    ["iya dong", "ya"],
    ["ogah", "tidak"],
    ["mboten", "tidak"],
    ["kapan-kapan", "nanti"],
    ["mengko wae", "nanti"],
    ["minggu depan", "nanti"],
    ["pikir-pikir dulu", "nanti"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: consent })).toBe(picked),
  );
});

describe("what picks no option, or two, is asked again", () => {
  test.for([
    ["4", "not_offered"],
    ["0", "not_offered"],
    ["kelima", "not_offered"],
    ["-1", "unclear"],
    ["d", "unclear"],
    ["1 dan 2", "unclear"],
    ["1,2", "unclear"],
    ["1 juta", "unclear"],
    ["dua-duanya", "unclear"],
    ["terserah", "unclear"],
    ["yang mana ya", "unclear"],
    ["apa bedanya", "unclear"],
    ["jkk", "unclear"],
    ["saya mau tanya iurannya", "unclear"],
  ])("%s: %s", ([text = "", reason]) =>
    expect(reading(choice, text, { options: wayOfPaying })).toBe(`!${reason}`),
  );
});

test("a number out of range is told with what is on offer", () => {
  expect(choice.parse("7", { today, options: consent })).toEqual({
    kind: "refused",
    reason: "not_offered",
    detail: { found: 7, max: 3 },
  });
});

test("without options nothing is picked", () => {
  expect(reading(choice, "ya")).toBe("!unclear");
});
