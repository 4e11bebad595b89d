import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { RedisStore } from "../../src/store/redis/open-redis.ts";
import { bareClient, openOn } from "../support/redis.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";
import { keptLog } from "../support/stores.ts";
import { bookForTests, sessionAt } from "../support/talk.ts";
import { DAY, ids, item, NOW, stranger, taking, turnOf } from "../support/turns.ts";

/** The most that a contact with a half-filled form may cost, in bytes of Redis. */
const HALF_FILLED_BYTES = 1536;
const MESSAGES = 15;
/** A key of one contact, not of their shard. */
const OWN_KEY = /^\{s\d\d\}[\w-]{16}(:\w+)?$/;
const MARKS = {
  phone: "+6281998877665",
  user: "kunci-orang-xyz",
  account: "akun-bot-xyz",
  text: "tulisan-rahasia-xyz",
  name: "Markonah Zulkarnaenxyz",
  message: "id-pesan-xyz",
  effect: "kunci-efek-xyz",
};
const SECRETS = [...Object.values(MARKS), "81998877665"];

let server: RedisServer;
let bare: Redis;
let store: RedisStore;
const log = keptLog();
beforeAll(async () => {
  server = await startRedis(["--appendonly", "yes"]);
  bare = bareClient(server.url);
  store = await openOn(server.url, "", log.log);
});
afterAll(async () => {
  await store.close();
  bare.disconnect();
  await server.stop();
});

const keysOf = async (): Promise<string[]> => (await bare.keys("*")).sort();

/** The keys that one work adds. */
async function keysAddedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = new Set(await keysOf());
  await work();
  return (await keysOf()).filter((key) => !before.has(key));
}

/** One message from entering to sent. */
async function talked(contact: Contact, id: string, session: unknown, now = NOW): Promise<void> {
  const turn = turnOf(await store.line.enter(contact, item(id), now));
  const parts = [{ id: `part of ${id}`, body: { text: "ok" } }];
  const outcome = { session, taken: [id], parts, jobs: [], hold: true };
  const done = await store.line.commit(turn.lease, outcome, now);
  if (done.state === "refused" || done.held === null) throw new Error(done.state);
  await store.outbox.sent(done.held, now);
}

async function writeEverything(): Promise<void> {
  const contact = { channel: "whatsapp", account: MARKS.account, user: MARKS.user };
  const marked = (id: string) =>
    ({
      id,
      body: { kind: "message", at: "2026-11-22T03:00:00Z", text: MARKS.text, phone: MARKS.phone },
    }) as const;
  const turn = turnOf(await store.line.enter(contact, marked(MARKS.message), NOW));
  const outcome = {
    session: { nama: MARKS.name, hp: MARKS.phone, more: "x".repeat(700) },
    taken: [MARKS.message],
    parts: [1, 2].map((n) => ({ id: `${MARKS.message} part ${n}`, body: { text: MARKS.text } })),
    jobs: [1, 2].map((n) => ({ key: `${MARKS.effect} ${n}`, kind: "k", payload: MARKS.name })),
    dead: [{ id: MARKS.message, code: "poison" }] as const,
    hold: true,
  };
  const done = await store.line.commit(turn.lease, outcome, NOW);
  if (done.state === "refused" || done.held === null) throw new Error(done.state);
  await store.outbox.giveUp(done.held, "refused", NOW);
  const job = await store.jobs.take(NOW);
  if (job !== null) await store.jobs.failed(job, null, "job_failed");
  await store.line.enter(contact, marked(`${MARKS.message} ${MARKS.phone}`), NOW + 1);
}

