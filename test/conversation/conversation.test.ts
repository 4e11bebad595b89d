import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { nowFrom } from "../../src/cli/io.ts";
import { type Conversation, makeConversation } from "../../src/conversation/conversation.ts";
import { makePauses } from "../../src/conversation/pause.ts";
import { makeChores } from "../../src/conversation/perform/chores.ts";
import { makePerformers } from "../../src/conversation/perform/performers.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import type { Records } from "../../src/conversation/ports/records.ts";
import type { Session } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import { openTestApp } from "../support/app.ts";
import { noFiles } from "../support/no-files.ts";
import { answers, answerTo } from "../support/person.ts";

const at = Date.parse("2026-11-22T10:00:00+07:00");
const says = (text: string): Inbound => ({ kind: "message", at: "2026-11-22T03:00:00Z", text });
const contactNamed = (user: string): Contact => ({ channel: "terminal", account: "test", user });

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const silent = { info() {}, warn() {}, error() {} };

const performersOn = (records: Records, book: () => Book) => {
  const { cases } = app.store;
  return makePerformers({
    ...noFiles,
    records,
    cases,
    chores: makeChores(cases, () => null),
    book,
    log: silent,
  });
};

/** The real conversation on the real store, with other records or another book where a test needs them. */
function conversationWith(change: { records?: Records; book?: Book } = {}): Conversation {
  const book = () => change.book ?? app.book;
  return makeConversation({
    book,
    line: app.store.line,
    jobs: app.store.jobs,
    performers: performersOn(change.records ?? app.store.records, book),
    cases: app.store.cases,
    gaps: app.store.gaps,
    pauses: makePauses(0, Date.now),
    identityElsewhere: [],
    outgoings: { ready: () => false, committed: () => undefined },
    now: () => nowFrom(at),
    clock: Date.now,
    log: silent,
  });
}

/** Talks until the given step stands open. */
async function until(conversation: Conversation, contact: Contact, step: string): Promise<void> {
  let open: string | null = null;
  for (let turn = 0; open !== step; turn++) {
    if (turn > 30) throw new Error(`never came to ${step}`);
    const { turns } = await conversation.receive(contact, `until-${turn}`, says(answerTo(open)));
    open = turns.at(-1)?.step ?? null;
  }
}

const sessionOf = async (contact: Contact) => (await app.store.line.peek(contact)) as Session;

test("three answers at once are applied in order, and only the last question goes out", async () => {
  const conversation = conversationWith();
  const contact = contactNamed("burst");
  await until(conversation, contact, "nik");
  const received = await Promise.all(
    ["nik", "nama", "tanggal_lahir"].map((step) =>
      conversation.receive(contact, step, says(answers[step] ?? "")),
    ),
  );
  const turns = received.flatMap((one) => one.turns);
  expect(turns.at(-1)?.step).toBe("hp");
  const session = await sessionOf(contact);
  expect(session.forms[0]?.marks).toMatchObject({
    nik: { v: answers["nik"] },
    nama: { v: "Sri Contohsari" },
    tanggal_lahir: { v: "1985-06-05" },
  });
  const replies = turns.flatMap(({ parts }) => parts);
  expect(replies.length).toBe(turns.length);
});

test("a redelivered message brings no second reply and changes nothing", async () => {
  const conversation = conversationWith();
  const contact = contactNamed("twice");
  await until(conversation, contact, "nama");
  const first = await conversation.receive(contact, "same", says("Budi Contoh"));
  const before = await sessionOf(contact);
  const second = await conversation.receive(contact, "same", says("Budi Contoh"));
  expect(first.turns).toHaveLength(1);
  expect(second).toEqual({ state: "seen", turns: [] });
  expect(await sessionOf(contact)).toEqual(before);
});

test("a message on which the engine breaks is put aside, the person is told, and the line goes on", async () => {
  const values = new Map(app.book.values);
  values.set("nik_birth_date", {
    inputs: ["nik"],
    type: "string",
    compute: () => {
      throw new Error("a defect");
    },
  });
  const broken = conversationWith({ book: { ...app.book, values } });
  const contact = contactNamed("poison");
  await until(conversationWith(), contact, "nama");
  const before = await sessionOf(contact);
  const received = await broken.receive(contact, "bad", says("Budi Contoh"));
  expect(received.turns.flatMap(({ parts }) => parts).map(({ reply }) => reply.keys)).toEqual([
    ["engine.given_up"],
  ]);
  expect(await sessionOf(contact)).toEqual(before);
  const letters = await app.store.dead.list();
  expect(letters).toMatchObject([{ what: "message", code: "poison" }]);
  const next = await conversationWith().receive(contact, "good", says("Budi Contoh"));
  expect(next.turns.at(-1)?.step).toBe("tanggal_lahir");
});

