import { expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const keysOf = (text: string, at?: string) =>
  talk(book, at === undefined ? null : sessionAt(book, at), [{ text }]).replies.flatMap(
    ({ keys }) => keys,
  );

test.for([
  "kecelakaan kerja bapak saya meninggal tadi pagi jatuh dari motor",
  "bapak meninggal kecelakaan motor",
  "ada yg tabrakan, temen gw tewas",
])('where somebody died of an accident, the death is answered: "%s"', (text) => {
  for (const at of [undefined, "nik", "alamat"]) {
    expect(keysOf(text, at)).toContain("meninggal.isi");
    expect(keysOf(text, at)).not.toContain("kecelakaan.isi");
  }
});

test("which of two is more urgent does not hang on the order of the files", () => {
  const reversed = { ...book, flows: new Map([...book.flows].reverse()) };
  const said = talk(reversed, null, [{ text: "bapak meninggal kecelakaan motor" }]);
  expect(said.replies.flatMap(({ keys }) => keys)).toContain("meninggal.isi");
});

test.for(["saya mau bunuh diri", "udah capek pengen mati", "ga mau hidup lagi"])(
  'somebody who writes of ending their life is answered with kindness: "%s"',
  (text) => {
    for (const at of [undefined, "nik", "alamat"])
      expect(keysOf(text, at)).toContain("putus_asa.isi");
  },
);

test.for(["kalau bunuh diri dapat santunan?", "apakah bunuh diri ditanggung"])(
  'a question about the rules is no cry for help: "%s"',
  (text) => expect(keysOf(text)).not.toContain("putus_asa.isi"),
);

test("consent given to a trial is asked for anew when somebody runs it in earnest", () => {
  const { book: trial } = openBook(".", { operator: null, office: null });
  if (!trial) throw new Error("no book");
  const session = sessionAt(trial, "alamat");
  const { replies } = talk(book, session, [{ text: "dusun mawar rt 2 rw 5" }]);
  expect(replies.flatMap(({ keys }) => keys)).toContain("daftar_mandiri.setuju");
  expect(replies.at(-1)?.text).toContain("Dinas Contoh");
});

test("who asks to change something where nothing is filled in hears where it is changed", () => {
  for (const text of ["ubah", "ubah nama", "ganti tempat kerja"])
    expect(keysOf(text)).toContain("engine.nothing_to_change");
});

test("a NIK typed at an open question is not kept there", () => {
  for (const step of ["alamat", "tempat_kerja", "jam_kerja"]) {
    const session = sessionAt(book, step);
    const after = talk(book, session, [{ text: "3404070101900003" }]).session;
    expect(after.asked?.step).toBe(step);
    expect(after.forms[0]?.marks).not.toHaveProperty(step);
  }
});

test.for([
  "suamiku udah ga ada kak 😭",
  "bapak sudah tiada, saya bingung",
  "ibu saya dipanggil yang maha kuasa kemarin",
  "suami sy ga tertolong di rs",
  "bapak kulo sampun seda",
])('a death told without the word is answered as one: "%s"', (text) => {
  expect(keysOf(text)).toContain("meninggal.isi");
});

test.for([
  "ktp suami saya sudah tidak ada",
  "anak saya tidak ada kerjaan",
  "uang saya sudah tidak ada",
])('what only is not there any more is no death: "%s"', (text) =>
  expect(keysOf(text)).not.toContain("meninggal.isi"),
);

test.for([
  ["saya gak tau dia ikut bpjs apa engga", "cek_almarhum.isi"],
  ["kayaknya dulu pernah daftar tp lama ga bayar", "cek_almarhum.isi"],
  ["kartunya ga ketemu", "cek_almarhum.isi"],
  ["dia blm daftar bpjs", "belum_peserta.isi"],
  ["terus saya harus kemana", "engine.next_step"],
  ["saya harus gimana", "engine.next_step"],
  ["saya ngga kuat kak", "engine.next_step"],
])('after a death "%s" is answered in its light', ([text, key]) => {
  const { session } = talk(book, null, [{ text: "suami saya meninggal kemarin" }]);
  const said = talk(book, session, [{ text: text ?? "" }]);
  expect(said.replies.flatMap(({ keys }) => keys)).toEqual([key]);
  expect(said.replies.flatMap(({ choices }) => choices.map(({ id }) => id))).toContain(
    "cmd.OFFICER",
  );
});

test.for([
  "gaji saya dipotong bpjs tiap bulan tapi ga dibayar sama pt",
  "bos ga daftarin bpjs saya, udah kerja 2 tahun",
  "upah nya dilaporin kecil, gaji 5jt dilapor 3jt",
])('what an employer does is not asked of who has told it: "%s"', (text) => {
  const { session } = talk(book, null, [{ text }]);
  expect(session.asked?.step).toBe("lanjut");
  for (const fear of ["takut dipecat kalo lapor", "nama saya ketauan gak?"]) {
    const said = talk(book, session, [{ text: fear }]);
    expect(said.replies.flatMap(({ keys }) => keys)).toContain("takut_lapor.isi");
    expect(said.session.asked?.step).toBe("lanjut");
  }
});

test.for([
  "apa sanksi perusahaan yang ga bayar bpjs",
  "perusahaan saya belum daftar bpjs",
  "gaji saya belum dibayar",
  "gaji kecil mau daftar bpjs",
])('a question, an owner and another matter begin no report of an employer: "%s"', (text) => {
  expect(keysOf(text)).not.toContain("lapor_perusahaan.hukum");
});
