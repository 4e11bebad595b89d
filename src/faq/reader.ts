import { withoutCourtesy } from "./courtesy.ts";
import concepts from "./data/concepts.json" with { type: "json" };
import { type Word, wordOf } from "./features.ts";
import { mender } from "./mend.ts";
import { standard, wordsIn } from "./normalise.ts";
import { type Counts, stem } from "./stem.ts";

/** What is learned of words from the examples alone: which are known, and so what others are mended to. */
export type Reader = {
  read(text: string): readonly Word[];
  /** What was read of the texts it has learned from, in their order. */
  learned: readonly (readonly Word[])[];
  /** How often each word stands in the examples. */
  counts: Counts;
};

/** A reader that knows the words of these texts. */
export function readerOf(texts: readonly string[]): Reader {
  const typed = texts.map(wordsIn);
  const mend = mender(countsOf(typed));
  const mended = (words: readonly string[]): string[] => {
    const result: string[] = [];
    for (const word of words)
      for (const part of standard(mend(word)).split(" "))
        if (part !== result.at(-1)) result.push(part);
    return result;
  };
  const known = typed.map(mended);
  const counts = countsOf(known);
  const memory = new Map<string, Word>();
  const lookUp = (word: string): Word => {
    const before = memory.get(word);
    if (before) return before;
    const root = stem(word, counts);
    const seen = wordOf(word, root, conceptsOf(word, root), (counts.get(word) ?? 0) > 1);
    if (counts.has(word)) memory.set(word, seen);
    return seen;
  };
  return {
    read: (text) => withoutCourtesy(mended(wordsIn(text)).map(lookUp)),
    learned: known.map((words) => withoutCourtesy(words.map(lookUp))),
    counts,
  };
}

function countsOf(texts: readonly (readonly string[])[]): Counts {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const conceptsByWord = new Map<string, string[]>();
for (const [concept, words] of Object.entries(concepts))
  for (const word of words.split(" "))
    for (const form of new Set([word, standard(word)])) {
      const list = conceptsByWord.get(form);
      if (!list) conceptsByWord.set(form, [concept]);
      else if (!list.includes(concept)) list.push(concept);
    }

const conceptsOf = (word: string, root: string): readonly string[] =>
  /^\d+$/.test(word)
    ? [numberClass(Number(word))]
    : [...new Set([...(conceptsByWord.get(word) ?? []), ...(conceptsByWord.get(root) ?? [])])];

/** Ages, days and small numbers: their size says more than the figure. */
function numberClass(number: number): string {
  if (number < 10) return "angka-satuan";
  if (number < 50) return "angka-belasan";
  return number < 100 ? "angka-umur" : "angka-besar";
}
