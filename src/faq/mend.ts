import { nearest, nearIndex } from "../lib/edit-distance.ts";
import { type Counts, skeleton } from "./stem.ts";

/** A word met twice in the examples is known and stays. */
const known = 2;
/** Words that others are mended to are met this often. */
const common = 4;
const shortest = 4;
/** Mended words that are remembered. */
const remembered = 20_000;

/** What mends a word that the examples don't know: dropped vowels ("ktrngan"), then one slip of the thumb. */
export function mender(counts: Counts): (word: string) => string {
  const words = [...counts]
    .filter(([word, count]) => count >= common && word.length >= shortest && /^[a-z]+$/.test(word))
    .map(([word]) => word);
  const bySkeleton = groupedBySkeleton(words);
  const near = nearIndex(words);
  const mostCommon = (among: readonly string[]): string | undefined =>
    among.reduce<string | undefined>(
      (best, word) => (best && (counts.get(best) ?? 0) >= (counts.get(word) ?? 0) ? best : word),
      undefined,
    );
  const mended = (word: string): string => {
    if (word.length < 3 || (counts.get(word) ?? 0) >= known) return word;
    const fuller = (bySkeleton.get(skeleton(word)) ?? []).filter((full) => lacksVowels(word, full));
    return mostCommon(fuller) ?? mostCommon(nearest(word, near, 1)) ?? word;
  };
  const memory = new Map<string, string>();
  return (word) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const result = mended(word);
    if (memory.size < remembered) memory.set(word, result);
    return result;
  };
}

/** Whether the letters of `word` stand in `full` in the same order, and more of them. */
function lacksVowels(word: string, full: string): boolean {
  if (full.length <= word.length) return false;
  let at = 0;
  for (const letter of full) if (letter === word[at]) at++;
  return at === word.length;
}

function groupedBySkeleton(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(skeleton(word));
    if (group) group.push(word);
    else groups.set(skeleton(word), [word]);
  }
  return groups;
}
