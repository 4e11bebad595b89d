import type { Reply } from "../../engine/event.ts";
import type { Contact } from "./contact.ts";
import type { Account } from "./part.ts";

/** What a channel is given to show: finished text and choices; it shapes, it does not word. */
export type Outgoing = Reply;

/** What became of a sending. What to do upon each code is settled in one table, in conversation/send-errors.ts. */
export type SendErrorCode =
  /** No connection, a time-out, or an error of the provider's own (5xx). */
  | "unreachable"
  /** The provider asks to wait. */
  | "too_many"
  /** The bot's own credentials are refused. */
  | "unauthorized"
  /** The person blocked the bot, left, or never existed. */
  | "blocked"
  /** The provider will never take this part. */
  | "refused";

export type SendError = {
  code: SendErrorCode;
  /** How long the provider asks to wait. */
  retryAfterMs?: number;
  /** For the officer and the log: the provider's own code and words, nothing of the person or the part. */
  detail: string;
};

export type SendResult = { state: "sent" } | { state: "failed"; error: SendError };

/** A channel that is sent to. One part is one message of the provider's. */
export type Channel = Account & {
  /** Messages a second over all contacts, and pause between two messages to one contact, in ms. */
  limits: { perSecond: number; contactGapMs: number };
  /** Sends one part; never throws and ends within 20 s. */
  send(contact: Contact, body: Outgoing): Promise<SendResult>;
};
