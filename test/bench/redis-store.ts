/**
 * What the store on Redis costs: `npx tsx test/bench/redis-store.ts [redis-url]`. Takes 32 messages at a time from entering to
 * sent, beside a bare GET and SET of 600 bytes through the same client in the same run; prints the medians and their ratio as
 * one line of JSON. Without an address a Redis of its own is started.
 */
import { Redis } from "ioredis";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { RedisStore } from "../../src/store/redis/open-redis.ts";
import { openOn, ownPrefix } from "../support/redis.ts";
import { startRedis } from "../support/redis-server.ts";
import { bookForTests, sessionAt } from "../support/talk.ts";

const IN_FLIGHT = 32;
const CONTACTS = 2000;
const MESSAGES = 8000;
const ROUNDS = 7;
const BYTES = 600;

const given = process.argv[2];
const server = given === undefined ? await startRedis() : undefined;
const url = given ?? server?.url ?? "";
const prefix = ownPrefix();
const store = await openOn(url, prefix);
const bare = new Redis(url);
const piped = new Redis(url, { enableAutoPipelining: true });

const small = { answers: "x".repeat(BYTES - '{"answers":""}'.length) };
const half = sessionAt(bookForTests(), "ringkasan");
const contacts: Contact[] = Array.from({ length: CONTACTS }, (_, i) => ({
  channel: "telegram",
  account: "bot",
  user: String(100_000 + i),
}));
const text = "x".repeat(BYTES);
let messages = 0;

/** One message from entering to sent. */
async function message(on: RedisStore, session: unknown): Promise<void> {
  messages += 1;
  const contact = contacts[messages % CONTACTS] as Contact;
  const id = `m${messages}`;
  const now = Date.now();
  const body = { kind: "message", at: "2026-11-22T03:00:00Z", text: "jam 5 pagi" } as const;
  const entry = await on.line.enter(contact, { id, body }, now);
  if (entry.state !== "turn") throw new Error(entry.state);
  const part = { id: `${entry.turn.seed}.0`, body: { text: "x".repeat(160), choices: [] } };
  const outcome = { session, taken: [id], parts: [part], jobs: [], hold: true };
  const done = await on.line.commit(entry.turn.lease, outcome, now);
  if (done.state !== "done" || done.held === null) throw new Error(done.state);
  await on.outbox.sent(done.held, now);
}

async function getAndSet(client: Redis, i: number): Promise<void> {
  const key = `{${prefix}}${i % CONTACTS}`;
  await client.get(key);
  await client.set(key, text, "PX", 60_000);
}

/** Messages a second, and microseconds of this process's own time for each (steadier where others use the machine too). */
async function measure(work: (i: number) => Promise<void>): Promise<{ rate: number; cpu: number }> {
  let next = 0;
  const runner = async () => {
    while (next < MESSAGES) await work(next++);
  };
  const start = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: IN_FLIGHT }, runner));
  const { user, system } = process.cpuUsage(before);
  const rate = MESSAGES / ((performance.now() - start) / 1000);
  return { rate, cpu: (user + system) / MESSAGES };
}

const works: Record<string, (i: number) => Promise<void>> = {
  "get+set": (i) => getAndSet(bare, i),
  "get+set, pipelined": (i) => getAndSet(piped, i),
  "enter+commit+sent": () => message(store, small),
  "enter+commit+sent, half-filled session": () => message(store, half),
};
const rates: Record<string, number[]> = {};
const costs: Record<string, number[]> = {};
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, work] of Object.entries(works)) {
    const { rate, cpu } = await measure(work);
    // The first round warms up.
    if (round === 0) continue;
    rates[name] = [...(rates[name] ?? []), rate];
    costs[name] = [...(costs[name] ?? []), cpu];
  }
}
const median = (all: number[] = []): number =>
  Math.round([...all].sort((a, b) => a - b)[all.length >> 1] ?? 0);
const medians = (of: Record<string, number[]>) =>
  Object.fromEntries(Object.entries(of).map(([name, all]) => [name, median(all)]));
const ratio = (over: number[] | undefined, under: number[] | undefined): number =>
  Math.round((median(over) / median(under)) * 100) / 100;
const [bareName, whole] = ["get+set, pipelined", "enter+commit+sent"];
process.stdout.write(
  `${JSON.stringify({
    "messages a second": medians(rates),
    "microseconds of this process": medians(costs),
    ratio: ratio(rates[whole], rates[bareName]),
    "ratio by time of this process": ratio(costs[bareName], costs[whole]),
  })}\n`,
);
await store.close();
bare.disconnect();
piped.disconnect();
await server?.stop();
