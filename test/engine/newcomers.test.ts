import { expect, test } from "vitest";
import type { Session } from "../../src/engine/session.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const flowOf = (session: Session) =>
  session.forms.find(({ id }) => id === session.stack.at(-1))?.flow;
const said = (lines: readonly string[], from: Session | null = null) => {
  let session = from;
  let keys: readonly string[] = [];
  for (const text of lines) {
    const turn = talk(book, session, [{ text }]);
    session = turn.session;
    keys = turn.replies.flatMap((reply) => reply.keys);
  }
  return { session: session as Session, keys };
};

test.for(["gw blm daftar sih", "saya belum daftar bpjs tapi udah jatoh", "ga mau daftar dulu"])(
  "%s starts no registration",
  (text) => {
    expect(String(flowOf(said(["halo", text]).session))).not.toMatch(/^daftar/);
  },
);

test.for([
  ["mau daftar dong", "daftar"],
  ["saya mau daftar bpjs buat jualan", "daftar_mandiri"],
] as const)("%s does", ([text, flow]) => {
  expect(flowOf(said(["halo", text]).session)).toBe(flow);
});

test.for([
  ["setuju", "Tidak jadi, mohon maaf, saya berubah pikiran."],
  ["setuju", "maaf kepencet"],
  ["program", "udah ah males"],
  ["hp", "bentar, nanti dulu"],
  ["penghasilan", "ga jadi deh"],
])("at %s, %s leads out of the form", ([step, text]) => {
  const { session } = said([String(text)], sessionAt(book, String(step)));
  expect(session.stack).toEqual([]);
});

test("who takes fright at the erasure's question is let out, and nothing is erased", () => {
  const { session, keys } = said(["hapus data", "ya ampun jangan"]);
  expect(flowOf(session)).toBeUndefined();
  expect(keys.join()).not.toContain("terhapus");
});

test.for([
  ["Saya ingin menghapus seluruh data saya.", "hapus_data"],
  ["mohon dikirimkan salinan data saya", "salinan_data"],
])("%s is done, in a form too", ([text, flow]) => {
  const { session, keys } = said([String(text)], sessionAt(book, "alamat"));
  expect(`${flowOf(session)} ${keys.join()}`).toContain(flow);
});

test("after a death the papers asked for are those of the claim", () => {
  const { keys } = said([
    "halo",
    "suami saya meninggal minggu lalu",
    "surat2 apa aja yg dibutuhkan",
  ]);
  expect(keys.join()).toContain("faq.jkm-klaim");
});

test("a flow that names a topic names one that is answered", () => {
  const topics = [...book.flows.values()].flatMap(({ topic }) => topic ?? []);
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.filter((topic) => !book.answers.has(topic))).toEqual([]);
});
