/** WhatsApp's word on messages that were sent: the library only says that they left. */
export type Acks = {
  /** Waits for what WhatsApp says of a message: null = taken, else the code by which it refuses; undefined when it says nothing in time. */
  of(id: string, withinMs: number): Promise<string | null | undefined>;
  /** True if somebody waited for it. */
  told(id: string, refusal: string | null): boolean;
  /** The connection is over: nothing more comes. */
  over(): void;
};

export function makeAcks(): Acks {
  const waiting = new Map<string, (refusal: string | null | undefined) => void>();
  return {
    of: (id, withinMs) =>
      new Promise((resolve) => {
        const settle = (refusal: string | null | undefined) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(refusal);
        };
        const timer = setTimeout(settle, withinMs, undefined);
        waiting.set(id, settle);
      }),
    told(id, refusal) {
      const settle = waiting.get(id);
      settle?.(refusal);
      return settle !== undefined;
    },
    over() {
      for (const settle of [...waiting.values()]) settle(undefined);
    },
  };
}
