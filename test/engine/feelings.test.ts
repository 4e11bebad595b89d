import { expect, test } from "vitest";
import { isInsult } from "../../src/engine/feelings.ts";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const say = (session: Session | null, ...texts: string[]) =>
  texts.reduce<{ session: Session | null; keys: string[] }>(
    (before, text) => {
      const said = talk(book, before.session, [{ text }]);
      return { session: said.session, keys: said.replies.flatMap(({ keys }) => keys) };
    },
    { session, keys: [] },
  );

test.for(["pekerjaan", "alamat", "nama", "penghasilan", "tanggal_lahir"])(
  "at %s an insult is no answer: a calm word, and the question again",
  (step) => {
    const before = sessionAt(book, step);
    const said = say(before, "jawab yang bener dong anjing");
    expect(said.keys[0]).toBe("engine.none.makian");
    expect(said.session?.asked?.step).toBe(step);
    expect(said.session?.forms[0]?.marks).toEqual(before.forms[0]?.marks);
  },
);

test.for(["peternak babi", "jualan makanan anjing", "dagang daging babi", "pelatih anjing"])(
  "who lives by animals insults nobody: %s",
  (text) => expect(isInsult(text)).toBe(false),
);

test("grief in a form is met with a kind word, not with what is wrong with a date", () => {
  const said = say(sessionAt(book, "tanggal_lahir"), "saya masih sedih pak");
  expect(said.keys[0]).toBe("engine.sorrow");
  expect(said.session?.asked?.step).toBe("tanggal_lahir");
});

test("thanks in a form are taken as thanks", () => {
  const said = say(sessionAt(book, "tanggal_lahir"), "terima kasih pak sudah dibantu");
  expect(said.keys[0]).toBe("engine.welcome");
});

test("who is stuck in a calculator is told the ways out, and may register by a sentence", () => {
  const stuck = say(null, "hitung iuran", "zzz", "qqq", "xxx", "vvv");
  expect(stuck.keys).toContain("engine.stuck_here");
  const registering = say(stuck.session, "ya udah mau daftar aja");
  expect(registering.session?.asked?.step).toBe("siapa");
});
