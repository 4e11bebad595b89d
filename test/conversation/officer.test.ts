import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { nowFrom } from "../../src/cli/io.ts";
import { makeConversation } from "../../src/conversation/conversation.ts";
import { tellLate } from "../../src/conversation/late-answers.ts";
import { makePauses } from "../../src/conversation/pause.ts";
import { makeChores } from "../../src/conversation/perform/chores.ts";
import { makePerformers } from "../../src/conversation/perform/performers.ts";
import type { Cases } from "../../src/conversation/ports/cases.ts";
import type { Fetch } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound, OfficerAct } from "../../src/conversation/ports/line.ts";
import { openTestApp } from "../support/app.ts";
import { noFiles } from "../support/no-files.ts";

const at = Date.parse("2026-11-23T10:00:00+07:00");
const hour = 3_600_000;
const reader = { by: "petugas", at: new Date(at).toISOString() };
const silent = { info() {}, warn() {}, error() {} };
const says = (more: Partial<Inbound>): Inbound => ({
  kind: "message",
  at: new Date(at).toISOString(),
  ...more,
});
let users = 0;
const somebody = (): Contact => ({ channel: "kept", account: "test", user: `u${users++}` });

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** The real conversation on the real store, with other cases or a way to fetch files where a test needs them. */
function conversationWith({
  cases = app.store.cases,
  fetch,
}: {
  cases?: Cases;
  fetch?: Fetch;
} = {}) {
  const book = () => app.book;
  const chores = makeChores(cases, () => fetch ?? null);
  return makeConversation({
    book,
    line: app.store.line,
    jobs: app.store.jobs,
    performers: makePerformers({
      ...noFiles,
      records: app.store.records,
      cases,
      chores,
      book,
      log: silent,
    }),
    cases,
    gaps: app.store.gaps,
    pauses: makePauses(0, Date.now),
    identityElsewhere: [],
    outgoings: { ready: () => false, committed: () => undefined },
    now: () => nowFrom(at),
    clock: Date.now,
    log: silent,
  });
}

/** A person who has just asked for an officer. */
async function waiting(conversation = conversationWith()) {
  const contact = somebody();
  const { turns } = await conversation.receive(contact, "ask", says({ text: "petugas" }));
  const number = /KSS-[\d-]+/.exec(turns[0]?.parts[0]?.reply.text ?? "")?.[0] ?? "";
  const act = (kind: OfficerAct["act"], text?: string): OfficerAct => ({
    kind: "officer",
    case: number,
    act: kind,
    by: "petugas",
    ...(text === undefined ? {} : { text }),
  });
  const lines = async () => (await app.store.desk.show(number, reader))?.lines ?? [];
  return { contact, number, act, lines, conversation };
}

test("what a person writes is read by an officer, whose answer comes back as one message of its own", async () => {
  const { contact, act, lines, conversation } = await waiting();
  await conversation.receive(contact, "m1", says({ text: "kapan saya bisa klaim?" }));
  const { turns } = await conversation.receive(contact, "r1", act("reply", "Besok, Bu."));
  expect(turns[0]?.parts.map(({ reply }) => reply.text)).toEqual(["Petugas:\nBesok, Bu."]);
  expect((await lines()).map(({ from, text }) => [from, text])).toEqual([
    ["person", "kapan saya bisa klaim?"],
    ["officer", "Besok, Bu."],
  ]);
});

test("a message or an answer that is delivered again changes nothing", async () => {
  const { contact, act, lines, conversation } = await waiting();
  for (let time = 0; time < 3; time++) {
    await conversation.receive(contact, "m1", says({ text: "halo" }));
    await conversation.receive(contact, "r1", act("reply", "Ya, Bu?"));
  }
  expect(await lines()).toHaveLength(2);
});

test("an answer to a closed case reaches nobody", async () => {
  const { contact, act, conversation } = await waiting();
  await conversation.receive(contact, "c1", act("close"));
  const late = await conversation.receive(contact, "r1", act("reply", "Maaf, baru sempat."));
  expect(late.turns[0]?.parts).toEqual([]);
  const again = await conversation.receive(contact, "c2", act("close"));
  expect(again.turns[0]?.parts).toEqual([]);
});

test("the officer sees that a person went back to the bot, and that they came again", async () => {
  const { contact, lines, conversation } = await waiting();
  await conversation.receive(contact, "m1", says({ text: "selesai" }));
  await conversation.receive(contact, "m2", says({ text: "petugas" }));
  expect((await lines()).map(({ text }) => text)).toEqual(["left", "returned"]);
});

test("what can't be added to a case now is added later, and the person notices nothing", async () => {
  let broken = true;
  const { cases } = app.store;
  const flaky: Cases = {
    ...cases,
    append: (...all) => (broken ? Promise.reject(new Error("down")) : cases.append(...all)),
  };
  const { contact, lines, conversation } = await waiting(conversationWith({ cases: flaky }));
  const { turns } = await conversation.receive(contact, "m1", says({ text: "tolong" }));
  expect(turns[0]?.parts[0]?.reply.keys).toEqual(["engine.handover.received"]);
  expect(await lines()).toEqual([]);
  broken = false;
  while (await conversation.runJob());
  expect((await lines()).map(({ text }) => text)).toEqual(["tolong"]);
});

