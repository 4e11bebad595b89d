import { expect, test } from "vitest";
import { isDislike } from "../../src/engine/dislike.ts";
import type { Gap, Message } from "../../src/engine/event.ts";
import { limits } from "../../src/engine/limits.ts";
import { respond } from "../../src/engine/respond.ts";
import { emptySession, type Session } from "../../src/engine/session.ts";
import type { Book, Understanding } from "../../src/flow/book.ts";
import { bookForTests, nowForTests, sessionAt } from "../support/talk.ts";

const real = bookForTests();

/** The real book, but for what it understands: here it is what becomes of a question that counts. */
const understanding = (understood: Understanding): Book => ({
  ...real,
  understand: () => understood,
});
const answers = understanding({ decision: "answer", topics: ["cara-bayar"] });
const offers = understanding({ decision: "choose", topics: ["cara-bayar", "iuran-bpu"] });
const nothing = understanding({ decision: "none", topics: [] });

const turn = (book: Book, session: Session | null, message: Message, now = nowForTests) => {
  const { replies, ...rest } = respond(
    book,
    session,
    { seed: "abcdefghijklmnop", messages: [message] },
    now,
  );
  return {
    ...rest,
    replies,
    keys: replies.flatMap(({ keys }) => keys),
    choices: replies.at(-1)?.choices ?? [],
  };
};
const question = "bayar iuran lewat warung bisa tidak";
const asked = (book: Book) => turn(book, emptySession(nowForTests.at), { text: question });
const gap = (why: Gap["why"], topics: string[]): Gap => ({ why, question, topics });

test("a question that nothing is known of is noted", () => {
  expect(asked(nothing).gaps).toEqual([gap("unanswered", [])]);
});

test("what was taken for no question of Payung's is noted too, a greeting and an insult are not", () => {
  const kind = (name: string) => understanding({ decision: "none", topics: [], kind: name });
  expect(asked(kind("skema-lain")).gaps).toHaveLength(1);
  expect(asked(kind("makian")).gaps).toEqual([]);
  expect(asked(kind("terima-kasih")).gaps).toEqual([]);
});

test("a question that is answered, and one whose topic is picked, is not noted", () => {
  expect(asked(answers).gaps).toEqual([]);
  const offered = asked(offers);
  expect(offered.gaps).toEqual([]);
  const topic = offered.choices[1]?.id ?? "";
  expect(topic).toBe("faq.iuran-bpu");
  expect(turn(offers, offered.session, { choice: topic }).gaps).toEqual([]);
  expect(turn(offers, offered.session, { text: "2" }).gaps).toEqual([]);
});

test.for([{ text: "daftar" }, { text: "bukan itu" }, { choice: "cmd.OFFICER" }] as Message[])(
  "when none of the topics offered is picked, the question is noted with them: %j",
  (message) => {
    const { session } = asked(offers);
    const next = turn(offers, session, message);
    expect(next.gaps).toEqual([gap("unchosen", ["cara-bayar", "iuran-bpu"])]);
    expect(turn(offers, next.session, { text: "menu" }).gaps).toEqual([]);
  },
);

test("an answer that was not wanted is noted once, and other words, topics and a person are offered", () => {
  const { session } = asked(answers);
  const disliked = turn(answers, session, { text: "ga nyambung kak" });
  expect(disliked.gaps).toEqual([gap("disliked", ["cara-bayar"])]);
  expect(disliked.keys).toEqual(["engine.disliked"]);
  expect(disliked.choices.map(({ id }) => id)).toContain("cmd.OFFICER");
  expect(disliked.session.topic).toBeUndefined();
  expect(turn(answers, disliked.session, { text: "menu" }).gaps).toEqual([]);
});

test("in a form an answer can be disliked, its question comes back, and nothing is taken for an answer", () => {
  const before = sessionAt(real, "alamat");
  const { session } = turn(answers, before, { text: `${question}?` });
  const disliked = turn(answers, session, { text: "bukan itu maksud saya" });
  expect(disliked.gaps).toMatchObject([{ why: "disliked" }]);
  expect(disliked.session.asked?.step).toBe("alamat");
  expect(disliked.session.forms[0]?.marks).toEqual(before.forms[0]?.marks);
});

test("a no in a form is an answer to its question, not to what was told before", () => {
  const { session } = turn(answers, sessionAt(real, "tanggal_lahir"), { text: `${question}?` });
  expect(turn(answers, session, { text: "bukan" }).gaps).toEqual([]);
});

test("a question in a form that is not understood is noted", () => {
  const said = turn(nothing, sessionAt(real, "nik"), { text: `${question}?` });
  expect(said.gaps).toEqual([gap("unanswered", [])]);
});

test("what is noted names nobody", () => {
  const text =
    "nama saya Melati Contohsari nik 3404074506850002 wa 0812-0000-1234 surel melati@contoh.id bisa bayar di warung tidak";
  const { gaps } = turn(nothing, emptySession(nowForTests.at), { text });
  expect(gaps[0]?.question).toBe("nama saya … # wa # surel # bisa bayar di warung tidak");
});

test("one person is noted so many times a day and no more", () => {
  let session: Session = emptySession(nowForTests.at);
  let noted = 0;
  const ask = (now = nowForTests) => {
    const said = turn(nothing, session, { text: question }, now);
    session = said.session;
    return said.gaps.length;
  };
  for (let time = 0; time < limits.gapsADay + 5; time++) noted += ask();
  expect(noted).toBe(limits.gapsADay);
  expect(ask({ at: nowForTests.at + 86_400_000, today: "2026-11-23" })).toBe(1);
});

test.for([
  "bukan itu",
  "bukan itu pak",
  "Salah",
  "ga nyambung",
  "gak nyambung kak!",
  "jawabannya salah",
  "maaf bukan itu maksud saya",
  "tidak menjawab pertanyaan saya",
  "bukan itu yang saya tanya",
  "lain ditanya lain dijawab",
])("an answer is disliked by: %s", (text) => {
  expect(isDislike(text, false)).toBe(true);
});

test.for([
  "salah satu syaratnya apa",
  "bukan pegawai boleh daftar?",
  "nik saya salah gimana",
  "beda bpu sama pu",
  "itu",
  "iya betul",
  "bukan itu, saya tanya soal jht",
])("an answer is not disliked by: %s", (text) => {
  expect(isDislike(text, false)).toBe(false);
});
