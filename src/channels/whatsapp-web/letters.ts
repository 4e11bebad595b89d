import { AsyncLocalStorage } from "node:async_hooks";
import type { Journal, Slot } from "./journal.ts";

/**
 * Puts what the sending of a message changed in the keys before the message itself. The library sends first and stores after
 * it; a process that is killed in between would use the same key twice, and nobody could read what it writes then.
 */
export type Letters = {
  /** A message of the bot's is sent in here. */
  sending<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The message was encrypted: what is sent next is the message. */
  encrypted(): void;
  /** A frame is about to go out. */
  leaving(): void;
  write: Journal["write"];
};

type Letter = { encrypted: boolean; slot: Slot | null; done: boolean };

export function makeLetters(journal: Journal): Letters {
  const current = new AsyncLocalStorage<Letter>();
  return {
    sending(work) {
      const letter: Letter = { encrypted: false, slot: null, done: false };
      return current.run(letter, work).finally(() => {
        letter.done = true;
        letter.slot?.fill(new Map());
      });
    },
    encrypted() {
      const letter = current.getStore();
      if (letter) letter.encrypted = true;
    },
    leaving() {
      const letter = current.getStore();
      if (letter?.encrypted && !letter.slot && !letter.done) letter.slot = journal.slot();
    },
    write(values) {
      const letter = current.getStore();
      if (!letter?.slot || letter.done) {
        journal.write(values);
        return;
      }
      letter.done = true;
      letter.slot.fill(values);
    },
  };
}
