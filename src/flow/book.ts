import type { Value } from "../answer-types/answer-type.ts";
import type { Regions } from "../answer-types/regions.ts";
import type { Catalogue } from "../locale/catalogue.ts";
import type { Language } from "../locale/language.ts";
import type { Comparison } from "./comparison.ts";
import type { CelType } from "./condition.ts";
import type { FaqAnswer } from "./faq-answer.ts";
import type { Flow } from "./flow.ts";

/**
 * A named pure function that conditions, proposals and texts read. `inputs` are answers, other values, or what the
 * engine knows itself (`today`, `language`); it is asked only when all of them are known.
 */
export type BookValue = {
  inputs: readonly string[];
  /** Read where known; missing ones are left out. */
  optional?: readonly string[];
  type: CelType;
  /** Every word it may be, where these are few: conditions and `select` are held against them. */
  among?: readonly string[];
  /** What it may be in other installations than this one, the longest at last: texts must have room for it. */
  elsewhere?: readonly Value[];
  compute(inputs: Readonly<Record<string, Value>>): Value | undefined;
};

/** A picture that a flow may show, from the same inputs as a value; undefined where there is nothing to compare. */
export type BookPicture = Pick<BookValue, "inputs" | "optional"> & {
  compare(inputs: Readonly<Record<string, Value>>): Comparison | undefined;
};

/** Topics to answer, to choose from, or none; with `none` the kind of thing that was said, where that is clear. */
export type Understanding = {
  decision: "answer" | "choose" | "none";
  topics: readonly string[];
  kind?: string;
};

/** Everything a conversation is conducted by: one frozen value, made from disk by `book/`. */
export type Book = {
  flows: ReadonlyMap<string, Flow>;
  catalogues: Readonly<Record<Language, Catalogue>>;
  values: ReadonlyMap<string, BookValue>;
  pictures: ReadonlyMap<string, BookPicture>;
  /** Texts that values speak, by locale file and key, with the arguments each may name. */
  valueTexts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  regions: Regions;
  /** Answers of the FAQ by topic, in the first language. */
  answers: ReadonlyMap<string, FaqAnswer>;
  /** What a message asks for; `previous`: the topic last answered. */
  understand(text: string, previous?: string): Understanding;
  /** A question without what may name a person: numbers, addresses and every word that is not common are "…". Empty if little is left. */
  anonymous(text: string): string;
};

/** What the engine itself knows, for conditions and texts. */
export const builtIns: ReadonlyMap<string, CelType> = new Map<string, CelType>([
  ["today", "string"],
  ["now", "string"],
  ["language", "string"],
  ["sender_phone", "string"],
  ["channel", "string"],
  ["draft_summary", "string"],
  ["interrupted_flow", "string"],
  ["interrupted_step", "string"],
  ["tells_of", "string"],
  ["form_beneath", "bool"],
  ["drafts_here", "int"],
  ["for_other", "bool"],
  ["whose", "string"],
  ["story", "string"],
  ["with_officer", "bool"],
]);
