import type { Arguments } from "../locale/catalogue.ts";

/** How sure a source is: the words of the rules (src/rules/dated.ts). */
export type SourceConfidence = "certain" | "verified" | "recalled" | "conflict";

/** Where an answer has its content from: a law, or whoever says so. */
export type Source = { law: string; confidence: SourceConfidence };

/** The answer to one topic of the FAQ, as its author wrote it (`locales/<language>/faq/<topic>.md`). */
export type FaqAnswer = {
  topic: string;
  /** On buttons and in lists, at most 24 characters. */
  title: string;
  /** Topics that people ask about next. */
  related: readonly string[];
  /** Flows that it leads to; `when`: the value of the book that must hold for one to be offered. */
  buttons: readonly (string | { flow: string; when: string })[];
  sources: readonly Source[];
  /** First ISO date it holds on, and the last one before somebody must look at it again. */
  validFrom: string;
  reviewBy: string;
  /** That of the least sure source. */
  confidence: SourceConfidence;
  /** The text as written. */
  body: string;
  /** Names of its placeholders. */
  names: readonly string[];
  /** The finished text; throws where a placeholder of a branch that is taken has no value. */
  format(args: Arguments): string;
  file: string;
  /** Lines of the fields, and of the text under `body`. */
  lines: Readonly<Record<string, number>>;
};

/** Days that a question without the right answer is kept, without who asked. */
export const gapDays = 90;

/** Characters that fit: a button, a row of a list, an answer on a small phone. */
export const faqLimits = { button: 20, title: 24, text: 900 } as const;
