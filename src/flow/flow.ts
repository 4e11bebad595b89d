import type { AnswerType } from "../answer-types/answer-type.ts";
import type { FileKind } from "../answer-types/file.ts";
import type { CelType, Condition } from "./condition.ts";
import type { DocumentName } from "./documents.ts";
import type { EffectKind } from "./effects.ts";

type Common = {
  name: string;
  index: number;
  /** The file where it is written, and its line there. */
  source: string;
  line: number;
  /** The key of its texts. */
  texts: string;
  /** Of a step that came with a part: the key of the part's texts, for what the flow's own file does not say. */
  partTexts: string | null;
  when: Condition | null;
  /** The item of a repeat that it asks about. */
  item?: Item;
};

/** The place of a step within a repeat; `named` gives the form that a name takes in this item. */
export type Item = { repeat: string; index: number; named(name: string): string };

export type PrivacyClass = "identity" | "financial" | "personal" | "plain";

export type AskStep = Common & {
  kind: "ask";
  type: AnswerType;
  class: PrivacyClass;
  propose: string | null;
  options: readonly { value: string; when: Condition | null; shown: Condition | null }[];
  optional: boolean;
  /** Lower-case messages that answer here although they are commands elsewhere. */
  accepts: readonly string[];
  /** Whether a point on the map answers it too. */
  location: boolean;
  /** Whether a digit may stand in a text. */
  digits: boolean;
  /** Whether a sum of capital or sales picks an option, which are the sizes of a business. */
  sums: boolean;
  /** Whether what happened is told here, which elsewhere opens another flow. */
  numbers: boolean;
  story: boolean;
  /** The topic of the FAQ that questions are about that come here instead of an answer; the text `what` answers them in short. */
  topic: string | null;
  /** Whether the sentence that opened the flow may hold the answer. */
  reads: boolean;
  /** Taken where a sentence opened the flow and does not say. */
  unsaid: string | null;
  /** Earlier names, the oldest first. */
  was: readonly string[];
  /** Of a file: what it may be, and whether of several the latest counts or all do. */
  kinds: readonly FileKind[];
  several: "latest" | "all";
  min: number | undefined;
  max: number | undefined;
  /** Variables this answer was given upon: when one changes, the answer is asked again. */
  basis: readonly string[];
};
export type SayStep = Common & {
  kind: "say";
  file: SentFile | null;
  picture: string | null;
  /** A message of its own. */
  alone: boolean;
  /** Told too, or only, where a question within another form is answered on the spot. */
  aside: "also" | "only" | null;
};
/** What goes along with a text: a small file of text, a document of the program, or the kept file whose id a variable holds. */
export type SentFile =
  | { kind: "text"; name: string }
  | { kind: "document"; name: DocumentName }
  | { kind: "kept"; from: string };
export type ReviewStep = Common & { kind: "review" };
export type DoStep = Common & {
  kind: "do";
  effect: EffectKind;
  with: Readonly<Record<string, string>>;
  gives: Readonly<Record<string, CelType>>;
  forgets: boolean;
  /** After success (`sampai`) the drafts leave the session for whoever made the code in `kode` of the payload. */
  givesDrafts: boolean;
  /** After success the person talks with an officer; the result has the case's number in `nomor`. */
  handsOver: boolean;
  /** It is done aside: the person is told the step's text and may go on chatting. */
  slow: boolean;
};
export type EndStep = Common & {
  kind: "end";
  keep: boolean;
  /** Answers of the FAQ to offer below it, and for whom they are told. */
  topics: readonly { topic: string; segmen?: string | undefined }[];
};
export type GoStep = Common & {
  kind: "go";
  flow: string;
  /** Answers that the other flow proposes. */
  with: readonly string[];
  /** Answers that stand in the other flow. */
  given: readonly string[];
};
export type ReopenStep = Common & { kind: "reopen"; step: string };
export type CallStep = Common & {
  kind: "call";
  flow: string;
  /** Answers of the other flow that stand here when it has ended. */
  takes: readonly string[];
};
/** Written once, asked for each item; a form walks the items' own steps (`expanded`), and never this one. */
export type RepeatStep = Common & {
  kind: "repeat";
  max: number;
  steps: readonly (AskStep | SayStep | ReopenStep)[];
  /** Asked after each item: whether there is another. */
  more: AskStep;
  /** Names that mean something else in each item: its answers, what is computed from them, and `item`. */
  local: ReadonlySet<string>;
};
export type Step =
  | AskStep
  | SayStep
  | ReviewStep
  | DoStep
  | EndStep
  | GoStep
  | ReopenStep
  | CallStep
  | RepeatStep;

/** A flow ready to run. */
export type Flow = {
  name: string;
  file: string;
  /** Lines of the fields above the steps, and of the items of their lists ("intent.0"). */
  lines: Readonly<Record<string, number>>;
  /** Requests as plain words (`plainWords`). */
  intents: readonly string[];
  /** 0: not; the higher one goes first where a message tells of several. */
  urgent: number;
  unless: readonly string[];
  /** Of an urgent flow: groups of words in standard spelling; a sentence with one of each tells of it. A "|" ends a clause. */
  tells: readonly (readonly string[])[];
  /** Groups of words in standard spelling; a sentence with one of each group asks for this flow. */
  about: readonly (readonly string[])[];
  /** Words, or a sum, that open it at once; without them a question that is understood is answered first. None: always at once. */
  opensBy: readonly string[];
  /** Answers taken over from other forms. */
  borrows: readonly string[];
  /** Of an urgent flow: words that show that it happened, and that it is only supposed. */
  told: readonly string[];
  supposed: readonly string[];
  /** Of the FAQ: what a question right after this flow is about. */
  topic: string | null;
  /** Topics with or right after whose urgent flow this one is told, where a sentence has a word of each group of `says`. */
  after: readonly string[];
  says: readonly (readonly string[])[];
  /** Whether a part of a sentence asks for it, as for every flow that is kept, and the sentence answers what it can. */
  inSentences: boolean;
  draft: boolean;
  /** Whether it may be filled in for other people too, each in a draft of their own. */
  others: boolean;
  steps: readonly Step[];
  byName: ReadonlyMap<string, Step>;
  /** Variable -> the `do` step whose result gives it. */
  givenBy: ReadonlyMap<string, DoStep>;
};