test("a photo is fetched from its channel and kept with the case", async () => {
  const asked: string[] = [];
  const fetch: Fetch = async (_, { ref = "" }, maxBytes) => {
    asked.push(`${ref} ${maxBytes}`);
    return { state: "kept", content: new Uint8Array([1, 2, 3]), mime: "image/jpeg" };
  };
  const { contact, number, lines, conversation } = await waiting(conversationWith({ fetch }));
  const media = { kind: "image", name: "ktp.jpg", ref: "file-7" } as const;
  await conversation.receive(contact, "m1", says({ text: "ini kuitansinya", media }));
  while (await conversation.runJob());
  const [line] = await lines();
  expect(line).toMatchObject({ text: "ini kuitansinya", file: { state: "kept", size: 3 } });
  const file = await app.store.desk.file(number, line?.file?.id ?? "", reader);
  expect([...(file?.content ?? [])]).toEqual([1, 2, 3]);
  expect(asked).toEqual([`file-7 ${5 * 1024 * 1024}`]);
});

test("nothing is fetched of what is sent to the bot itself", async () => {
  const fetch: Fetch = () => Promise.reject(new Error("fetched"));
  const conversation = conversationWith({ fetch });
  const media = { kind: "image", ref: "file-8" } as const;
  await conversation.receive(somebody(), "m1", says({ media }));
  expect(await conversation.runJob()).toBeNull();
});

test("a file that the channel can't give now is asked for again", async () => {
  let times = 0;
  const fetch: Fetch = async () => {
    if (times++ === 0) throw new Error("no network");
    return { state: "gone" };
  };
  const { contact, lines, conversation } = await waiting(conversationWith({ fetch }));
  await conversation.receive(contact, "m1", says({ media: { kind: "document", ref: "x" } }));
  await conversation.runJob();
  expect((await lines())[0]?.file?.state).toBe("waiting");
  await expect
    .poll(
      async () => {
        await conversation.runJob();
        return (await lines())[0]?.file?.state;
      },
      { timeout: 8000 },
    )
    .toBe("gone");
});

test("who waits for two office hours is told once; an answer begins the reckoning anew", async () => {
  const { contact, act, conversation } = await waiting();
  const told = async (now: number, officeTime: ((from: number, to: number) => number) | null) => {
    const before = (await app.store.outbox.unsent(contact, 50)).length;
    const { cases } = app.store;
    await tellLate({ cases, conversation, clock: () => now, officeTime, log: silent });
    return (await app.store.outbox.unsent(contact, 50)).length - before;
  };
  const allDay = (from: number, to: number) => to - from;
  expect(await told(at + 1.9 * hour, allDay)).toBe(0);
  expect(await told(at + 40 * hour, () => hour)).toBe(0);
  expect(await told(at + 2.1 * hour, allDay)).toBe(1);
  expect(await told(at + 9 * hour, allDay)).toBe(0);
  await conversation.receive(contact, "r1", act("reply", "Maaf menunggu."));
  await conversation.receive(contact, "m2", {
    ...says({ text: "jadi bagaimana?" }),
    at: new Date(at + 3 * hour).toISOString(),
  });
  expect(await told(at + 5.1 * hour, allDay)).toBe(1);
});

test("who said BERHENTI is not told that it takes longer", async () => {
  const { contact, conversation } = await waiting();
  await conversation.receive(contact, "m1", says({ text: "berhenti" }));
  const { cases, outbox } = app.store;
  const before = (await outbox.unsent(contact, 50)).length;
  // The real clock of BERHENTI's record lies before this.
  const clock = () => at + 40 * hour;
  await tellLate({ cases, conversation, clock, officeTime: null, log: silent });
  expect(await outbox.unsent(contact, 50)).toHaveLength(before);
});

test("without office hours a person is told after four hours", async () => {
  const { contact, conversation } = await waiting();
  const { cases, outbox } = app.store;
  const before = (await outbox.unsent(contact, 50)).length;
  await tellLate({
    cases,
    conversation,
    clock: () => at + 3.9 * hour,
    officeTime: null,
    log: silent,
  });
  expect(await outbox.unsent(contact, 50)).toHaveLength(before);
  await tellLate({
    cases,
    conversation,
    clock: () => at + 4.1 * hour,
    officeTime: null,
    log: silent,
  });
  expect(await outbox.unsent(contact, 50)).toHaveLength(before + 1);
});

test("an erasure leaves nothing of a talk with an officer", async () => {
  const { contact, number, conversation } = await waiting();
  await conversation.receive(contact, "m1", says({ text: "rahasia saya" }));
  await conversation.receive(contact, "m2", says({ text: "hapus data" }));
  await conversation.receive(contact, "m3", says({ text: "ya" }));
  expect(await app.store.desk.show(number, reader)).toBeNull();
  expect(await app.store.cases.ofContact(contact)).toEqual([]);
});
