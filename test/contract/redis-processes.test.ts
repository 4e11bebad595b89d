import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { RedisStore } from "../../src/store/redis/open-redis.ts";
import { startProgram } from "../support/processes.ts";
import { openOn, ownPrefix } from "../support/redis.ts";
import { TEST_KEY } from "../support/stores.ts";

const CONTACTS = 10;
const BURSTS = 200;
const ALL = 10_000;

const prefix = ownPrefix();
let store: RedisStore;
beforeAll(async () => {
  store = await openOn(inject("redisUrl"), prefix);
});
afterAll(() => store.close());

async function worker() {
  const program = startProgram("redis-worker.ts", [inject("redisUrl"), prefix, TEST_KEY]);
  expect(await program.next()).toEqual({ state: "ready" });
  return program;
}
const contactOf = (user: string): Contact => ({ channel: "terminal", account: "bot", user });
const sessionIds = async (user: string) =>
  ((await store.line.peek(contactOf(user))) as { ids: string[] } | null)?.ids ?? [];

test("200 bursts of three over two processes on one Redis come out once each, in the order of the line", async () => {
  const workers = await Promise.all([worker(), worker()]);
  for (let burst = 0; burst < BURSTS; burst++) {
    for (const bubble of [0, 1, 2]) {
      const order = { enter: [`user${burst % CONTACTS}`, `b${burst}.${bubble}`] };
      workers[(burst + bubble) % 2]?.tell(order);
    }
  }
  const reports = (await Promise.all(workers.map((one) => one.finish()))).flatMap((r) => r.lines);
  const done = reports.flatMap((report) => (report["done"] as string[] | undefined) ?? []);
  expect(reports).toHaveLength(BURSTS * 3);
  expect(new Set(done).size).toBe(BURSTS * 3);
  expect(done).toHaveLength(BURSTS * 3);

  for (let user = 0; user < CONTACTS; user++) {
    const ids = await sessionIds(`user${user}`);
    expect(new Set(ids).size).toBe((BURSTS / CONTACTS) * 3);
    expect(ids).toHaveLength((BURSTS / CONTACTS) * 3);
    const parts = await store.outbox.unsent(contactOf(`user${user}`), ALL);
    expect(parts.map((part) => part.body)).toEqual(ids);
  }
  expect(await store.line.due(Date.now() + 60_000, 10)).toEqual([]);
});

test("a message whose process is killed is handed out again after the lease, and nothing is lost", async () => {
  const contact = contactOf("killed");
  const doomed = await worker();
  doomed.tell({ hold: ["killed", "m1"] });
  expect(await doomed.next()).toEqual({ state: "held", handouts: 1 });
  await doomed.kill();

  const heir = await worker();
  heir.tell({ enter: ["killed", "m2"] });
  expect(await heir.next()).toEqual({ state: "waiting" });
  await heir.finish();
  expect(await store.line.take(contact, Date.now())).toBeNull();

  const later = Date.now() + 30_000;
  expect(await store.line.due(later, 10)).toEqual([{ contact }]);
  const turn = await store.line.take(contact, later);
  expect(turn).toMatchObject({ items: [{ id: "m1" }], handouts: 2 });
  if (turn === null) return;
  const outcome = { session: { ids: ["m1"] }, taken: ["m1"], parts: [], jobs: [] };
  const committed = await store.line.commit(turn.lease, outcome, later);
  expect(committed).toMatchObject({ state: "next", turn: { items: [{ id: "m2" }], handouts: 1 } });
});