test("nothing personal stands in clear in any key, any value or the file on the disk", async () => {
  const added = await keysAddedBy(writeEverything);
  // record, seen, line, lease, lane and its hold; due, idle, queue, queues, jobs, job, dead letters and their bodies.
  expect(added).toHaveLength(14);
  const stored: Buffer[] = [Buffer.from((await keysOf()).join("\n"))];
  for (const key of await keysOf()) stored.push(await contentOf(key));
  const files = readdirSync(server.folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  // What must be found, to know that the search works.
  for (const places of [stored, files]) {
    expect(places.some((bytes) => bytes.includes("job_failed"))).toBe(true);
    for (const secret of SECRETS) {
      expect(
        places.some((bytes) => bytes.includes(secret)),
        secret,
      ).toBe(false);
    }
  }
  for (const secret of SECRETS) expect(log.lines.join("\n")).not.toContain(secret);
});

/** What a key holds, as it is (a dump would compress it). */
async function contentOf(key: string): Promise<Buffer> {
  const reads: Record<string, () => Promise<unknown>> = {
    string: () => bare.getBuffer(key),
    list: () => bare.lrangeBuffer(key, 0, -1),
    zset: () => bare.callBuffer("ZRANGE", key, "0", "-1"),
    set: () => bare.smembersBuffer(key),
    hash: () => bare.callBuffer("HGETALL", key),
  };
  const value = await (reads[await bare.type(key)] ?? reads["string"])?.();
  return Buffer.concat([value].flat(2) as Buffer[]);
}

test("a contact with a half-filled form and fifteen messages costs at most 1.5 KB", async () => {
  const contact = stranger();
  const session = sessionAt(bookForTests(), "ringkasan");
  const added = await keysAddedBy(async () => {
    for (let i = 0; i < MESSAGES; i++) await talked(contact, `wamid.${i}`, session, NOW + i * 9000);
  });
  const sizes: Record<string, number> = {};
  for (const key of added) {
    // The lease goes by itself some minutes after the last message; what belongs to the shard is no contact's.
    if (OWN_KEY.test(key)) sizes[key.slice(21)] = Number(await bare.call("MEMORY", "USAGE", key));
  }
  const sum = Object.values(sizes).reduce((a, b) => a + b, 0);
  const json = JSON.stringify(session).length;
  process.stdout.write(`session of ${json} bytes of JSON: ${sum} bytes ${JSON.stringify(sizes)}\n`);
  expect(sum).toBeLessThanOrEqual(HALF_FILLED_BYTES);
  expect(await store.line.peek(contact)).toEqual(session);
});

test("every key of a contact who never comes back expires, or stands where it is looked for", async () => {
  const contact = stranger();
  const added = await keysAddedBy(async () => {
    await talked(contact, "first", { half: true });
    await store.line.enter(contact, item("waiting"), NOW);
    const turn = await store.line.take(contact, NOW + 30_000);
    const parts = [{ id: "unsent", body: "x" }];
    if (turn === null) throw new Error("not taken");
    await store.line.commit(turn.lease, taking(["waiting"], { parts }), NOW + 30_000);
  });
  const lives: Record<string, number> = {};
  for (const key of added) {
    if (OWN_KEY.test(key)) lives[key.slice(21)] = await bare.pttl(key);
  }
  const days = (key: string) => Math.round((lives[key] ?? 0) / DAY);
  expect({ record: days(""), seen: days(":s"), part: days(":r") }).toEqual({
    record: 60,
    seen: 8,
    part: 30,
  });
  expect(lives[":h"]).toBeLessThanOrEqual(600_000);
  expect(Object.values(lives).filter((life) => life === -1)).toEqual([]);
  expect(await store.line.idle(NOW + 30_001, 100)).toContainEqual({ contact });
});

test("ids past their eight days, and past five hundred, are removed and not only ignored", async () => {
  const contact = stranger();
  const [seen] = await keysAddedBy(() => talked(contact, "old", {})).then((keys) =>
    keys.filter((key) => key.endsWith(":s")),
  );
  await talked(contact, "new", {}, NOW + 8 * DAY + 1);
  expect(await bare.zcard(seen ?? "")).toBe(1);
  const turn = turnOf(await store.line.enter(contact, item("n0"), NOW + 9 * DAY));
  for (let i = 1; i < 520; i++) await store.line.enter(contact, item(`n${i}`), NOW + 9 * DAY);
  expect(await bare.zcard(seen ?? "")).toBe(500);
  // Forgotten as an id, but still in the line: not doubled.
  expect(await store.line.enter(contact, item("n5"), NOW + 9 * DAY)).toEqual({ state: "seen" });
  expect(await store.line.waiting(contact)).toBe(520);
  expect(ids(turn)).toEqual(["n0"]);
});

test("what is forgotten of a contact is all but what waits; a running turn settles its own session", async () => {
  const [contact, other] = [stranger(), stranger()];
  const fill = async (one: Contact) => {
    const turn = turnOf(await store.line.enter(one, item("a"), NOW));
    const more = {
      parts: [{ id: `p ${one.user}`, body: "x" }],
      jobs: [{ key: `j ${one.user}`, kind: "k", payload: 1 }],
      dead: [{ id: "a", code: "poison" as const }],
    };
    await store.line.commit(turn.lease, taking(["a"], more), NOW);
  };
  await fill(contact);
  await fill(other);
  const letters = (await store.dead.list()).length;
  await store.forget(contact, NOW);
  expect(await store.line.peek(contact)).toBeNull();
  expect(await store.line.peek(other)).toEqual({ after: "a" });
  expect(await store.outbox.unsent(contact, 10)).toEqual([]);
  expect(await store.outbox.unsent(other, 10)).toHaveLength(1);
  expect((await store.dead.list()).length).toBe(letters - 1);
  const users: string[] = [];
  for (let job = await store.jobs.take(NOW); job !== null; job = await store.jobs.take(NOW)) {
    users.push(job.contact.user);
  }
  expect(users).toContain(other.user);
  expect(users).not.toContain(contact.user);
  expect(await store.line.enter(contact, item("a"), NOW)).toEqual({ state: "seen" });

  const running = turnOf(await store.line.enter(other, item("b"), NOW));
  await store.line.enter(other, item("c"), NOW);
  await store.forget(other, NOW);
  expect(await store.line.peek(other)).toEqual({ after: "a" });
  const gone = taking(["b"], { session: null });
  expect(await store.line.commit(running.lease, gone, NOW)).toMatchObject({
    state: "next",
    turn: { items: [{ id: "c" }], session: null },
  });
  expect(await store.line.peek(other)).toBeNull();
});
