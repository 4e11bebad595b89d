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
