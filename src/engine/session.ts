import type { Option, Value } from "../answer-types/answer-type.ts";
import type { Relation } from "../answer-types/whose.ts";
import type { Language } from "../locale/language.ts";

/** What a step left behind: an answer, "told", "confirmed", or an effect's result. */
export type Mark = {
  /** The answer; true for steps that only need to have happened; "" for a skipped optional answer. */
  v: Value;
  /** Digest of the variables it was made upon; absent when it depends on none. */
  on?: string;
  /** Result fields of an effect. */
  r?: Record<string, Value>;
};

/** One contact's filling of a flow. */
export type Form = {
  id: string;
  flow: string;
  /** How the person it is about stands to the one who writes; absent: it is about the one who writes. */
  whose?: Relation;
  /** Epoch ms. */
  openedAt: number;
  touchedAt: number;
  marks: Record<string, Mark>;
  /** Answers whose mark fell: proposed when their step is asked again. */
  earlier: Record<string, Value>;
  /** What is picked so far of a question with several answers that is not answered yet. */
  picked?: Record<string, string>;
  /** Step a person asked to change; asked before anything else. */
  reopened?: string;
  /** The reopened step came from a correction, not from going back. */
  correcting?: true;
  /** Step whose effect is under way. */
  waiting?: string;
  /** Of a slow effect: its key. */
  waitingFor?: string;
  /** Files that were sent for a step and are not here yet, by the key of the effect that fetches them. */
  fetching?: { step: string; key: string }[];
  /** What stood open when this form was opened on top of it: names of flow and step. */
  over?: { flow: string; step: string };
  /** The form whose step called this one. */
  caller?: { form: string; step: string };
  /** Answers known from another form: taken and read back where they would be asked. */
  given?: Record<string, Value>;
  /** The urgent flow (an accident, a death) that the opening sentence told of as a fact. */
  tells?: string;
  /** The message by which somebody told of something grave, where it opened this form. */
  story?: string;
  /** Steps that must be read before a yes counts, with a digest of what was shown. */
  read?: Record<string, string>;
  /** Raised when an officer sends the form back. */
  revision: number;
};

/** The question that stands open. */
export type Asked = {
  form: string;
  step: string;
  tries: number;
  proposal?: Value;
  /** Settled part of an incomplete answer, and the choices that complete it. */
  within?: string;
  settled?: string;
  narrow?: "regency" | "district" | "which" | "confirm";
  options?: readonly Option[];
};

/** A contact's conversation. Plain JSON, at most 64 KiB. */
export type Session = {
  schema: 1;
  language: Language;
  /** Drafts, oldest first. */
  forms: Form[];
  /** Ids of the forms under way; the last one is asked, the others are returned to. */
  stack: string[];
  asked: Asked | null;
  /** The question that the last reply asked: repeated, it may be shorter. */
  shown: { form: string; step: string; at: number } | null;
  /** The form that the last question was about: whose it is need not be said again. */
  headed?: string;
  /** The last answer given, for "eh, maksudnya ...". */
  last: { form: string; step: string } | null;
  /** Forms that reached an end, newest last, without answers. */
  closed: { flow: string; end: string; at: number }[];
  /** Waiting for yes or no to starting over. */
  restarting?: boolean;
  /** The draft that waits for yes or no to being thrown away. */
  dropping?: string;
  /** After a long silence the state of this draft was told: to go on or to begin anew. */
  resuming?: string;
  /** What stood below the last reply, where it asked nothing. */
  offered?: { id: string; label: string }[];
  /** The topic of the question last answered, for what is asked next about it. */
  topic?: string;
  /**
   * The question that the last reply answered, offered topics for (`offered`) or turned away; without anything that names a person,
   * empty where there is nothing more to note of it.
   */
  answered?: { question: string; topics: readonly string[]; offered?: true };
  /** Questions of this contact that were noted as unanswered on an ISO date. */
  gaps?: { on: string; count: number };
  /** The person talks with an officer: their case's number. The bot is silent and every form waits. */
  handover?: {
    number: string;
    /** The person was told that what they write arrives. */
    received?: true;
    /** Flows on something grave that were answered in this talk. */
    urgent?: string[];
  };
  /** Epoch ms of the last turn. */
  seenAt: number;
};

/** A stranger's session. */
export const emptySession = (at: number): Session => ({
  schema: 1,
  language: "id",
  forms: [],
  stack: [],
  asked: null,
  shown: null,
  last: null,
  closed: [],
  seenAt: at,
});

/** A copy that may be changed without touching the original. */
export const copySession = (session: Session): Session => ({
  ...session,
  forms: session.forms.map((form) => ({
    ...form,
    marks: { ...form.marks },
    earlier: { ...form.earlier },
  })),
  stack: [...session.stack],
  asked: session.asked && { ...session.asked },
  shown: session.shown && { ...session.shown },
  last: session.last && { ...session.last },
  closed: session.closed.slice(),
  ...(session.handover ? { handover: { ...session.handover } } : {}),
});
