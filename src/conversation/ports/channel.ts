import type { Reply, TextFile } from "../../engine/event.ts";
import type { Contact } from "./contact.ts";
import type { Media } from "./line.ts";
import type { Account } from "./part.ts";

/** What a channel is given to show: finished text and choices; it shapes, it does not word. */
export type Outgoing = Omit<Reply, "file" | "secure"> & {
  file?: TextFile | ImageFile | BinaryFile;
};

/** A picture as bytes. `alt` stands for it where it is not seen; where a channel has no such words, the text does. */
export type ImageFile = { name: string; alt: string; mime: "image/png"; content: Uint8Array };

/** A document as bytes, of at most 5 MB. */
export type BinaryFile = { name: string; mime: string; content: Uint8Array };

/** Whether a file is shown as a picture; any other is sent as a document. */
export const isPicture = (file: NonNullable<Outgoing["file"]>): file is ImageFile => "alt" in file;

/** Of a text, which says no kind of its own. */
export const mimeOf = (file: NonNullable<Outgoing["file"]>): string =>
  "mime" in file ? file.mime : "text/plain";

/** What became of a sending. What to do upon each code is settled in one table, in conversation/send-errors.ts. */
export type SendErrorCode =
  /** No connection, a time-out, or an error of the provider's own (5xx). */
  | "unreachable"
  /** The provider asks everybody to wait. */
  | "too_many"
  /** The provider asks to leave this person in peace for a while. */
  | "too_many_to_contact"
  /** The bot's own credentials are refused: somebody must mend that. */
  | "unauthorized"
  /** The provider has stopped the bot's account, or is about to: somebody must look. */
  | "locked"
  /** Nothing may be sent until the person writes again. */
  | "window"
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

/** `receipt`: the provider's own id of the message, where it tells later what became of it. */
export type SendResult =
  | { state: "sent"; receipt?: string }
  | { state: "failed"; error: SendError };

/** A channel that is sent to. One part is one message of the provider's. */
export type Channel = Account & {
  /** Messages a second over all contacts, and pause between two messages to one contact, in ms. */
  limits: { perSecond: number; contactGapMs: number };
  /** Whether another process sends for this account now: nothing is taken up here then. */
  isElsewhere?(): boolean;
  /** Sends one part; never throws and ends within 20 s. */
  send(contact: Contact, body: Outgoing): Promise<SendResult>;
  /** Asks a person by a message that the provider approved to write again; where there is none, nobody is asked. */
  invite?(contact: Contact): Promise<SendResult>;
  /** Fetches a file that a person sent, of at most `maxBytes`. Throws when it can't be had now and may be later. */
  fetch?: Fetch;
};

/** A file as it was sent. */
export type KeptFile = { state: "kept"; content: Uint8Array; mime: string };
/** `gone`: the channel has it no more; `too_big`: over 5 MB. */
export type NoFile = { state: "gone" | "too_big" };

export type Fetch = (
  contact: Contact,
  media: Media,
  maxBytes: number,
) => Promise<KeptFile | NoFile>;
