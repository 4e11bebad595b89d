import { expect, test } from "vitest";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const at = (step: string) => sessionAt(book, step);

test.for([
  ["setuju", "iyaa", true],
  ["setuju", "setuju aja", true],
  ["setuju", "👍", true],
  ["setuju", "lanjut", false],
  ["setuju", "siap siap dulu", false],
  ["setuju", "daftar", false],
  ["setuju", "ga bisa baca", false],
  ["setuju", "aman ga datanya", false],
  ["pernyataan", "benar semua", true],
  ["pernyataan", "tidak sedang dirawat", false],
  ["ringkasan", "sudah benar", true],
  ["ringkasan", "kirim", true],
  ["ringkasan", "gapapa", false],
  ["ringkasan", "daftar", false],
  ["ringkasan", "benar kecuali alamat", false],
  ["ringkasan", "berapa bayarnya?", false],
] as const)("at %s, %s moves on: %s", ([step, text, moves]) => {
  const { session, effects } = talk(book, at(step), [{ text }]);
  expect(session.asked?.step !== step).toBe(moves);
  if (!moves) expect(effects).toEqual([]);
});

test.for([
  ["ya hapus", true],
  ["hapus", true],
  ["lanjut", false],
  ["gapapa", false],
  ["sip", false],
  ["jangan", false],
] as const)("asked whether to erase, %s erases: %s", ([text, erases]) => {
  const asked = talk(book, null, [{ text: "hapus data" }]).session;
  const { effects } = talk(book, asked, [{ text }]);
  expect(effects.map(({ kind }) => kind)).toEqual(erases ? ["data.erase"] : []);
});

test("a proposal denied with another answer takes that answer; denied without, it is asked plainly", () => {
  const other = talk(book, at("cabang"), [{ text: "bukan, Cikarang" }]).session;
  expect(other.forms[0]?.marks["cabang"]?.v).toBe("Cikarang");
  const plain = talk(book, at("cabang"), [{ text: "bukan" }]).session;
  expect(plain.asked).toEqual({ form: plain.asked?.form, step: "cabang", tries: 0 });
});

test("who tells of an accident or a death is heard before any question", () => {
  for (const step of ["alamat", "pekerjaan", "cabang"]) {
    const { session, replies } = talk(book, at(step), [{ text: "tadi pagi ketabrak truk" }]);
    expect(replies[0]?.keys[0]).toBe("kecelakaan.isi");
    expect(session.asked?.step).toBe(step);
  }
  const supposed = talk(book, at("alamat"), [{ text: "kalau kecelakaan dapat apa?" }]);
  expect(supposed.replies[0]?.keys).not.toContain("kecelakaan.isi");
});
