import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { openStore } from "../../src/store/open.ts";
import { startProgram } from "../support/processes.ts";
import { openOn, ownPrefix } from "../support/redis.ts";
import { ownDatabase, TEST_KEY } from "../support/stores.ts";
import type { Ports } from "../support/turns.ts";

const CONTACTS = 10;
const BURSTS = 200;

/** A store that several processes share: opened here, and what tells a process of its own where it is. */
type Shared = { store: Ports; worker: readonly string[]; remove: () => Promise<void> };

const SHARED: Record<string, () => Promise<Shared>> = {
  postgres: async () => {
    const { url, remove } = await ownDatabase();
    const log = { warn: () => undefined };
    const store = await openStore({
      dataDir: ":memory:",
      databaseUrl: url,
      key: TEST_KEY,
      log,
    });
    return { store, worker: ["postgres", url, TEST_KEY], remove };
  },
  redis: async () => {
    const [url, prefix] = [inject("redisUrl"), ownPrefix()];
    const store = await openOn(url, prefix);
    return { store, worker: ["redis", url, TEST_KEY, prefix], remove: async () => undefined };
  },
};

describe.each(Object.entries(SHARED))("%s", (_, open) => {
  let shared: Shared;
  let store: Ports;
  beforeAll(async () => {
    shared = await open();
    ({ store } = shared);
  });
  afterAll(async () => {
    await store.close();
    await shared.remove();
  });

  async function worker() {
    const program = startProgram("line-worker.ts", shared.worker);
    expect(await program.next()).toEqual({ state: "ready" });
    return program;
  }
  const contactOf = (user: string): Contact => ({ channel: "terminal", account: "bot", user });
  const sessionIds = async (user: string) =>
    ((await store.line.peek(contactOf(user))) as { ids: string[] } | null)?.ids;

  test("200 bursts of three over two processes come out once each, in the order of the line", async () => {
    const workers = await Promise.all([worker(), worker()]);
    for (let burst = 0; burst < BURSTS; burst++) {
      for (const bubble of [0, 1, 2]) {
        const order = { enter: [`user${burst % CONTACTS}`, `b${burst}.${bubble}`] };
        workers[(burst + bubble) % 2]?.tell(order);
      }
    }
    const reports = (await Promise.all(workers.map((one) => one.finish()))).flatMap((r) => r.lines);
    expect(reports).toHaveLength(BURSTS * 3);
    const done = reports.flatMap((report) => (report["done"] as string[] | undefined) ?? []);
    expect(new Set(done).size).toBe(BURSTS * 3);
    expect(done).toHaveLength(BURSTS * 3);

    for (let user = 0; user < CONTACTS; user++) {
      const ids = (await sessionIds(`user${user}`)) ?? [];
      expect(new Set(ids).size).toBe((BURSTS / CONTACTS) * 3);
      expect(ids).toHaveLength((BURSTS / CONTACTS) * 3);
      const parts = await store.outbox.unsent(contactOf(`user${user}`), 10_000);
      expect(parts.map(({ body }) => body)).toEqual(ids);
    }
    expect(await store.line.due(Date.now() + 60_000, 10)).toEqual([]);
  });

  test("messages of one process keep their order while another one enters too", async () => {
    const [first, second] = await Promise.all([worker(), worker()]);
    for (let i = 0; i < 30; i++) {
      first.tell({ enter: ["both", `first${i}`] });
      await first.next();
      second.tell({ enter: ["both", `second${i}`] });
    }
    await Promise.all([first.finish(), second.finish()]);
    const ids = (await sessionIds("both")) ?? [];
    expect(ids.filter((id) => id.startsWith("first"))).toEqual(
      Array.from({ length: 30 }, (_, i) => `first${i}`),
    );
    expect(ids).toHaveLength(60);
  });

  test("a message whose process is killed is handed out again after the lease, and nothing is lost", async () => {
    const user = "killed";
    const doomed = await worker();
    doomed.tell({ hold: [user, "m1"] });
    expect(await doomed.next()).toEqual({ state: "held", handouts: 1 });
    await doomed.kill();

    const heir = await worker();
    heir.tell({ enter: [user, "m2"] });
    expect(await heir.next()).toEqual({ state: "waiting" });
    await heir.finish();
    expect(await store.line.take(contactOf(user), Date.now())).toBeNull();

    const later = Date.now() + 30_000;
    expect(await store.line.due(later, 10)).toEqual([{ contact: contactOf(user) }]);
    const turn = await store.line.take(contactOf(user), later);
    expect(turn?.items.map((item) => item.id)).toEqual(["m1"]);
    expect(turn?.handouts).toBe(2);
    if (turn === null) return;
    const outcome = { session: { ids: ["m1"] }, taken: ["m1"], parts: [], jobs: [] };
    const committed = await store.line.commit(turn.lease, outcome, later);
    expect(committed).toMatchObject({
      state: "next",
      turn: { items: [{ id: "m2" }], handouts: 1 },
    });
  });
});
