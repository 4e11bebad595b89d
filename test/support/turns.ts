import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Entry, LineItem, Outcome, Turn } from "../../src/conversation/ports/line.ts";
import type { Store } from "../../src/store/open.ts";

/** What the suite works on: the ports that one store gives. */
export type Ports = Pick<Store, "line" | "outbox" | "jobs" | "dead" | "close">;

let strangers = 0;

/** A contact that nobody has written from. */
export function stranger(): Contact {
  strangers += 1;
  return { channel: "terminal", account: "bot", user: `+62811${strangers}` };
}

/** A message with this id. */
export function item(id: string): LineItem {
  return { id, body: { kind: "message", at: "2026-11-22T03:00:00Z", text: `text of ${id}` } };
}

/** The outcome of a turn that takes these off. */
export function taking(ids: readonly string[], more: Partial<Outcome> = {}): Outcome {
  return { session: { after: ids.at(-1) }, taken: ids, parts: [], jobs: [], ...more };
}

/** The turn of an entry that must be one. */
export function turnOf(entry: Entry | { state: string; turn?: Turn }): Turn {
  if (!("turn" in entry) || entry.turn === undefined) throw new Error(`no turn: ${entry.state}`);
  return entry.turn;
}

/** The ids of a turn's messages. */
export const ids = (turn: Turn) => turn.items.map((waiting) => waiting.id);
/** When the tests begin, epoch ms. */
export const NOW = Date.parse("2026-11-22T03:00:00Z");
/** In ms. */
export const DAY = 24 * 3600 * 1000;
