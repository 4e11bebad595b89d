import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Turn } from "../../src/conversation/ports/line.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { keptLog } from "../support/stores.ts";
import { ids, item, NOW, stranger, taking } from "../support/turns.ts";

let store: Store;
beforeAll(async () => {
  store = await openStore({ dataDir: ":memory:", log: keptLog().log });
});
afterAll(() => store.close());

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("enter"), id: fc.nat(14) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("commit", "crash", "late commit") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("release", "sweep") }) },
);
type Step = { do: string; id?: number };

/** What one contact's line must have done, beside the line itself. */
class Walk {
  readonly contact: Contact = stranger();
  readonly entered: string[] = [];
  readonly done: string[] = [];
  turn: Turn | null = null;
  now = NOW;

  async take(one: Step): Promise<void> {
    this.now += 10;
    switch (one.do) {
      case "enter":
        return this.enter(`m${one.id}`);
      case "commit":
        return this.commit();
      case "crash":
        this.turn = null;
        return;
      case "late commit":
        return this.lateCommit();
      case "release":
        if (this.turn !== null) await store.line.release(this.turn.lease);
        this.turn = null;
        return;
      default:
        this.now += 30_000;
        this.turn = await store.line.take(this.contact, this.now);
    }
  }

  private async enter(id: string): Promise<void> {
    const entry = await store.line.enter(this.contact, item(id), this.now);
    if (entry.state === "waiting") expect(this.entered).not.toContain(id);
    if (entry.state === "seen") expect(this.entered).toContain(id);
    if (!this.entered.includes(id)) this.entered.push(id);
    if (entry.state === "turn") this.turn = entry.turn;
  }

  private async commit(): Promise<void> {
    if (this.turn === null) return;
    const taken = ids(this.turn);
    expect(this.turn.session).toEqual(this.done.length === 0 ? null : { after: this.done.at(-1) });
    const committed = await store.line.commit(this.turn.lease, taking(taken), this.now);
    if (committed.state !== "refused") this.done.push(...taken);
    this.turn = committed.state === "next" ? committed.turn : null;
  }

  private async lateCommit(): Promise<void> {
    if (this.turn === null) return;
    this.now += 30_000;
    const outcome = taking(ids(this.turn));
    expect((await store.line.commit(this.turn.lease, outcome, this.now)).state).toBe("refused");
    this.turn = null;
  }

  /** Whatever happened, a sweeper brings the rest to its end. */
  async finish(): Promise<void> {
    this.now += 60_000;
    this.turn = await store.line.take(this.contact, this.now);
    while (this.turn !== null) await this.commit();
  }
}

test("no interleaving of entering, committing and crashing loses, doubles or reorders a message", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const walk = new Walk();
    for (const one of steps) await walk.take(one);
    await walk.finish();
    expect(walk.done).toEqual(walk.entered);
  });
  await fc.assert(property, { numRuns: 60 });
});
