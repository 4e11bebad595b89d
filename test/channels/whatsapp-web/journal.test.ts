import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JournalStore, makeJournal } from "../../../src/channels/whatsapp-web/journal.ts";

/** A store that keeps what happened, in order, together with the frames that went out. */
function keptStore(fails = () => false) {
  const log: string[] = [];
  const rows = new Map<string, string>();
  const store: JournalStore = {
    read: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const value = rows.get(key);
          return value === undefined ? [] : [[key, value] as const];
        }),
      ),
    async write(values) {
      await Promise.resolve();
      if (fails()) throw new Error("the store is down");
      for (const [key, value] of values) {
        log.push(`${key}=${value}`);
        if (value === null) rows.delete(key);
        else rows.set(key, value);
      }
    },
  };
  return { log, rows, store };
}

const values = (...pairs: [string, string | null][]) => new Map(pairs);
const nobody = () => undefined;

describe("a journal", () => {
  test("sends at once where nothing waits, and after what waits else", async () => {
    const { log, store } = keptStore();
    const journal = makeJournal(store, nobody);
    expect(journal.send(() => log.push("frame 1"))).toBe(true);
    journal.write(values(["a", "1"]));
    expect(journal.send(() => log.push("frame 2"))).toBe(false);
    await journal.drained();
    expect(log).toEqual(["frame 1", "a=1", "frame 2"]);
  });

  test("lets nothing by a closed gate: neither what is stored nor what is told", async () => {
    const { log, store } = keptStore();
    const journal = makeJournal(store, nobody);
    const first = journal.gate();
    journal.write(values(["session", "new"]));
    journal.send(() => log.push("receipt"));
    const second = journal.gate();
    journal.send(() => log.push("later"));
    second.open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log).toEqual([]);
    expect(await journal.read(["session"])).toEqual(values(["session", "new"]));
    first.open();
    await journal.drained();
    expect(log).toEqual(["session=new", "receipt", "later"]);
  });

  test("keeps a place for values that come after the frame that depends on them", async () => {
    const { log, store } = keptStore();
    const journal = makeJournal(store, nobody);
    const slot = journal.slot();
    journal.send(() => log.push("message"));
    slot.fill(values(["key", "used"]));
    slot.fill(values(["key", "twice"]));
    await journal.drained();
    expect(log).toEqual(["key=used", "message"]);
  });

  test("tells once that the store fails, sends nothing that came after, and forgets the rest", async () => {
    const { log, store } = keptStore(() => true);
    const told: unknown[] = [];
    const journal = makeJournal(store, (error) => told.push(error));
    journal.write(values(["a", "1"]));
    journal.send(() => log.push("receipt"));
    await journal.drained();
    journal.write(values(["a", "2"]));
    await journal.drained();
    expect(log).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test("that is given up stores nothing more, whatever opens", async () => {
    const { log, store } = keptStore();
    const journal = makeJournal(store, nobody);
    const gate = journal.gate();
    journal.write(values(["session", "new"]));
    journal.giveUp();
    gate.open();
    await journal.drained();
    expect(log).toEqual([]);
  });

  test("reads the latest value whenever it is asked, and ends with the same in the store", async () => {
    const key = fc.constantFrom("a", "b", "c");
    const step = fc.oneof(
      fc.record({ do: fc.constant("write" as const), key, value: fc.option(fc.string()) }),
      fc.record({ do: fc.constant("gate" as const) }),
      fc.record({ do: fc.constant("open" as const) }),
      fc.record({ do: fc.constant("wait" as const) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), follow));
  });
});

type Step =
  | { do: "write"; key: string; value: string | null }
  | { do: "gate" }
  | { do: "open" }
  | { do: "wait" };

async function follow(steps: readonly Step[]): Promise<void> {
  const { rows, store } = keptStore();
  const journal = makeJournal(store, nobody);
  const wanted = new Map<string, string>();
  const gates: { open(): void }[] = [];
  const write = async (key: string, value: string | null) => {
    journal.write(values([key, value]));
    if (value === null) wanted.delete(key);
    else wanted.set(key, value);
    expect(await journal.read(["a", "b", "c"])).toEqual(wanted);
  };
  for (const one of steps) {
    if (one.do === "gate") gates.push(journal.gate());
    if (one.do === "open") gates.shift()?.open();
    if (one.do === "wait") await new Promise((resolve) => setImmediate(resolve));
    if (one.do === "write") await write(one.key, one.value);
  }
  for (const gate of gates) gate.open();
  await journal.drained();
  expect(rows).toEqual(wanted);
}
