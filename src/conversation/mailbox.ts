import type { Finish } from "./finish.ts";
import type { Contact } from "./ports/contact.ts";
import type { Mailbox, Outbox } from "./ports/outbox.ts";

/** How often it is looked for what other processes committed, in ms, and for how many watchers at a time, in turn. */
const lookEvery = 2000;
const looksAtOnce = 200;

/** A mailbox that is told of commits in this process. */
export type ToldMailbox = Mailbox & {
  committed(contact: Contact): void;
  /** Nobody is called any more. */
  close(): void;
};

/** The outbox as channels see it that are fetched from. */
export function makeMailbox(outbox: Outbox, finish: Finish): ToldMailbox {
  const watchers = new Map<string, Set<() => void>>();
  const keyOf = ({ channel, account, user }: Contact) => JSON.stringify([channel, account, user]);
  const timer = setInterval(() => {
    for (const [key, some] of [...watchers].slice(0, looksAtOnce)) {
      watchers.delete(key);
      watchers.set(key, some);
      for (const changed of some) changed();
    }
  }, lookEvery);
  timer.unref();
  return {
    async unsent(contact, limit) {
      const parts = await outbox.unsent(contact, limit);
      const finished = parts.map(async (part) => ({
        id: part.id,
        body: await finish(contact, part),
      }));
      return Promise.all(finished);
    },
    shown: (contact, ids) => outbox.shown(contact, ids),
    watch(contact, changed) {
      const key = keyOf(contact);
      const some = watchers.get(key) ?? new Set();
      watchers.set(key, some.add(changed));
      return () => {
        some.delete(changed);
        if (some.size === 0 && watchers.get(key) === some) watchers.delete(key);
      };
    },
    committed(contact) {
      for (const changed of watchers.get(keyOf(contact)) ?? []) changed();
    },
    close: () => clearInterval(timer),
  };
}
