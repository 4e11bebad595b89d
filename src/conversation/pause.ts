import { setTimeout as sleep } from "node:timers/promises";
import type { Contact } from "./ports/contact.ts";
import type { LineItem } from "./ports/line.ts";

/** People for whom is waited at once; beyond that everybody is answered at once, so that no pause holds up others. */
const mostAtOnce = 32;
/** Messages older than this, in ms, come from a time without connection: what belongs together is there already. */
const fresh = 10_000;

/** Has a turn begin a moment later, because many write one thought in several messages. */
export type Pauses = {
  /** Resolves when the person has been still for half of `longest`, at the latest after `longest`; false where nothing was waited for. */
  wait(contact: Contact, body: LineItem["body"]): Promise<boolean>;
  /** Another message of this contact came in. */
  heard(contact: Contact): void;
};

/** `longest`: ms; 0 waits for nobody. */
export function makePauses(longest: number, clock: () => number): Pauses {
  const lastHeard = new Map<string, number>();
  const keyOf = (contact: Contact) => JSON.stringify(contact);
  return {
    async wait(contact, body) {
      if (longest === 0 || lastHeard.size >= mostAtOnce || !mayGoOn(contact, body, clock()))
        return false;
      const key = keyOf(contact);
      const began = clock();
      lastHeard.set(key, began);
      try {
        for (;;) {
          const still = (lastHeard.get(key) ?? began) + longest / 2;
          const left = Math.min(still, began + longest) - clock();
          if (left <= 0) return true;
          await sleep(left);
        }
      } finally {
        lastHeard.delete(key);
      }
    },
    heard(contact) {
      const key = keyOf(contact);
      if (lastHeard.has(key)) lastHeard.set(key, clock());
    },
  };
}

/** Whether more may follow: on words that are just written, not on a tap, nor on the page where people write whole lines. */
const mayGoOn = ({ channel }: Contact, body: LineItem["body"], now: number): boolean =>
  channel !== "web" &&
  body.kind === "message" &&
  body.text !== undefined &&
  body.choice === undefined &&
  body.notice === undefined &&
  now - (Date.parse(body.at) || now) < fresh;
