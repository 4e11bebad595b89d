import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { said } from "../support/said.ts";
import { bookForTests, sessionAt } from "../support/talk.ts";

const book = bookForTests();

test.for([
  ["iuran saya berapa kalau penghasilan 2,5jt", { penghasilan: 2_500_000 }, "pekerjaan"],
  ["brp sih byr nya klo jualan sayur", { pekerjaan: "pedagang" }, "penghasilan"],
  ["ojol bayar berapa sebulan", { pekerjaan: "ojek-online" }, "penghasilan"],
  ["berapa iurannya buat tukang jahit", { pekerjaan: "penjahit" }, "penghasilan"],
  ["petani gaji 1,2 juta bayar berapa", { pekerjaan: "petani", penghasilan: 1_200_000 }, "lanjut"],
  ["hitungin iuran dong min", {}, "pekerjaan"],
] as const)('"%s" is read and answered for', ([text, answers, step]) => {
  const { session, flow, answers: taken } = said([text]);
  expect([flow, session.asked?.step]).toEqual(["hitung_iuran", step]);
  for (const [name, answer] of Object.entries(answers)) expect(taken[name]?.v).toBe(answer);
});

test.for([
  ["kalau meninggal dapat berapa", "meninggal"],
  ["klo mati gara2 kecelakaan kerja dpt brp", "meninggal-kerja"],
  ["kalo jatoh pas kerja dapet brp", "kecelakaan"],
  ["misal saya cacat krn kerja santunannya berapa", "cacat"],
  ["bapak saya meninggal, dapat santunan berapa?", "meninggal"],
] as const)('"%s" asks what %s brings', ([text, event]) => {
  const { flow, answers } = said([text]);
  expect([flow, answers["kejadian"]?.v]).toEqual(["hitung_manfaat", event]);
});

test.for([
  "saya mau bayar",
  "sudah bayar kok belum aktif",
  "berapa lama bayarnya",
  "bayar telat dendanya berapa",
  "nomor va berapa",
  "cara klaim kecelakaan apa aja syaratnya",
  "jatuh tempo tanggal berapa bayar iuran",
  "kalau bunuh diri dapat santunan?",
  "saya jatuh cinta dapat apa",
  "jatuh sakit dapat apa",
  "iuran bpjs kelas 3 sekarang berapa",
  "tkw hongkong bayar brp",
  "biaya bt kartu brp",
  "santunan jasa raharja tabrakan motor brp",
  "pesangon phk 5 tahun kerja dapet berapa bulan gaji",
  "Apakah cucu dapat menjadi penerima santunan jika anak peserta telah wafat?",
  "umur berapa uang jht bisa diambil semua?",
])('"%s" opens no calculator', (text) => {
  expect(said([text]).flow ?? "").not.toMatch(/^hitung_/);
});

test("nothing of what no topic answers opens a calculator", () => {
  const folder = "locales/id/faq/none";
  const opened = readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .filter((text) => said([text]).flow?.startsWith("hitung_"));
  expect(opened).toEqual([]);
});

test("who tells of a death or an accident as a fact is heard first, and nothing is calculated", () => {
  for (const text of ["suami saya meninggal kemarin", "barusan kecelakaan kerja, kaki patah"]) {
    const { keys } = said([text]);
    expect(keys.some((key) => /^(meninggal|kecelakaan)\.isi/.test(key))).toBe(true);
    expect(keys.some((key) => key.startsWith("hitung_"))).toBe(false);
  }
});

test("sympathy goes first where a question tells of a death, and not where it only supposes one", () => {
  expect(said(["bapak saya meninggal, dapat santunan berapa?"]).keys[0]).toBe(
    "hitung_manfaat.duka",
  );
  expect(said(["kalau meninggal dapat berapa"]).keys).not.toContain("hitung_manfaat.duka");
});

test("within a form the question is answered, the same question stands open, and no answer changes", () => {
  for (const step of [
    "setuju",
    "nik",
    "alamat",
    "pekerjaan",
    "penghasilan",
    "program",
    "bulan",
    "ringkasan",
  ]) {
    const before = sessionAt(book, step);
    const { session, text, keys } = said(["kalau penghasilan 1,5 juta iurannya berapa?"], before);
    expect(text).toContain("Rp11.400");
    expect(text).toContain("PP 50/2025");
    expect(keys[0]).toMatch(/^hitung_iuran\./);
    expect(session.asked).toEqual(before.asked);
    expect(session.forms).toEqual(before.forms);
    expect(session.stack).toEqual(before.stack);
    expect(text.length).toBeLessThanOrEqual(900);
  }
});

test("within a form own answers are reckoned with; what is not known yet is told for both sectors", () => {
  const late = said(["berapa bayarnya?"], sessionAt(book, "ringkasan"));
  expect(late.keys[0]).toBe("hitung_iuran.hasil");
  expect(late.text).toContain("Rp16.400");
  const early = said(["iurannya berapa ya?"], sessionAt(book, "nik"));
  expect(early.keys[0]).toBe("hitung_iuran.perkiraan");
  expect(early.text).toContain("Rp8.400");
  expect(early.text).toContain("Maret 2027");
});

test("an amount typed at the income question is an answer, not a question", () => {
  const { session } = said(["1,5 juta"], sessionAt(book, "penghasilan"));
  expect(session.forms[0]?.marks["penghasilan"]?.v).toBe(1_500_000);
});

test("a sentence about money at an open question is kept as the answer unless it asks", () => {
  const { session } = said(["jl iuran bayar no 3"], sessionAt(book, "alamat"));
  expect(session.forms[0]?.marks["alamat"]?.v).toBe("jl iuran bayar no 3");
});

