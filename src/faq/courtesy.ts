import courtesies from "./data/courtesies.json" with { type: "json" };
import type { Word } from "./features.ts";
import { standard } from "./normalise.ts";

const alone = new Set(
  courtesies.alone.flatMap((line) => line.split(" ").flatMap((word) => [word, standard(word)])),
);
const before = new Map<string, readonly string[]>(Object.entries(courtesies.beforeAnother));
const after = new Map<string, readonly string[]>(Object.entries(courtesies.afterAnother));

/** A question has at least this many words beside greetings and thanks, or one that is of our own matters. */
const fewest = 2;
const ours = "inti";

/** The question within a message that begins or ends with a greeting or thanks; a mere greeting stays whole. */
export function withoutCourtesy(words: readonly Word[]): readonly Word[] {
  let from = 0;
  let to = words.length;
  while (from < to && isCourtesy(words, from)) from++;
  while (to > from && isCourtesy(words, to - 1)) to--;
  const rest = words.slice(from, to);
  const asks =
    rest.filter(({ familiar }) => familiar).length >= fewest ||
    rest.some(({ concepts }) => concepts.includes(ours));
  return asks ? rest : words;
}

/** Whether nothing is asked: only greetings, thanks, a yes. */
export const isMereCourtesy = (words: readonly Word[]): boolean =>
  words.every(({ word }) => alone.has(word));

function isCourtesy(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word ?? "";
  if (alone.has(word)) return true;
  const next = words[at + 1]?.word ?? "";
  const last = words[at - 1]?.word ?? "";
  return (before.get(word)?.includes(next) ?? false) || (after.get(word)?.includes(last) ?? false);
}
