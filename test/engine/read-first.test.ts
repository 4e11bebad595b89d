import { expect, test } from "vitest";
import { bookForTests, nowForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const say = (session: Parameters<typeof talk>[1], ...texts: string[]) =>
  talk(
    book,
    session,
    texts.map((text) => ({ text })),
  );
const keys = ({ replies }: ReturnType<typeof talk>) => replies.flatMap((reply) => reply.keys);
const kinds = ({ effects }: ReturnType<typeof talk>) => effects.map(({ kind }) => kind);

test("a yes sent before the consent was shown is none: it is asked in full", () => {
  const said = say(null, "daftar sendiri", "ya");
  expect(kinds(said)).toEqual([]);
  expect(keys(said)).toContain("daftar_mandiri.setuju");
  expect(kinds(say(said.session, "ya"))).toEqual(["consent.record"]);
});

test("neither is one after something that was not understood", () => {
  const said = say(null, "daftar sendiri", "apa ya ini", "ya");
  expect(keys(said)).toContain("daftar_mandiri.setuju");
});

test("a second yes in the same breath erases nothing", () => {
  expect(kinds(say(null, "hapus data", "ya"))).toEqual([]);
});

test("what is handed in was read back: a yes too many shows the review first", () => {
  const said = say(sessionAt(book, "pernyataan"), "benar semua", "ya");
  expect(kinds(said)).toEqual([]);
  expect(keys(said)).toContain("daftar_mandiri.ringkasan");
  expect(kinds(say(said.session, "ya"))).toEqual(["registration.submit"]);
});

test("a review changed by an old button is shown whole again", () => {
  const before = sessionAt(book, "ringkasan");
  const form = before.asked?.form.slice(0, 6);
  const changed = talk(book, before, [{ choice: `${form}.bulan.12` }]);
  expect(keys(changed)).toEqual(["engine.changed", "daftar_mandiri.ringkasan"]);
});

test("a button of a review that is another one by now shows that one", () => {
  const before = sessionAt(book, "ringkasan");
  const choice = `${before.asked?.form.slice(0, 6)}.ringkasan.ya`;
  const now = { at: nowForTests.at + 2 * 86_400_000, today: "2026-11-24" };
  const later = talk(book, before, [{ choice }], { now });
  expect(kinds(later)).toEqual(["registration.submit"]);
  const changed = say(before, "ubah lama bayar jadi 12 bulan", "menu").session;
  const tapped = talk(book, changed, [{ choice }]);
  expect(kinds(tapped)).toEqual([]);
  expect(keys(tapped)).toContain("daftar_mandiri.ringkasan");
});
