import type { Contact } from "../../conversation/ports/contact.ts";
import type { LineItem, Turn } from "../../conversation/ports/line.ts";
import { LEASE_MS } from "../hand-out.ts";
import type { Reply } from "./connection.ts";
import type { ContactNames } from "./contact-names.ts";
import { bytesOf, type Context, numberOf, textOf } from "./context.ts";
import { itemDigest, openItem, seedOf } from "./items.ts";

/** Who was given a turn, by which call. */
export type Given = { contact: Contact; names: ContactNames; token: string; now: number };

/** A turn of one message that this process holds in clear already. */
export function ownTurn(context: Context, given: Given, item: LineItem, session: unknown): Turn {
  const { names, contact, token, now } = given;
  return {
    lease: { contact, token, until: now + LEASE_MS },
    items: [item],
    handouts: 1,
    session,
    seed: seedOf(itemDigest(context.cipher, names, item.id)),
  };
}

/** A turn from a reply that holds, from `at` on: hand-outs, then name and body of each message. */
export function turnOf(
  context: Context,
  given: Given,
  reply: readonly Reply[],
  at: number,
  session: unknown,
): Turn {
  const { names, contact, token, now } = given;
  const items: LineItem[] = [];
  for (let i = at + 1; i + 1 < reply.length; i += 2) {
    const name = textOf(reply[i]);
    items.push(openItem(context.cipher, names.id, name, bytesOf(reply[i + 1])));
  }
  const head = items[0]?.id ?? "";
  return {
    lease: { contact, token, until: now + LEASE_MS },
    items,
    handouts: numberOf(reply[at]),
    session,
    seed: seedOf(itemDigest(context.cipher, names, head)),
  };
}
