import type { SendErrorCode } from "./channel.ts";
import type { Contact } from "./contact.ts";
import type { Account, OutPart } from "./part.ts";

/**
 * What became of a part after the provider took it. In rising order; `failed`: it will not arrive; `awaiting`: it is kept
 * until the person writes again, because the provider takes nothing for them before.
 */
export type DeliveryState = "accepted" | "sent" | "delivered" | "read" | "failed" | "awaiting";

/** What a provider tells of a part, under the receipt that it gave for it. `at`: epoch ms. */
export type DeliveryReport = {
  receipt: string;
  state: "sent" | "delivered" | "read" | "failed";
  /** Of a failure: the provider's own code, and what it means here. */
  failure?: { code: string; error: SendErrorCode };
  at: number;
};

/**
 * Parts that a provider took and has not yet shown to the person, for channels that tell later what became of them. A part's
 * text is kept until it arrived, at most 7 days, or 30 while it waits for the person. A `~` at the end of a part's id (it went out once more) does not make it
 * another part. Times are epoch ms.
 */
export type Deliveries = {
  /**
   * The provider took a part under its receipt; a later receipt of the same part replaces the earlier one. What was already
   * told of the receipt counts: gives the failure, if it was one; the part is then the caller's to see to.
   */
  accepted(
    contact: Contact,
    part: OutPart,
    receipt: string,
    at: number,
  ): Promise<NonNullable<DeliveryReport["failure"]> | null>;
  /** The provider takes nothing for this contact until they write: the part is kept. True if none of theirs was waiting before. */
  awaits(contact: Contact, part: OutPart, at: number): Promise<boolean>;
  /**
   * What the provider tells later, in any order and as often as it likes; a lower state never replaces a higher one. Gives a
   * part that failed, if its text is known, until `settled` or `awaits` was said of it.
   */
  told(
    account: Account,
    report: DeliveryReport,
  ): Promise<{ contact: Contact; part: OutPart } | null>;
  /** The part will not arrive: the provider refused it at once. Its text is not kept. */
  lost(contact: Contact, part: OutPart, code: string, at: number): Promise<void>;
  /** The part that was taken under this receipt and has not arrived yet. */
  underWay(account: Account, receipt: string): Promise<OutPart | null>;
  /** Parts that wait for the contact's next message, in the order in which they first went out. */
  owed(contact: Contact): Promise<OutPart[]>;
  /**
   * These go out again, or were given up: their text is forgotten here and they are owed no more. Unknown or repeated ids
   * change nothing. Here a `~` counts: what went out once more, and failed again by now, is another's to settle.
   */
  settled(contact: Contact, partIds: readonly string[]): Promise<void>;
  /** How many parts wait for their person's next message, and how many failed and were settled in the last 7 days, by the provider's code. */
  summary(now: number): Promise<{ awaiting: number; failed: Record<string, number> }>;
  /** Removes what was last changed before this time, and what waits for its person since before `awaitingBefore`; returns how many parts. */
  forget(before: number, awaitingBefore: number): Promise<number>;
};

/** What channels say whose provider tells what became of a message. Both resolve when it is durable. */
export type Receipts = {
  told(account: Account, report: DeliveryReport): Promise<void>;
  /** The person wrote: what waited for that goes in line. To be said before their message is accepted. */
  wrote(contact: Contact): Promise<void>;
};
