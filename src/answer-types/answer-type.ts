import type { Regions } from "./regions.ts";

/** A value as an answer holds it: JSON scalars; dates are ISO strings, money whole rupiah, a NIK its 16 digits. */
export type Value = string | number | boolean;

/** Why a text is not an answer. The locale turns each code into a sentence that says what to do. */
export const reasonCodes = [
  "empty",
  "unclear",
  "too_short",
  "too_long",
  "not_digits",
  "bad_region",
  "bad_date",
  "future_date",
  "too_young",
  "too_old",
  "bad_serial",
  "looks_like_kk",
  "duplicate",
  "range",
  "not_monthly",
  "no_unit",
  "too_small",
  "too_large",
  "landline",
  "foreign",
  "bad_domain",
  "digits_in_name",
  "not_offered",
  "too_few",
  "too_many",
  "damaged_by_excel",
  "unsupported_file",
  "encrypted_file",
  "too_many_rows",
  "too_big",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One of several values a person can pick: by its number in the list, its label, or a word for it. */
export type Option = { value: string; label: string; words?: readonly string[] };

/** What a parser makes of a text. Nothing here is worded: `detail` holds figures for the sentence (`found: 15`). */
export type Parsed =
  | { kind: "value"; value: Value }
  | { kind: "refused"; reason: ReasonCode; detail?: Record<string, string | number> }
  | {
      /** Part of the answer is settled; `within` comes back with the next text. */
      kind: "narrow";
      ask: "regency" | "district" | "which";
      within: string;
      /** Name of what is settled so far, for the question. */
      settled: string;
      options: readonly Option[];
    };

export type ParseContext = {
  /** ISO date in Asia/Jakarta. */
  today: string;
  /** What is on offer, for `choice` and `choices`. */
  options?: readonly Option[];
  /** Settled part of an earlier, incomplete answer (see `Parsed`, narrow). */
  within?: string;
  /** The sender's own number, E.164, where the channel tells it. */
  sender?: string;
  regions?: Regions;
  /** Bounds of `number`, `text` (characters) and `choices` (how many), both ends included. */
  min?: number;
  max?: number;
  /** Whether a digit may stand in a `text`; not in the name of a town. */
  digits?: boolean;
  /** The text is a cell of a list: nobody talks in it, so "Sudah" is a name and no answer. */
  cell?: boolean;
  /** The text is a piece of a sentence that asks something, not an answer: what only looks alike is not meant. */
  inSentence?: boolean;
  /** Whether a `text` tells what happened: an accident, numbers to call. A NIK still does not belong there. */
  story?: boolean;
  /** Of a text: a number of ten digits and more may stand in it; never one that may be a NIK. */
  numbers?: boolean;
};

/** How the engine words a value when it reads it back. */
export type Display =
  | "text"
  | "yes-no"
  | "money"
  | "date"
  | "phone"
  | "identity"
  | "number"
  | "option"
  | "options"
  | "region"
  | "file";

/** One kind of answer: text in, value or the reason why not out. Pure: today and regions come in. */
export type AnswerType = {
  name: string;
  /** Strict types recognise their answers; open ones take nearly any text, so they are asked last. */
  strict: boolean;
  /** Type in conditions (CEL). */
  cel: "string" | "int" | "bool" | "list";
  display: Display;
  /** Never throws, whatever the text. */
  parse(text: string, context: ParseContext): Parsed;
};

export const refused = (reason: ReasonCode, detail?: Record<string, string | number>): Parsed =>
  detail ? { kind: "refused", reason, detail } : { kind: "refused", reason };

export const value = (of: Value): Parsed => ({ kind: "value", value: of });
