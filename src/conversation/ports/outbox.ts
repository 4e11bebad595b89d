import type { Contact } from "./contact.ts";
import type { Account, HeldPart, Lane, OutPart } from "./part.ts";

/**
 * Committed parts that are not yet known to be sent, in order per contact and lane. A sender holds a contact (in one lane)
 * for 30 s from the last call, sends the part, says so, and is given the next one; a contact is in one pair of hands at most.
 * Channels that are fetched from (terminal, web) hold nothing: they read `unsent` and say `sent`.
 */
export type Outbox = {
  /** Holds contacts of this account whose time has come and whom nobody holds, longest due first. */
  take(account: Account, lane: Lane, now: number, limit: number): Promise<HeldPart[]>;
  /** The part was sent: it is removed, and the next of the contact is handed out; null when the hold was lost or nothing waits. */
  sent(held: HeldPart, now: number): Promise<HeldPart | null>;
  /** Gives the contact back; its parts are due again at `retryAt` (epoch ms). */
  later(held: HeldPart, retryAt: number): Promise<void>;
  /** The part is put aside as a dead letter, and the next is handed out as by `sent`. */
  giveUp(held: HeldPart, code: string, now: number): Promise<HeldPart | null>;
  /** Removes every waiting part of the contact in both lanes; returns how many. For contacts who can't be reached any more. */
  drop(held: HeldPart): Promise<number>;
  /** A contact's waiting parts in order, replies first; for channels that are fetched from, and to look at. */
  unsent(contact: Contact, limit: number): Promise<OutPart[]>;
  /** Removes parts that a fetching channel has shown; unknown or repeated ids change nothing. */
  shown(contact: Contact, ids: readonly string[]): Promise<void>;
  /** Removes parts that were committed before this time and that nobody fetched; returns how many. */
  forget(before: number): Promise<number>;
};

/** A contact's waiting parts for a channel that is fetched from. */
export type Mailbox = Pick<Outbox, "unsent" | "shown"> & {
  /** Calls `changed` whenever something new may lie there, also when another process put it there; returns what ends it. */
  watch(contact: Contact, changed: () => void): () => void;
};
