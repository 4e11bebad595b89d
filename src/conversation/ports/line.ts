import type { Contact } from "./contact.ts";
import type { HeldPart, Lane, OutPart } from "./part.ts";

/** What a person sent, in one shape for every channel. */
export type Inbound = {
  kind: "message";
  /** ISO time as the channel states it; told, not trusted. */
  at: string;
  text?: string;
  /** Id of an offered choice that was tapped. */
  choice?: string;
  /** A file or a kind of media that came along; it stays where it is until somebody asks for it. */
  media?: Media;
  /** Something to be told rather than read: the person changed an old message, or writes faster than anybody reads. */
  notice?: "edited" | "hurried";
  /** What was taken out of the text on its way in. */
  secret?: "code" | "card" | "identity";
  /** Ids of the form and step that the text answers: it came by a secure form. */
  place?: { form: string; step: string };
  /** E.164, from a contact button or from the channel itself. */
  phone?: string;
  location?: { lat: number; lon: number };
};

export type Media = {
  kind: "image" | "document" | "sticker" | "voice" | "video" | "other";
  name?: string;
  /** Of the file, in bytes, as the channel states it. */
  size?: number;
  /** How the channel finds the file again; means nothing to anybody else. */
  ref?: string;
};

/** The result of an effect that was performed as a job, on its way back into the conversation. */
export type EffectResult = { kind: "result"; key: string; outcome: unknown };

/** Nothing was said: the time has come to forget what has lain too long. */
export type Tick = { kind: "tick" };

/** What an officer did about a contact's case, or (`late`) that none has yet. */
export type OfficerAct = {
  kind: "officer";
  /** The case's number. */
  case: string;
  act: "reply" | "close" | "late";
  text?: string;
  /** The kind of the case, where the person is told so. */
  about?: string;
  /** Who, for the case's record. */
  by: string;
};

/** A part that was sent, did not arrive, and goes out again. */
export type Returned = { kind: "returned"; part: OutPart };

/** Half-filled forms that the person sent here from another conversation of theirs. */
export type Arrival = { kind: "drafts"; forms: unknown };

export type LineItem = {
  id: string;
  body: Inbound | EffectResult | Tick | OfficerAct | Returned | Arrival;
};

/** A right to work on one contact's line until `until` (epoch ms); `token` is new with every lease. */
export type Lease = { contact: Contact; token: string; until: number };

/** What the holder of a lease works on: the head of the line, not yet taken off. */
export type Turn = {
  lease: Lease;
  /** In order of arrival, at most 10. Alone when the head was handed out before. */
  items: readonly LineItem[];
  /** How often the head was handed out, this time included. */
  handouts: number;
  /** As the last commit left it; null for a stranger. */
  session: unknown;
  /** Short, stable, not guessable: HMAC of contact and head's id. Ids of forms are made from it. */
  seed: string;
};

export type Entry =
  | { state: "turn"; turn: Turn }
  /** In line; whoever holds the lease will see to it. */
  | { state: "waiting" }
  /** This id was seen before: nothing changed (but a line whose lease has run out is handed out as a turn). */
  | { state: "seen" };

/** Work after the turn. `key` names the effect; the first performance of a key wins. */
export type Job = { key: string; kind: string; payload: unknown };

export type DeadCode = "poison" | "job_failed" | "send_failed" | "session_too_big";

export type Outcome = {
  /** What the next turn will read; null forgets the contact's session. */
  session: unknown;
  /** Ids taken off the line. */
  taken: readonly string[];
  parts: readonly OutPart[];
  jobs: readonly Job[];
  /** Items of `taken` that are given up: kept as dead letters with their body. */
  dead?: readonly { id: string; code: DeadCode }[];
  /** Hand out the first part for sending with the same call, if nobody holds the contact and nothing older waits. */
  hold?: boolean;
  /** Where the parts wait; `reply` if it is not said. */
  lane?: Lane;
};

export type Commit =
  /** The lease had run out or was lost: nothing at all was stored. */
  | { state: "refused" }
  | { state: "done"; held: HeldPart | null }
  /** Stored; more was waiting, and the same call took it up under a new lease. */
  | { state: "next"; turn: Turn; held: HeldPart | null };

export type DueContact = { contact: Contact };

/**
 * The durable inbox line of every contact, with its session: order per contact over any number of processes,
 * nothing doubled, nothing lost by killing one. `now` is epoch ms, handed in by the caller.
 * Enter and commit are one transaction each.
 */
export type Line = {
  /** Marks the id as seen, appends, and hands out a turn if the contact is free. Ids are remembered 8 days, at most 500 a contact. */
  enter(contact: Contact, item: LineItem, now: number): Promise<Entry>;
  /** Takes up a contact whose line waits and whose lease has run out; null when somebody else has it or nothing waits. */
  take(contact: Contact, now: number): Promise<Turn | null>;
  /** Everything that waits by now (at most 10), under the lease that holds; a head that was handed out before stays alone. Null when the lease is lost. */
  widen(lease: Lease, now: number): Promise<Turn | null>;
  /** Prolongs the lease by 30 s from now, to at most 60 s after it was given; null when it is lost. */
  renew(lease: Lease, now: number): Promise<Lease | null>;
  /** Stores everything at once, if the lease still holds. */
  commit(lease: Lease, outcome: Outcome, now: number): Promise<Commit>;
  /** Gives the lease back without storing; the line keeps its items (and its count of hand-outs). */
  release(lease: Lease): Promise<void>;
  /** Contacts with waiting items and no living lease, longest waiting first. */
  due(now: number, limit: number): Promise<DueContact[]>;
  /** Contacts with a session whose last turn was committed before this time, and with nothing waiting; oldest first. */
  idle(before: number, limit: number): Promise<DueContact[]>;
  /** How many items wait in a contact's line, those in somebody's hands included. */
  waiting(contact: Contact): Promise<number>;
  /** The session as last committed, without a lease: for looking only. */
  peek(contact: Contact): Promise<unknown>;
  /**
   * Every session as last committed, page by page, in no order: for looking only. `from`: null, then the `next` of the page before.
   * About `limit` in a page, or none; one that is committed meanwhile may come twice, under the same `id`.
   */
  sessions(from: string | null, limit: number): Promise<SessionPage>;
};

/** `id` is a keyed digest that tells nobody's address. `next` is null with the last page. */
export type SessionPage = {
  sessions: readonly { id: string; session: unknown }[];
  next: string | null;
};
