import type { Contact, OutPart } from "./line.ts";

/** Committed parts that are not yet known to be sent, in order per contact. */
export type Outbox = {
  /** Oldest first; with a contact, only theirs. */
  unsent(limit: number, contact?: Contact): Promise<{ contact: Contact; part: OutPart }[]>;
  /** Marks parts as sent; unknown or repeated ids change nothing. */
  sent(ids: readonly string[]): Promise<void>;
};
