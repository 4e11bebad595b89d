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

describe("an English denial is never a yes", () => {
  test.for([
    "not okay",
    "okay, don't",
    "yes but I don't approve",
    "kami not setuju",
    "never ever",
    "that isn't correct",
    "I can't agree to this",
    "not right yet",
    "of course not!",
    "ok, but later",
    "not sure about it",
    "no way",
    "I refuse",
  ])("%s", (text) => expect(reading(yesNo, text)).not.toBe(true));
});

test("an English denial of a fault is a yes, and the short form of nomor no denial", () => {
  expect(reading(yesNo, "nothing wrong here")).toBe(true);
  expect(reading(yesNo, "no problem, go on")).not.toBe(false);
  expect(reading(yesNo, "no hp sudah benar")).toBe(true);
  expect(reading(yesNo, "no, no, no")).toBe(false);
});

describe("a deletion happens only on a yes beside it", () => {
  test.for([
    ["ya, hapus", true],
    ["iya hapus saja", true],
    ["ok hapus semua data saya", true],
    ["hapus", "!unclear"],
    ["hapus aja deh", "!unclear"],
    ["apus yang kemarin", "!unclear"],
    ["iya hapus nomor hp suami", "!unclear"],
    ["jangan dihapus", false],
    ["jangan hapus data kami", false],
    ["gak usah dihapus", false],
    ["ga jadi hapus", false],
  ] as const)("%s: %s", ([text, meant]) => expect(reading(yesNo, text)).toBe(meant));
});

describe("a condition, a doubt or a two-faced word is no consent", () => {
  test.for([
    "setuju asalkan tidak bayar",
    "boleh, kalau gratis",
    "iya kecuali alamat",
    "masa sih iya",
    "sing setuju",
    "iya penipu kamu",
    "ya/tidak",
    "y/n",
    "iya gak sih",
    "tak baca dulu",
    "bener2 payah",
    "betul-betul lambat",
    "yes no",
    "bulan",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe("!unclear"));
});

describe("a no that runs into the next word is no double denial", () => {
  test.for(["enggak batalin aja", "gak ganti aja", "nggak salah namanya", "tak ganti dulu"])(
    "%s",
    (text) => expect(reading(yesNo, text)).not.toBe(true),
  );
});

describe("a no in a regional language before a yes word is never a yes", () => {
  test.for(["trada setuju", "sonde cocok", "ndeq setuju", "banni leres", "indak satuju"])(
    "%s",
    (text) => expect(reading(yesNo, text)).not.toBe(true),
  );
});

describe("a yes put off, or one with a thing taken out of it, is no consent", () => {
  test.for([
    "oke besok saja dikirim",
    "iya lusa",
    "siap, ntar malam",
    "benar, lain kali",
    "setuju minggu depan",
    "yes tomorrow",
    "betul selain tanggal lahir",
    "sudah sesuai cuma nomor hp",
    "benar kecuali pekerjaan",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe("!unclear"));
});

describe("wanting to register agrees to nothing, going on does", () => {
  test.for([
    ["daftar", "!unclear"],
    ["mau daftar dong", "!unclear"],
    ["daftarkan saya", "!unclear"],
    ["gak jadi daftar", false],
    ["ya, daftar", true],
    ["lanjut", true],
    ["ok lanjutkan", true],
  ] as const)("%s: %s", ([text, meant]) => expect(reading(yesNo, text)).toBe(meant));
});

describe("asking whether something is so, or naming what to change, is no no", () => {
  test.for([
    "penting ga",
    "ini resmi gak sih",
    "perlu gak ya",
    "ubah 2",
    "ganti alamat",
    "perbaiki umur",
    "hapus email",
    "ya gak dirawat",
    "iya ga opname",
  ])("%s", (text) => expect(reading(yesNo, text)).toBe("!unclear"));
});

describe("a no after its own subject stays a no", () => {
  test.for(["saya tidak", "memang enggak", "ubah dulu", "ya enggak mau"])("%s", (text) =>
    expect(reading(yesNo, text)).toBe(false),
  );
});
