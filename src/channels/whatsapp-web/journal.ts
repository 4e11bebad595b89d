/** Where values last. `write` throws when they could not be stored; all of one call is stored or nothing. */
export type JournalStore = {
  read(keys: readonly string[]): Promise<Map<string, string>>;
  write(values: ReadonlyMap<string, string | null>): Promise<void>;
};

/** Nothing that comes into a journal after it goes on before it is opened. */
export type Gate = { open(): void };

/** A place kept for values that are known a little later; a gate until they come. */
export type Slot = { fill(values: ReadonlyMap<string, string | null>): void };

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
  slot(): Slot;
  /** Resolves when nothing waits, or the journal was given up. */
  drained(): Promise<void>;
  /** The connection is over: what waits is forgotten. */
  giveUp(): void;
};

type Values = ReadonlyMap<string, string | null>;

type Entry =
  | { kind: "gate"; open: boolean; values?: Values }
  | { kind: "values"; values: Values }
  | { kind: "frame"; send: () => void };

/** `failed` is told once when the store refuses; the journal is given up then. */
export function makeJournal(store: JournalStore, failed: (error: unknown) => void): Journal {
  let waiting: Entry[] = [];
  const fresh = makeFresh();
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
    const lists = batch.flatMap((entry) => (entry.kind === "frame" ? [] : (entry.values ?? [])));
    if (lists.length === 0) return;
    await store.write(new Map(lists.flatMap((values) => [...values])));
    for (const values of lists) fresh.settle(values);
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
    // Something may have opened since the last look.
    else if (!isShut()) void work();
  };
  const isShut = (): boolean => {
    const [first] = waiting;
    return first?.kind === "gate" && !first.open;
  };
  /** Takes off what lies before the first closed gate. */
  const passing = (): Entry[] => {
    const closed = waiting.findIndex((entry) => entry.kind === "gate" && !entry.open);
    return waiting.splice(0, closed < 0 ? waiting.length : closed);
  };
  return {
    async read(keys) {
      const { values, others } = fresh.read(keys);
      if (others.length > 0)
        for (const [key, value] of await store.read(others)) values.set(key, value);
      return values;
    },
    write(values) {
      if (over || values.size === 0) return;
      fresh.know(values);
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
    slot() {
      const gate: Entry & { kind: "gate" } = { kind: "gate", open: false };
      waiting.push(gate);
      return {
        fill(values) {
          if (gate.open || over) return;
          fresh.know(values);
          gate.values = values;
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

/** Values on their way, readable already. */
function makeFresh() {
  const known = new Map<string, { value: string | null; writings: number }>();
  return {
    know(values: Values): void {
      for (const [key, value] of values)
        known.set(key, { value, writings: (known.get(key)?.writings ?? 0) + 1 });
    },
    /** One writing of each has lasted. */
    settle(values: Values): void {
      for (const key of values.keys()) {
        const one = known.get(key);
        if (one && --one.writings === 0) known.delete(key);
      }
    },
    /** What of these is on its way, and which keys are to be looked up. */
    read(keys: readonly string[]): { values: Map<string, string>; others: string[] } {
      const values = new Map<string, string>();
      const others: string[] = [];
      for (const key of keys) {
        const one = known.get(key);
        if (!one) others.push(key);
        else if (one.value !== null) values.set(key, one.value);
      }
      return { values, others };
    },
  };
}
