import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Entry } from "../../src/conversation/ports/line.ts";
import type { RedisStore } from "../../src/store/redis/open-redis.ts";
import { openOn } from "../support/redis.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";

const CONTACTS = 16;
const KILLS = 4;
const BETWEEN_MS = 400;
/** Longer than a lease: a turn whose answer was lost may be taken up again. */
const PAST_LEASE_MS = 31_000;
/** One message of so many is delivered twice. */
const REPEATED = 3;
/** What may be lost with `everysec`. */
const LOST_MS = 2000;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function opened(appendfsync: string): Promise<{ server: RedisServer; store: RedisStore }> {
  const server = await startRedis(["--appendonly", "yes", "--appendfsync", appendfsync]);
  const store = await openOn(server.url);
  ends.push(
    () => server.stop(),
    () => store.close(),
  );
  return { server, store };
}

/** A person who writes one message after the other; what was not acknowledged is delivered again, as a provider does. */
class Writer {
  readonly contact: Contact;
  readonly entered = new Set<string>();
  /** Acknowledged commits: which message, at which time of the real clock. */
  readonly committed: { id: string; at: number }[] = [];
  failures = 0;
  private now = Date.now();
  private readonly store: RedisStore;

  constructor(store: RedisStore, user: string) {
    this.store = store;
    this.contact = { channel: "telegram", account: "bot", user };
  }

  async write(goesOn: () => boolean): Promise<void> {
    for (let i = 0; goesOn(); i++) {
      const id = `${this.contact.user}.${i}`;
      // Providers deliver some messages again, although they were told.
      const times = i % REPEATED === 0 ? 2 : 1;
      for (let told = 0; told < times; ) {
        if (await this.deliver(id)) told += 1;
        else await sleep(20);
      }
    }
  }

  private async deliver(id: string): Promise<boolean> {
    this.now += 1;
    try {
      const body = { kind: "message", at: "2026-11-22T03:00:00Z", text: id } as const;
      const entry = await this.store.line.enter(this.contact, { id, body }, this.now);
      this.entered.add(id);
      await this.work(entry);
      return true;
    } catch {
      this.failures += 1;
      this.now += PAST_LEASE_MS;
      return false;
    }
  }

  private async work(entry: Entry): Promise<void> {
    let turn = entry.state === "turn" ? entry.turn : null;
    while (turn !== null) {
      const taken: string[] = turn.items.map((item) => item.id);
      const before = (turn.session as { ids: string[] } | null)?.ids ?? [];
      const session = { ids: [...before, ...taken] };
      const outcome = { session, taken, parts: [], jobs: [] };
      const done = await this.store.line.commit(turn.lease, outcome, this.now);
      if (done.state !== "refused") {
        this.committed.push(...taken.map((id) => ({ id, at: performance.now() })));
      }
      turn = done.state === "next" ? done.turn : null;
    }
  }

  /** Brings what waits to its end, and gives the messages that were worked on. */
  async finish(): Promise<string[]> {
    this.now += 2 * PAST_LEASE_MS;
    const turn = await this.store.line.take(this.contact, this.now);
    if (turn !== null) await this.work({ state: "turn", turn });
    return ((await this.store.line.peek(this.contact)) as { ids: string[] } | null)?.ids ?? [];
  }
}

/** Kills and starts Redis several times while everybody writes; gives the times of the kills. */
async function killed(server: RedisServer, writers: readonly Writer[]): Promise<number[]> {
  let goesOn = true;
  const writing = Promise.all(writers.map((writer) => writer.write(() => goesOn)));
  const kills: number[] = [];
  for (let i = 0; i < KILLS; i++) {
    await sleep(BETWEEN_MS);
    await server.kill();
    kills.push(performance.now());
    await sleep(50 + 100 * i);
    await server.start();
  }
  await sleep(BETWEEN_MS);
  goesOn = false;
  await writing;
  return kills;
}

test("with appendfsync always, nothing that was acknowledged is lost or doubled when Redis is killed", async () => {
  const { server, store } = await opened("always");
  const writers = Array.from({ length: CONTACTS }, (_, i) => new Writer(store, `u${i}`));
  await killed(server, writers);
  let count = 0;
  for (const writer of writers) {
    const ids = await writer.finish();
    expect(new Set(ids).size).toBe(ids.length);
    expect([...writer.entered].filter((id) => !ids.includes(id))).toEqual([]);
    expect(writer.committed.filter(({ id }) => !ids.includes(id))).toEqual([]);
    count += ids.length;
  }
  const failures = writers.reduce((sum, writer) => sum + writer.failures, 0);
  process.stdout.write(`always: ${KILLS} kills, ${count} messages, ${failures} failed calls\n`);
  expect(count).toBeGreaterThan(CONTACTS * KILLS);
}, 60_000);

test("with appendfsync everysec, no more than the last two seconds are lost when Redis is killed", async () => {
  const { server, store } = await opened("everysec");
  const writers = Array.from({ length: CONTACTS }, (_, i) => new Writer(store, `u${i}`));
  const kills = await killed(server, writers);
  let [lost, count] = [0, 0];
  for (const writer of writers) {
    const ids = new Set(await writer.finish());
    const gone = writer.committed.filter(({ id }) => !ids.has(id));
    for (const { at } of gone) {
      expect(kills.some((kill) => at <= kill && kill - at < LOST_MS)).toBe(true);
    }
    lost += gone.length;
    count += writer.committed.length;
  }
  process.stdout.write(`everysec: ${KILLS} kills, ${lost} of ${count} acknowledged commits lost\n`);
}, 60_000);
