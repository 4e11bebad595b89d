import type { KeptFile, NoFile } from "./channel.ts";
import type { Contact } from "./contact.ts";
import type { DeliveryState } from "./deliveries.ts";
import type { Inbound } from "./line.ts";

/** Where a person stood when the case was opened: names of flow and step, never answers. */
export type CaseOpening = { language: "id" | "en"; flow: string | null; step: string | null };

export type CaseKind = "talk" | "accident" | "employer" | "correction" | "withdrawal";

/** What a case is about, and by when a law wants it dealt with (ISO instant); null where none does. */
export type CaseMatter = { kind: CaseKind; urgent: boolean; dueAt: string | null };

/** A person's message as an officer reads it, with the file that came along, if any. */
export type CaseEntry = Pick<Inbound, "text" | "location" | "media">;

/**
 * Cases as the conversation keeps them: something an officer must look at. A contact has one open case of a kind at most.
 * Every write takes a key: the first performance wins, later ones change nothing. `at`: ISO instant.
 */
export type Cases = {
  /**
   * Opens a case, a talk where nothing else is said, or gives the open one of this contact and kind with `already`. A talk and
   * an accident are one case: an accident told in a talk makes it urgent. The number is readable, with a check digit.
   */
  open(
    key: string,
    contact: Contact,
    opening: CaseOpening,
    at: string,
    matter?: CaseMatter,
  ): Promise<{ number: string; already: boolean; dueAt: string | null }>;
  /**
   * Adds what a person wrote; `urgent` lifts the case above others. Nothing happens if the contact has no case of this
   * number. A file is noted as `waiting` until `keepFile` brings it. A closed case is opened again; where the contact has
   * another open one of this kind by then, it is added to that.
   */
  append(
    key: string,
    contact: Contact,
    number: string,
    entry: CaseEntry,
    how: { urgent: boolean; at: string },
  ): Promise<void>;
  /** Notes that the person went back to the bot (`left`) or came again (`returned`). */
  note(
    key: string,
    contact: Contact,
    number: string,
    event: "left" | "returned",
    at: string,
  ): Promise<void>;
  /**
   * The content of a file that came with the entry of this key, or why there will be none; over 5 MB it is noted as too big.
   * The first word counts. False, and nothing kept, if the contact has no entry with a file under this key (yet).
   */
  keepFile(contact: Contact, key: string, file: KeptFile | NoFile): Promise<boolean>;
  /** Adds what an officer wrote. `partId`: the part that carries it to the person. False if the case is not open. */
  reply(
    key: string,
    number: string,
    reply: { text: string; by: string; partId: string },
    at: string,
  ): Promise<boolean>;
  /** False if it was closed before. Nobody waits for an answer in a closed case. */
  close(key: string, number: string, by: string, at: string): Promise<boolean>;
  /**
   * Open cases without a date of their own in which the person waits since before `before` (their oldest unanswered message, or the opening if they wrote
   * nothing), whose person was not told yet that it takes longer and has not said BERHENTI since; `since`: ISO instant. Longest waiting first.
   */
  unanswered(
    before: string,
    limit: number,
  ): Promise<{ number: string; contact: Contact; since: string }[]>;
  /** Notes that the person was told that it takes longer: they are not told again until an officer has answered or closed it. */
  toldLate(number: string): Promise<void>;
  /** The contact's own cases, oldest first, with how many messages they hold; for a copy of what is kept. */
  ofContact(contact: Contact): Promise<{ number: string; openedAt: string; messages: number }[]>;
  /**
   * Removes cases that were closed before this time, with all that belongs to them, and the address of a contact of whom
   * nothing else is kept; returns how many.
   */
  forget(closedBefore: string): Promise<number>;
};

/** What is told of a case without reading it. Times are ISO instants. */
export type CaseSummary = {
  number: string;
  state: "open" | "closed";
  kind: CaseKind;
  urgent: boolean;
  /** By when a law wants it dealt with; null where none does. */
  dueAt: string | null;
  channel: string;
  language: "id" | "en";
  openedAt: string;
  closedAt: string | null;
  flow: string | null;
  step: string | null;
  /** Who wrote last, and when; null if nobody wrote yet. */
  last: { from: "person" | "officer"; at: string } | null;
  /** Messages of the person since an officer last answered or closed the case. */
  unanswered: number;
  /** Officers' replies that wait for the person's next message (outside WhatsApp's 24 hours). */
  awaiting: number;
  /** Officers' replies that will not arrive. */
  undelivered: number;
};

export type CaseLine = {
  id: string;
  at: string;
  from: "person" | "officer" | "event";
  /** What was written; of an event its name (`left`, `returned`). */
  text: string;
  location?: { lat: number; lon: number };
  file?: {
    id: string;
    name: string;
    kind: string;
    state: "waiting" | "kept" | "gone" | "too_big";
    size: number | null;
  };
  /** Of an officer's reply: who wrote it, and what became of it as far as the channel tells. */
  by?: string;
  delivery?: { state: DeliveryState; code: string | null };
};

/** Who reads, for the audit log, and when (ISO). */
export type CaseReader = { by: string; at: string };

/** What officers see, for the command line. Numbers may be typed with spaces, without dashes, in lower case. */
export type CaseDesk = {
  /** Urgent first, then longest unanswered. Closed ones only if `all`. */
  list(all: boolean): Promise<CaseSummary[]>;
  /** Reading is written to the audit log. */
  show(
    number: string,
    reader: CaseReader,
  ): Promise<{ summary: CaseSummary; lines: CaseLine[] } | null>;
  /** A kept file's content; reading is written to the audit log. */
  file(
    number: string,
    id: string,
    reader: CaseReader,
  ): Promise<{ name: string; mime: string; content: Uint8Array } | null>;
  /** Whom a case belongs to, its number as written, and the last reply of an officer; null if there is no such case. */
  find(number: string): Promise<{
    number: string;
    contact: Contact;
    kind: CaseKind;
    state: "open" | "closed";
    unanswered: number;
    lastReply: { by: string; at: string } | null;
  } | null>;
};
