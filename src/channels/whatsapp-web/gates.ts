import type { Gate, Journal } from "./journal.ts";

/** How long a message that was decrypted may take until the library hands it out, in ms; then nobody waits for it any more. */
const handedOutWithin = 10_000;

/** Holds back what follows a message's decryption until the message was taken in. */
export type Gates = {
  /** A decryption begins: the library works on one message at a time. */
  begin(): Gate;
  /** A message was handed out: what was decrypted until now belongs to it. */
  claim(): Gate;
  /** The connection is over. */
  stop(): void;
};

/** `missed` is told when a decrypted message was never handed out. */
export function makeGates(journal: Journal, missed: () => void): Gates {
  const open = new Map<Gate, NodeJS.Timeout>();
  const end = (gate: Gate) => {
    clearTimeout(open.get(gate));
    open.delete(gate);
    gate.open();
  };
  return {
    begin() {
      const gate = journal.gate();
      const timer = setTimeout(() => {
        missed();
        end(gate);
      }, handedOutWithin);
      timer.unref();
      open.set(gate, timer);
      return { open: () => end(gate) };
    },
    claim() {
      const mine = [...open.keys()];
      for (const gate of mine) {
        clearTimeout(open.get(gate));
        open.delete(gate);
      }
      return {
        open() {
          for (const gate of mine) gate.open();
        },
      };
    },
    stop() {
      for (const timer of open.values()) clearTimeout(timer);
      open.clear();
    },
  };
}
