import type { Value } from "../answer-types/answer-type.ts";
import type { Secret } from "../answer-types/secrets.ts";
import type { Comparison } from "../flow/comparison.ts";
import type { DocumentName } from "../flow/documents.ts";
import type { EffectKind } from "../flow/effects.ts";
import type { PrivacyClass } from "../flow/flow.ts";
import type { Form, Session } from "./session.ts";

/** The time of a turn: epoch ms, and the ISO date in Asia/Jakarta. */
export type Now = { at: number; today: string };

/** What a person sent, without addresses. */
export type Message = {
  text?: string;
  /** Id of a tapped choice. */
  choice?: string;
  /** `size` in bytes, if the channel tells; `handle`: by which it is fetched, means nothing here. */
  media?: { kind: string; name?: string; size?: number; handle?: string };
  /** E.164, from a contact button or known to the channel. */
  phone?: string;
  /** Degrees. */
  location?: { lat: number; lon: number };
  /** Told rather than read. */
  notice?: "edited" | "hurried";
  /** What was taken out of the text before anybody kept it; `removedMark` stands in its place. */
  secret?: Secret;
  /** The text answers this question and no other: it was given on a page of its own. */
  place?: Place;
};

/** A question of one contact: ids of form and step. */
export type Place = { form: string; step: string };

/** `failed` = tried and not done; it is repeated aside, and its result follows as another event, unless it was the `final` try. */
export type EffectOutcome =
  | { state: "done"; result: Record<string, Value> }
  | { state: "failed"; code: string; final?: true };

/** What happened: first the result of an effect, if any, then the messages that wait. */
export type Event = {
  /** Short and unguessable; ids of forms opened in this turn are made from it. */
  seed: string;
  result?: { key: string; outcome: EffectOutcome };
  /** How the person writes: "telegram", "whatsapp", "web", "terminal"; for advice on what to tap. */
  channel?: string;
  /** Comes alone. */
  officer?: OfficerEvent;
  /** Drafts that the person sent here from another conversation of theirs; they come alone. */
  drafts?: readonly Form[];
  messages: readonly Message[];
};

/** What an officer did about the person's case; `late`: none has answered yet. */
export type OfficerEvent = {
  number: string;
  act: "reply" | "close" | "late";
  text?: string;
  /** What a case is about that is closed: "correction", "accident" ... */
  about?: string;
};

/** Drafts that leave the session, for the conversation that made the code; `key` is the same whenever this is tried again. */
export type Leaving = { key: string; code: string; forms: readonly Form[] };

/** A message for the officer: its place among the event's messages, and whether it tells of something grave. */
export type Forwarded = { index: number; urgent: boolean };

export type Choice = { id: string; label: string };

/** A finished text for the person, with what can be tapped, and the keys of the texts it was made from. */
export type Reply = {
  text: string;
  choices: readonly Choice[];
  /** Whether a bare number picks one of the choices; false where numbers mean something else. */
  numbered: boolean;
  keys: readonly string[];
  /** What a channel with such buttons may offer to send instead of typing. */
  wants?: "phone" | "location";
  /** The question asked, where its answer is of a class that a page may take instead of the chat; `sentence` leads there. */
  secure?: Place & { class: PrivacyClass; sentence: string };
  /** Worth saying now or not at all: where it can't be sent, it is neither kept nor is anybody asked to write for it. */
  passing?: true;
  /** A message of its own before the reply, to be kept or forwarded. */
  alone?: true;
  /** Goes along with the text. */
  file?: TextFile | Picture | DocumentFile | KeptFile;
};

/** A small file of plain text (UTF-8). */
export type TextFile = { name: string; content: string };

/** A file that the program makes when it is sent. */
export type DocumentFile = { document: DocumentName };

/** A file that is kept under this id, and is read when it is sent. */
export type KeptFile = { kept: string };

/** What a picture shows, not its bytes: it is drawn when it is sent. `alt`: what stands for it where it is not seen. */
export type Picture = { name: string; alt: string; comparison: Comparison };

/**
 * Something to be done outside. `key` is the same whenever the same step of the same form is tried again. `slow`: it is done aside,
 * and its result comes as an event of a later turn.
 */
export type Effect = {
  kind: EffectKind;
  key: string;
  payload: Record<string, Value>;
  slow?: true;
};

/**
 * A question that did not get the right answer, without anything that names a person: nothing was understood, none of the topics
 * offered was wanted, or the answer was not what was asked. `topics`: those offered or answered, the likeliest first.
 */
export type Gap = {
  why: "unanswered" | "unchosen" | "disliked";
  question: string;
  topics: readonly string[];
};

/** A step of a flow that a form came to; one of an item is called as `expanded` calls it. */
export type Walked = { flow: string; step: string };

export type Response = {
  session: Session;
  replies: readonly Reply[];
  effects: readonly Effect[];
  /** What the person wrote while they talk with an officer. */
  forwarded: readonly Forwarded[];
  /** What the FAQ has yet to learn. */
  gaps: readonly Gap[];
  /** Steps that were told, asked, done or gone through, in order; for who proves a flow by its transcripts. */
  walked: readonly Walked[];
  /** To be brought where it belongs once this session is stored; null where nothing leaves. */
  leaving: Leaving | null;
  /** Messages used up; the others wait for the effects' results. */
  consumed: number;
};
