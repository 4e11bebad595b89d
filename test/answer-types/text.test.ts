import { describe, expect, test } from "vitest";
import { text } from "../../src/answer-types/text.ts";
import { reading } from "./reading.ts";

test("a text is kept as typed, with single spaces and without invisible characters", () => {
  expect(reading(text, "  Jl. Melati  No. 5,\nRT 01/02 \u0000")).toBe("Jl. Melati No. 5, RT 01/02");
  expect(reading(text, "rumah \u202Ebiru\u202C 🏠")).toBe("rumah biru 🏠");
  expect(reading(text, "ibu 👩‍🌾")).toBe("ibu 👩‍🌾");
  expect(reading(text, "a\uD800b")).toBe("ab");
});

test("a text has the length that the question asks for, in characters", () => {
  expect(reading(text, "ab", { min: 3 })).toBe("!too_short");
  expect(reading(text, "abcd", { max: 3 })).toBe("!too_long");
  expect(reading(text, "a👍b", { max: 3 })).toBe("a👍b");
  expect(reading(text, "a".repeat(500))).toBe("a".repeat(500));
  expect(reading(text, "a".repeat(501))).toBe("!too_long");
});

test("a question is no answer to another question", () => {
  expect(reading(text, "iurannya berapa sih?")).toBe("!unclear");
  expect(reading(text, "kalo sakit di rumah dibayar gak")).toBe("!unclear");
  expect(reading(text, "gimana cara bayarnya nanti")).toBe("!unclear");
  expect(reading(text, "gang apa kabar no 3")).toBe("gang apa kabar no 3");
  expect(reading(text, "di rumah saja")).toBe("di rumah saja");
});

test("nothing and mere signs are no text", () => {
  expect(reading(text, " \n\t\u200B ")).toBe("!empty");
  expect(reading(text, "...")).toBe("!unclear");
  expect(reading(text, "😀😀")).toBe("!unclear");
});

describe("a whole message that answers nothing is no text", () => {
  test.for([
    "eh salah",
    "salah ketik",
    "ga tau",
    "kurang hapal",
    "lupa",
    "gatau kantor mana",
    "ok sip",
    "oke",
    "ya",
    "tidak",
    "lanjut",
    "terserah aja deh",
    "males",
    "hehe",
    "mau nanya dong",
    "goblok lu",
    "bot bangsat",
    "ribet banget sih",
  ])("%s", (typed) => expect(reading(text, typed)).toBe("!unclear"));
});

describe("a story of an accident or a death is no address and no workplace", () => {
  test.for([
    "tadi pagi istri gue ditabrak truk",
    "kmrn saya jatuh dari pohon",
    "bapak meninggal semalam",
    "my husband died yesterday",
  ])("%s", (typed) => expect(reading(text, typed)).toBe("!unclear"));
});

describe("a short answer stays an answer", () => {
  test.for([
    "di rumah",
    "pasar",
    "pagi",
    "keliling",
    "24 jam",
    "Sleman",
    "toko",
    "gak tentu",
    "bebas",
    "tidak ada",
    "jual anjing ras",
    "warung babi guling",
    "bengkel tabrakan",
    "gatau, pokoknya pasar Kranggan",
    "Kafe Lupa Waktu",
  ])("%s", (typed) => expect(reading(text, typed)).toBe(typed));
});

test("where no digit may stand, a text with one is refused and others are not", () => {
  const refusedHere = { today: "2026-11-22", digits: false };
  expect(text.parse("3 bulan", refusedHere)).toEqual({ kind: "refused", reason: "unclear" });
  expect(text.parse("Sleman", refusedHere)).toEqual({ kind: "value", value: "Sleman" });
  expect(text.parse("3 bulan", { today: "2026-11-22" })).toEqual({
    kind: "value",
    value: "3 bulan",
  });
});
