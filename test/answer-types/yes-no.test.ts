import { describe, expect, test } from "vitest";
import { yesNo } from "../../src/answer-types/yes-no.ts";
import { reading } from "./reading.ts";

describe("a clear yes is yes, however it is written", () => {
  test.for([
    "ya",
    "y",
    "Iya dong",
    "okeeee",
    "sip lanjut",
    "gaskeun",
    "monggo",
    "nggih pak",
    "muhun",
    "he eh",
    "👍🏽",
    "✅",
    "s7",
    "siap 86",
    "udah pas",
    "sampun leres",
    "boleh banget",
    "data sudah sesuai",
    "betul sekali",
    "ok makasih",
    "setju",
    "olo",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe(true));
});

describe("a no that denies a fault is a yes", () => {
  test.for([
    "gak ada yang salah",
    "tidak salah",
    "ga perlu diubah",
    "gpp lanjut aja",
    "jangan dibatalkan",
    "tidak ada perubahan",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe(true));
});

describe("a clear no is no, and so is a fault that is named", () => {
  test.for([
    "gak",
    "g",
    "engga",
    "ndak",
    "kagak",
    "mboten",
    "henteu",
    "kada",
    "blm bener",
    "jangan dulu",
    "nope",
    "no",
    "❌",
    "gausah",
    "nggak ya",
    "masih ada yg salah",
    "namanya salah",
    "kurang tepat",
    "iya tapi alamatnya salah",
    "mau saya ganti dulu",
    "ralat",
    "gak jadi deh",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe(false));
});

describe("soft replies, questions and stories are asked again, because consent hangs on the answer", () => {
  test.for([
    "terserah",
    "🙏",
    "hmm",
    "mungkin iya",
    "kayaknya benar",
    "insya allah",
    "gak tau",
    "bingung",
    "nanti dulu",
    "ya udah",
    "ikut aja",
    "apa?",
    "benar gak ya?",
    "boleh tanya dulu",
    "bisa jadi",
    "gimana ya",
    "btl",
    "makasih",
    "belum yakin",
    "saya jualan bakso",
    "123",
    "asdf",
    "oh gitu",
    "ya ampun",
    "iya atau tidak ya",
    "kalau batal bagaimana",
    "masih bisa ikut gak",
    "baik",
    "amin",
    "👍 ❌",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe("!unclear"));
});

test("with a numbered pair on the screen 1 is yes and 2 is no; without one a number says nothing", () => {
  const options = [
    { value: "ya", label: "Ya" },
    { value: "tidak", label: "Tidak" },
  ];
  expect(reading(yesNo, "1", { options })).toBe(true);
  expect(reading(yesNo, "no 2", { options })).toBe(false);
  expect(reading(yesNo, "1")).toBe("!unclear");
});
