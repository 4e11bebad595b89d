import { expect, inject, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { keptLog } from "../support/stores.ts";
import { item, NOW, stranger, taking, turnOf } from "../support/turns.ts";

test("erasing a contact reaches what lies on Redis, and nobody else's", async () => {
  const redisUrl = inject("redisUrl");
  const store = await openStore({ dataDir: ":memory:", redisUrl, log: keptLog().log });
  try {
    expect(store.sessions).toBe("redis");
    const [contact, neighbour] = [stranger(), stranger()];
    for (const one of [contact, neighbour]) {
      const turn = turnOf(await store.line.enter(one, item("a"), NOW));
      const parts = [{ id: `part of ${one.user}`, body: { text: "Dicatat." } }];
      await store.line.commit(turn.lease, taking(["a"], { parts }), NOW);
    }
    const at = new Date(NOW).toISOString();
    const { receipt } = await store.records.erase("key of the erasure", contact, at);
    expect(receipt).toMatch(/^HPS-/);
    expect(await store.line.peek(contact)).toBeNull();
    expect(await store.outbox.unsent(contact, 10)).toEqual([]);
    expect(await store.line.peek(neighbour)).toEqual({ after: "a" });
    expect(await store.outbox.unsent(neighbour, 10)).toHaveLength(1);
  } finally {
    await store.close();
  }
});
