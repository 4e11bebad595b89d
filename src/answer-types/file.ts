import { refused, type Value, value } from "./answer-type.ts";
import { answerType } from "./tidy.ts";

/** What a file may be: a list in rows and columns (.xlsx, .csv), a photo or scan, a PDF. */
export const fileKinds = ["sheet", "image", "pdf"] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * A file as an answer holds it: never its content, which is stored encrypted under `id`. `size` in bytes; `caption`: what its sender
 * wrote beneath it.
 */
export type AnsweredFile = {
  id: string;
  name: string;
  size: number;
  kind: FileKind;
  caption?: string;
};

/** Largest file that is taken, in MB of 1,048,576 bytes; a question may set less. */
export const fileMegabytes = 5;

/** Files one answer holds at most, where all that come are kept. */
export const filesAtMost = 5;

/** Files as the value of an answer: JSON of a list. */
export const fileAnswer = (files: readonly AnsweredFile[]): string => JSON.stringify(files);

/** The files of an answer; none where it holds something else (an option that was picked instead, a skip). */
export function filesIn(answer: Value | undefined): AnsweredFile[] {
  if (typeof answer !== "string" || !answer.startsWith("[{")) return [];
  return JSON.parse(answer) as AnsweredFile[];
}

/** A file; no text is one, but an option that the question offers beside it ("ketik saja") is taken. */
export const file = answerType({
  name: "file",
  strict: true,
  cel: "string",
  display: "file",
  longest: 300,
  parse: (typed, { options = [] }) =>
    options.some((option) => option.value === typed) ? value(typed) : refused("unclear"),
});
