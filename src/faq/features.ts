import { skeleton } from "./stem.ts";

/** Features are known by a hash of this many bits; two of them seldom share one. */
const bits = 18;
export const hashes = 1 << bits;

/** Which hashed features a question has, and how often each. */
export type Features = ReadonlyMap<number, number>;

/** A word as the ranking sees it. */
export type Word = {
  word: string;
  stem: string;
  concepts: readonly string[];
  /** Hashes of what the word says by itself. */
  alone: readonly number[];
  /** Hash of its stem, for what it says beside another. */
  hash: number;
  /** Whether the examples know it. */
  familiar: boolean;
};

/** Works out once what a word says by itself: itself, its root, its consonants, the kinds of thing it is. */
export function wordOf(
  word: string,
  stem: string,
  concepts: readonly string[],
  familiar: boolean,
): Word {
  const said = [`w ${stem}`, `s ${skeleton(stem)}`, ...concepts.map((concept) => `k ${concept}`)];
  if (stem !== word) said.push(`w ${word}`);
  return {
    word,
    stem,
    concepts,
    alone: said.map((one) => folded(hashOf(one))),
    hash: hashOf(stem),
    familiar,
  };
}

/** Words, neighbours, and what kinds of thing are spoken of together. */
export function featuresOf(words: readonly Word[]): Features {
  let strange = 0;
  const found = new Map<number, number>();
  const add = (hash: number): void => void found.set(hash, (found.get(hash) ?? 0) + 1);
  const spokenOf = new Set<string>();
  let before = edge;
  for (const { alone, hash, concepts, familiar } of words) {
    for (const one of alone) add(one);
    add(folded(mixed(before, hash)));
    for (const concept of concepts) spokenOf.add(concept);
    before = hash;
    if (!familiar) strange++;
  }
  add(folded(mixed(before, edge)));
  const sorted = [...spokenOf].sort();
  for (const [at, concept] of sorted.entries())
    for (const other of sorted.slice(at + 1)) add(folded(hashOf(`k ${concept} ${other}`)));
  add(folded(hashOf(`l ${lengthClass(words.length)}`)));
  add(folded(hashOf(`u ${Math.min(4, strange)}`)));
  add(folded(hashOf(`v ${words.length === 0 ? "" : Math.round((4 * strange) / words.length)}`)));
  if (!spokenOf.has("inti")) add(folded(hashOf("i")));
  return found;
}

const lengthClass = (words: number): number => Math.min(12, Math.round(2 * Math.log2(1 + words)));

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
const edge = hashOf("^$");

const mixed = (before: number, after: number): number =>
  Math.imul(Math.imul(before, 31) ^ after, 16_777_619) >>> 0;

const folded = (hash: number): number => (hash ^ (hash >>> bits)) & (hashes - 1);