test("a message that was given up can be tried again once the fault is mended", async () => {
  const [letter] = await app.store.dead.list();
  const contact = contactNamed("poison");
  expect(await app.store.dead.retry(letter?.id ?? "", Date.now())).toBe(true);
  await conversationWith().resume(contact);
  expect(await app.store.dead.list()).toEqual([]);
});

test("an effect that fails is repeated aside: the person is told once, the form goes on when it is done", async () => {
  let failures = 2;
  const failing: Records = {
    ...app.store.records,
    submit: (...args) => {
      if (failures-- > 0) throw Object.assign(new Error("down"), { code: "unreachable" });
      return app.store.records.submit(...args);
    },
  };
  const conversation = conversationWith({ records: failing });
  const contact = contactNamed("outage");
  await until(conversation, contact, "ringkasan");
  const sent = await conversation.receive(contact, "send", says("ya"));
  expect(sent.turns[0]).toMatchObject({ effects: [], failed: ["registration.submit"] });
  expect(sent.turns[0]?.parts[0]?.reply.keys).toContain("engine.effect_failed");
  expect(await app.store.records.ofContact(contact)).toEqual([]);
  expect(await conversation.runJob()).not.toBeNull();
  expect(await app.store.records.ofContact(contact)).toHaveLength(1);
  const session = await sessionOf(contact);
  expect(session.forms).toEqual([]);
  expect(session.closed.at(-1)).toMatchObject({ flow: "daftar_mandiri", end: "selesai" });
  expect(await conversation.runJob()).toBeNull();
});

test("a second registration of the same person from the same contact gets the first number", async () => {
  const conversation = conversationWith();
  const contact = contactNamed("double");
  await until(conversation, contact, "ringkasan");
  await conversation.receive(contact, "first", says("ya"));
  let step: string | null = null;
  for (let turn = 0; step !== "ringkasan"; turn++) {
    const { turns } = await conversation.receive(contact, `again-${turn}`, says(answerTo(step)));
    step = turns.at(-1)?.step ?? null;
  }
  const { turns } = await conversation.receive(contact, "second", says("ya"));
  expect(turns[0]?.parts[0]?.reply.keys).toContain("daftar_mandiri.sudah_terdaftar");
  expect(await app.store.records.ofContact(contact)).toHaveLength(1);
});

test("a draft untouched for 30 days is forgotten by itself, and nothing is said", async () => {
  const contact = contactNamed("idle");
  await until(conversationWith(), contact, "nama");
  const later = at + 31 * 86_400_000;
  const conversation = makeConversation({
    book: () => app.book,
    line: app.store.line,
    jobs: app.store.jobs,
    performers: performersOn(app.store.records, () => app.book),
    cases: app.store.cases,
    gaps: app.store.gaps,
    pauses: makePauses(0, Date.now),
    identityElsewhere: [],
    outgoings: { ready: () => false, committed: () => undefined },
    now: () => nowFrom(later),
    clock: () => Date.now() + 31 * 86_400_000,
    log: silent,
  });
  const unsent = (await app.store.outbox.unsent(contact, 100)).length;
  expect(await conversation.forgetIdle()).toBeGreaterThan(0);
  expect(await sessionOf(contact)).toBeNull();
  expect(await app.store.outbox.unsent(contact, 100)).toHaveLength(unsent);
  expect(await conversation.forgetIdle()).toBe(0);
});

test("hapus data leaves nothing of the person but a receipt", async () => {
  const conversation = conversationWith();
  const contact = contactNamed("erase");
  await until(conversation, contact, "ringkasan");
  await conversation.receive(contact, "send", says("ya"));
  await conversation.receive(contact, "ask", says("hapus data"));
  const { turns } = await conversation.receive(contact, "sure", says("ya"));
  expect(turns[0]?.parts[0]?.reply.text).toMatch(/HPS-\d{5}-\d{5}-\d/);
  expect(await app.store.records.ofContact(contact)).toEqual([]);
  expect(await sessionOf(contact)).toBeNull();
});
