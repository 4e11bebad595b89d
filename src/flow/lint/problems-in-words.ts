import type { Problem } from "../../lib/problem.ts";
import type { Language } from "../../locale/language.ts";
import type { Book } from "../book.ts";
import { officialese } from "./officialese.ts";

/** What people can take in at a glance: words of a sentence, marks and pictures of a message. */
const most = { words: 25, exclamations: 1, pictures: 1 };

/** Texts that are hard to read or do not speak like a neighbour: long sentences, words of offices, shouting. */
export const problemsInWords = (book: Book): Problem[] => [
  ...Object.values(book.catalogues).flatMap(({ language, entries }) =>
    entries.flatMap(({ key, text, file, line }) =>
      typeof text === "string"
        ? faults(text, language).map(({ at, message, remedy }) => ({
            file,
            line: line + at + (text.includes("\n") ? 1 : 0), // below its key
            message: `text ${key}: ${message}`,
            remedy,
          }))
        : [],
    ),
  ),
  ...[...book.answers.values()].flatMap(({ body, file, lines }) =>
    faults(body, "id").map(({ at, message, remedy }) => ({
      file,
      line: (lines["body"] ?? 1) + at,
      message,
      remedy,
    })),
  ),
];

/** `at`: lines below the first one of the text. */
type Fault = { at: number; message: string; remedy: string };

const faults = (text: string, language: Language): Fault[] => [
  ...text.split("\n").flatMap((line, at) => [
    ...sentencesOf(line)
      .filter((sentence) => wordsOf(sentence) > most.words)
      .map((sentence) => ({
        at,
        message: `a sentence has ${wordsOf(sentence)} words, ${most.words} are read at a glance: "${sentence.slice(0, 40)}…"`,
        remedy: "make two of it",
      })),
    ...Object.entries(officialese[language])
      .filter(([word]) => holds(line, word))
      .map(([word, instead]) => ({
        at,
        message: `"${word}" is how offices write`,
        remedy: `say ${instead}`,
      })),
  ]),
  ...tooMany(text, /!/g, most.exclamations, "exclamation marks"),
  ...tooMany(text, /\p{Extended_Pictographic}/gu, most.pictures, "pictures"),
];

/** Pieces of text between full stops; what stands in one branch of a placeholder is a piece of its own. */
const sentencesOf = (line: string): string[] =>
  line
    .replace(/\{\w+, (?:select|plural),/g, "\n")
    .replace(/(?:=\d+|\w+) \{/g, "\n")
    .replace(/\{\w+(?:, number)?\}/g, "X")
    .split(/[.?!;](?=\s|$)|[\n{}]|: /)
    .map((sentence) => sentence.trim());

const wordsOf = (sentence: string): number => (sentence === "" ? 0 : sentence.split(/\s+/).length);

const holds = (line: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}{])${word}(?![\\p{L}_])`, "iu").test(line);

function tooMany(text: string, mark: RegExp, limit: number, what: string): Fault[] {
  const count = text.match(mark)?.length ?? 0;
  return count > limit
    ? [{ at: 0, message: `${count} ${what}, ${limit} is enough`, remedy: "take some away" }]
    : [];
}