test("registering with a quote proposes its answers instead of asking cold", () => {
  const { session } = said(["petani gaji 1,2 juta bayar berapa", "daftar dengan ini"]);
  const [form] = session.forms;
  expect(form?.flow).toBe("daftar_mandiri");
  expect(form?.earlier).toMatchObject({ pekerjaan: "petani", penghasilan: 1_200_000 });
  expect(form?.marks).not.toHaveProperty("penghasilan");
});

test("an answer of a half-filled form gives way to that of the quote only as a proposal", () => {
  const before = sessionAt(book, "program");
  const opened = said(["hitung iuran", "saya sendiri"], before);
  // income and trade are borrowed from the form
  expect(opened.keys).toContain("hitung_iuran.hasil");
  expect(opened.labels).toContain("Kembali ke isian");
  const changed = said(["ganti penghasilan", "4 juta", "daftar dengan ini"], opened.session);
  expect(changed.session.asked).toMatchObject({ step: "penghasilan", proposal: 4_000_000 });
});

test("back from a quote goes to the question that stood open", () => {
  const before = sessionAt(book, "alamat");
  const { session } = said(
    ["hitung iuran", "karyawan saya", "mikro", "toko", "2 juta", "3", "kembali ke isian"],
    before,
  );
  expect(session.asked?.step).toBe("alamat");
  expect(session.forms).toHaveLength(1);
});

test.for([
  ["penghasilan 0", "no_unit"],
  ["100rb sehari", "not_monthly"],
  ["antara 2 sampai 3 juta", "range"],
  ["1000000000000", "too_large"],
  ["omzet 5 juta", "unclear"],
  ["-500000", "unclear"],
] as const)("%s is no income: %s", ([text, reason]) => {
  for (const texts of [["ojol bayar berapa", text], [`ojol ${text} bayar berapa`]]) {
    const { keys, session, text: reply } = said(texts);
    expect(session.asked?.step).toBe("penghasilan");
    expect(reply).not.toMatch(/JKK.*Rp\d/);
    if (texts.length === 2) expect(keys[0]).toBe(`types.rupiah-per-month.reasons.${reason}`);
  }
});

test("after an answer, a question with another figure asks anew", () => {
  const { text, session } = said(["petani gaji 1,2 juta bayar berapa", "kalo 3 juta?"]);
  expect(text).toContain("Rp18.150");
  expect(session.asked?.step).toBe("lanjut");
  expect(said(["kalau meninggal dapat berapa", "kalau kecelakaan?", "2 juta"]).text).toContain(
    "Kalau kecelakaan kerja",
  );
});

test("what is paid is not read as an income", () => {
  const { answers } = said(["bayar 150rb itu untuk penghasilan berapa"]);
  expect(answers).not.toHaveProperty("penghasilan");
});

test.for(["2014-01-01", "2031-01-01"])("on %s nothing is known, and no amount is told", (today) => {
  for (const text of [
    "ojol 3 juta bayar berapa",
    "kalau meninggal dapat berapa",
    "hitung manfaat",
  ]) {
    const { text: reply, session } = said(
      text === "hitung manfaat" ? [text, "kecelakaan kerja"] : [text],
      null,
      today,
    );
    expect(reply).toContain("tidak ada di catatan Payung");
    expect(reply).not.toMatch(/Rp\s?\d/);
    expect(session.asked?.step).toBe("lanjut");
  }
});

test("the last day of the relief and the day after get their own right amounts", () => {
  const ask = ["jualan sayur penghasilan 2,5jt bayar berapa"];
  const december = said(ask, null, "2026-12-31").text;
  expect(december).toContain("Rp16.400");
  expect(december).toContain("PP 50/2025");
  const january = said(ask, null, "2027-01-01").text;
  expect(january).toContain("Rp32.800");
  expect(january).not.toContain("PP 50/2025");
  expect(said(["ojol penghasilan 2,5jt bayar berapa"], null, "2027-01-01").text).toContain(
    "Rp16.400",
  );
});

test("an employer hears shares, total, programmes and that the risk group is provisional", () => {
  const { text } = said([
    "karyawan saya 3 orang gaji 2,5 juta iurannya berapa",
    "kecil",
    "warung makan",
  ]);
  // worked example of the facts: JKK 13.500, JKM 7.500, JHT 92.500 and 50.000 from the wage
  for (const part of [
    "Rp13.500",
    "Rp7.500",
    "Rp92.500",
    "Rp50.000",
    "JKK, JKM, JHT",
    "sementara",
    "Perpres 109/2013",
  ])
    expect(text).toContain(part);
  expect(text).toContain("Rp490.500");
});

test("whatever is asked within a form, a calculator leaves its answers and its question alone", () => {
  const words =
    "berapa iuran bayar kalau penghasilan 2 juta ojol karyawan meninggal dapat jatuh kerja 3 orang sehari 100rb ? apa".split(
      " ",
    );
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 9 });
  const before = ["nik", "alamat", "program", "ringkasan"].map((step) => sessionAt(book, step));
  fc.assert(
    fc.property(sentence, fc.constantFrom(...before), (asked, session) => {
      const after = said([asked.join(" ")], session);
      if (!after.keys[0]?.startsWith("hitung_")) return;
      expect(after.session.forms).toEqual(session.forms);
      expect(after.session.asked).toEqual(session.asked);
      expect(after.text.length).toBeLessThanOrEqual(900);
      expect(after.text).not.toMatch(/undefined|NaN|\{/);
    }),
    { numRuns: 150 },
  );
});
