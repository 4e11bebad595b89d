import type { Contact } from "./contact.ts";

/** One message to send; its id is derived from the turn, so the same part never waits twice. */
export type OutPart = { id: string; body: unknown };

/** Replies go before bulk: what answers a person waits for nothing that was sent to many. */
export type Lane = "reply" | "bulk";

/** One of the bot's own accounts on a channel: what a process sends for. */
export type Account = Pick<Contact, "channel" | "account">;

/** The oldest unsent part of a contact and lane, in the hands of one sender until `until` (epoch ms). */
export type HeldPart = {
  contact: Contact;
  lane: Lane;
  part: OutPart;
  /** When the part was committed, epoch ms. */
  at: number;
  /** How often this part was handed out, this time included. */
  attempts: number;
  /** New whenever a contact and lane is held anew. */
  token: string;
  until: number;
};
