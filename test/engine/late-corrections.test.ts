import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const marksOf = (session: Session) =>
  session.forms.find(({ flow }) => flow === "daftar_mandiri")?.marks ?? {};

test.for([
  ["bukan 2,5 juta, 1,5 juta", "penghasilan", 1_500_000],
  ["eh bukan 2,5jt tapi 3jt", "penghasilan", 3_000_000],
  ["bukan 0812 0000 1234, 0813 0000 4321", "hp", "+6281300004321"],
  ["bkn jualan sayur, ojek online", "pekerjaan", "ojek-online"],
])("%s changes %s wherever it was asked", ([text, step, value]) => {
  const before = sessionAt(book, "cabang");
  const { session, replies } = talk(book, before, [{ text: String(text) }]);
  expect(marksOf(session)[String(step)]?.v).toBe(value);
  expect(replies.at(-1)?.text).toContain("(tadinya ");
});

test.for(["bukan 9 juta, 1 juta", "bukan begitu, yang lain", "bukan, Cikarang"])(
  "%s, where no answer says the first, changes none",
  (text) => {
    const before = sessionAt(book, "program");
    const { session } = talk(book, before, [{ text }]);
    expect(marksOf(session)).toEqual(marksOf(before));
  },
);

test("after an answer to the form a question is not about what was explained before it", () => {
  const asked = talk(book, sessionAt(book, "alamat"), [{ text: "data saya aman ga?" }]).session;
  expect(asked.topic).toBe("privasi-data");
  const { session } = talk(book, asked, [{ text: "dusun mawar rt 2 rw 5" }]);
  expect(session.topic).toBeUndefined();
});

test.for(["ya betul", "ya kirim", "siap"])("%s at a choice is not taken for thanks", (text) => {
  const { replies } = talk(book, sessionAt(book, "program"), [{ text }]);
  expect(replies.at(-1)?.text).not.toContain("Sama-sama");
});
