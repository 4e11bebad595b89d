/** Where values last. `write` throws when they could not be stored; all of one call is stored or nothing. */
export type JournalStore = {
  read(keys: readonly string[]): Promise<Map<string, string>>;
  write(values: ReadonlyMap<string, string | null>): Promise<void>;
};

/** Nothing that comes into a journal after it goes on before it is opened. */
export type Gate = { open(): void };

/**
 * The order in which things of one connection come to last: values are stored, and frames go out, in the order in which they
 * came, and nothing passes a closed gate. So what WhatsApp is told is never ahead of what is stored, and what is stored
 * never ahead of what was taken in. Values can be read from the moment they are given.
 */
export type Journal = {
  read(keys: readonly string[]): Promise<Map<string, string>>;
  /** Null removes. */
  write(values: ReadonlyMap<string, string | null>): void;
  /** Sends when all before it lasts; true if that is at once. */
  send(frame: () => void): boolean;
  gate(): Gate;
  /** Resolves when nothing waits, or the journal was given up. */
  drained(): Promise<void>;
  /** The connection is over: what waits is forgotten. */
  giveUp(): void;
};

type Entry =
  | { kind: "gate"; open: boolean }
  | { kind: "values"; values: ReadonlyMap<string, string | null> }
  | { kind: "frame"; send: () => void };

/** `failed` is told once when the store refuses; the journal is given up then. */
export function makeJournal(store: JournalStore, failed: (error: unknown) => void): Journal {
  let waiting: Entry[] = [];
  /** Values on their way, and how many writings of each are. */
  const fresh = new Map<string, { value: string | null; writings: number }>();
  let working = false;
  let over = false;
  let whenIdle: (() => void)[] = [];

  const idle = () => {
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  };
  const giveUp = () => {
    over = true;
    waiting = [];
    idle();
  };
  const storeAll = async (batch: readonly Entry[]) => {
    const lists = batch.flatMap((entry) => (entry.kind === "values" ? entry.values : []));
    if (lists.length === 0) return;
    await store.write(new Map(lists.flatMap((values) => [...values])));
    for (const values of lists) for (const key of values.keys()) settle(key);
  };
  const settle = (key: string) => {
    const known = fresh.get(key);
    if (known && --known.writings === 0) fresh.delete(key);
  };
  const pass = async () => {
    for (let batch = passing(); batch.length > 0 && !over; batch = passing()) {
      await storeAll(batch);
      for (const entry of batch) if (entry.kind === "frame" && !over) entry.send();
    }
  };
  const work = async () => {
    if (working || over) return;
    working = true;
    await pass().catch((error) => {
      if (!over) failed(error);
      giveUp();
    });
    working = false;
    if (waiting.length === 0) idle();
  };
  /** Takes off what lies before the first closed gate. */
  const passing = (): Entry[] => {
    const closed = waiting.findIndex((entry) => entry.kind === "gate" && !entry.open);
    return waiting.splice(0, closed < 0 ? waiting.length : closed);
  };
  return {
    async read(keys) {
      const known = keys.filter((key) => fresh.has(key));
      const values = new Map<string, string>();
      for (const key of known) {
        const value = fresh.get(key)?.value;
        if (value != null) values.set(key, value);
      }
      const others = keys.filter((key) => !known.includes(key));
      if (others.length > 0)
        for (const [key, value] of await store.read(others)) values.set(key, value);
      return values;
    },
    write(values) {
      if (over || values.size === 0) return;
      for (const [key, value] of values)
        fresh.set(key, { value, writings: (fresh.get(key)?.writings ?? 0) + 1 });
      waiting.push({ kind: "values", values });
      void work();
    },
    send(frame) {
      if (over || (!working && waiting.length === 0)) {
        frame();
        return true;
      }
      waiting.push({ kind: "frame", send: frame });
      return false;
    },
    gate() {
      const gate = { kind: "gate" as const, open: false };
      waiting.push(gate);
      return {
        open() {
          gate.open = true;
          void work();
        },
      };
    },
    drained: () =>
      over || (!working && waiting.length === 0)
        ? Promise.resolve()
        : new Promise((resolve) => whenIdle.push(resolve)),
    giveUp,
  };
}
