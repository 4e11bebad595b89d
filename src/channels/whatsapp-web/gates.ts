import type { Gate, Journal } from "./journal.ts";

/** How long a message that was decrypted may take until the library hands it out, in ms; then nobody waits for it any more. */
const handedOutWithin = 10_000;

/** One message's decryption. */
export type Decryption = {
  /** It was decrypted; what follows waits until it was taken in. */
  done(): void;
  /** It can't be: nothing is to be taken in. */
  failed(): void;
};

/** Holds back what follows a message's decryption until the message was taken in. */
export type Gates = {
  /** A decryption begins: the library works on one message at a time. */
  begin(): Decryption;
  /** A message was handed out: what was decrypted until now belongs to it. */
  claim(): Gate;
  /** The library stumbled over a message that was decrypted: it will never hand it out. */
  lost(): void;
  /** The connection is over. */
  stop(): void;
};

type Waiting = { gate: Gate; timer: NodeJS.Timeout; isDecrypted: boolean };

/** `missed` is told when a decrypted message was never handed out. */
export function makeGates(journal: Journal, missed: () => void): Gates {
  const waiting = new Set<Waiting>();
  const take = (one: Waiting) => {
    clearTimeout(one.timer);
    waiting.delete(one);
  };
  const miss = (one: Waiting) => {
    take(one);
    missed();
    one.gate.open();
  };
  return {
    begin() {
      const one: Waiting = {
        gate: journal.gate(),
        timer: setTimeout(() => miss(one), handedOutWithin),
        isDecrypted: false,
      };
      one.timer.unref();
      waiting.add(one);
      return {
        done() {
          one.isDecrypted = true;
        },
        failed() {
          take(one);
          one.gate.open();
        },
      };
    },
    claim() {
      const mine = [...waiting];
      for (const one of mine) take(one);
      return {
        open() {
          for (const { gate } of mine) gate.open();
        },
      };
    },
    lost() {
      for (const one of waiting) if (one.isDecrypted) miss(one);
    },
    stop() {
      for (const one of waiting) take(one);
    },
  };
}
