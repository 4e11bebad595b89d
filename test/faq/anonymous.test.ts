import { expect, test } from "vitest";
import { readExamples } from "../../src/book/read-examples.ts";
import { anonymousBy } from "../../src/faq/anonymous.ts";
import { clusters } from "../../src/faq/clusters.ts";

const anonymous = anonymousBy(readExamples(".").examples);

test.for([
  ["nik saya 3404074506850002 kok salah", "nik saya # kok salah"],
  ["hubungi saya di 0812-0000-1234 atau sri.c@contoh.id", "hubungi saya di # atau #"],
  ["Bu Indah mau tanya soal iuran", "bu … mau tanya soal iuran"],
  [
    "suami saya Contohsari meninggal, dapat santunan berapa",
    "suami saya … meninggal dapat santunan berapa",
  ],
  ["gaji saya 2500000 sebulan iurannya berapa", "gaji saya # sebulan iurannya berapa"],
  ["saya dari Dusun Wringinputih Bergas daftar dimana", "saya dari dusun … daftar dimana"],
  ["nama saya sari ganti di kartu gimana", "nama saya … ganti di kartu gimana"],
  ["xyzzy", ""],
  ["3404074506850002", ""],
])("kept of %s: %s", ([text, kept]) => {
  expect(anonymous(text ?? "")).toBe(kept);
});

test("most words of questions stay, so that an author knows what was asked", () => {
  const text = "kalau nunggak iuran tiga bulan apa masih bisa klaim kecelakaan kerja";
  expect(anonymous(text)).toBe(text);
});

test("questions that ask the same are counted together, the most frequent first", () => {
  const asked = [
    "bisa bayar lewat warung tidak",
    "kartu hilang gimana",
    "bayar lewat warung bisa ga kak",
    "bayarnya lewat warung bisa?",
    "kartunya hilang gimana ya",
    "gaji telat lapor kemana",
  ].map((question) => ({ question }));
  const groups = clusters(asked);
  expect(groups.map((group) => group.length)).toEqual([3, 2, 1]);
  expect(groups[0]?.map(({ question }) => question)).toContain("bayarnya lewat warung bisa?");
});

test("thousands of questions are put together in less than a few seconds", () => {
  const words = "bayar iuran lewat warung kartu hilang gaji telat lapor daftar mandiri klaim".split(
    " ",
  );
  const all = Array.from({ length: 5000 }, (_, n) => ({
    question: [n, n * 7, n * 13, n * 29].map((seed) => words[seed % words.length]).join(" "),
  }));
  const from = performance.now();
  expect(clusters(all).flat()).toHaveLength(5000);
  expect(performance.now() - from).toBeLessThan(5000);
});
