import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, talk } from "../support/talk.ts";

const book = bookForTests();
const say = (session: Session | null, text: string) => talk(book, session, [{ text }]);
const keysOf = (said: ReturnType<typeof say>) => said.replies.flatMap(({ keys }) => keys);

test.for([
  "suami saya blm pernah ikut bpjs, trs meninggal",
  "bapak saya meninggal, blm jadi peserta dapet apa",
  "istri saya wafat minggu lalu, ga terdaftar jamsostek",
])("%s brings no papers and no amounts", (text) => {
  expect(keysOf(say(null, text))).toEqual(["belum_peserta.isi"]);
});

test("who adds after a death that there was no membership is not asked for papers", () => {
  const { session } = say(null, "suami saya meninggal kemarin");
  expect(keysOf(say(session, "dia blm daftar bpjs"))).toEqual(["belum_peserta.isi"]);
});

test.for(["klaimnya blm cair", "surat apa aja yg dibawa", "saya belum daftar bpjs"])(
  "%s after a death says nothing of the membership of who died",
  (text) => {
    const { session } = say(null, "suami saya meninggal kemarin");
    expect(keysOf(say(session, text))).not.toContain("belum_peserta.isi");
  },
);

test("a death that is only supposed is a question", () => {
  const said = say(null, "kalau meninggal belum jadi peserta dapat apa");
  expect(keysOf(said)).toContain("faq.jkm-manfaat");
});
