/** How often each word stands in the examples. */
export type Counts = ReadonlyMap<string, number>;

/** Endings that carry no topic: possessive, emphatic, colloquial and regional. */
const endings =
  "nya nyo ny nipun ne na ku mu lah kah pun kan keun ken ke ake aken no in an i e x q ah ang".split(
    " ",
  );

/** Beginnings, and the letters that may stand in their place. */
const beginnings: readonly (readonly [string, readonly string[]])[] = [
  ["peng", ["", "k"]],
  ["peny", ["s"]],
  ["pem", ["", "p"]],
  ["pen", ["", "t"]],
  ["meng", ["", "k"]],
  ["mang", ["", "k"]],
  ["meny", ["s"]],
  ["mem", ["", "p"]],
  ["mam", ["", "b", "p"]],
  ["men", ["", "t"]],
  ["man", ["", "t"]],
  ["ng", ["", "k"]],
  ["ny", ["s", "c"]],
  ["n", ["", "t"]],
  ["m", ["", "p", "b"]],
  ..."per pe pa me ma nge nga ber be ba ter te ta diper dipe di ke ka se sa"
    .split(" ")
    .map((beginning): [string, string[]] => [beginning, [""]]),
];

const shortestRoot = 4;
/** A root must be met this often, and half as often as the word itself. */
const commonRoot = 3;

/** The most common root within a word that the examples know, or the word. */
export function stem(word: string, counts: Counts): string {
  if (word.length <= shortestRoot) return word;
  let best = word;
  let most = Math.max(commonRoot, (counts.get(word) ?? 0) / 2);
  const consider = (root: string): void => {
    const count = root.length < shortestRoot ? 0 : (counts.get(root) ?? 0);
    if (count <= most) return;
    best = root;
    most = count;
  };
  for (const base of withoutEnding(word)) {
    consider(base);
    for (const [beginning, instead] of beginnings) {
      if (!base.startsWith(beginning)) continue;
      for (const letter of instead) consider(letter + base.slice(beginning.length));
    }
  }
  return best;
}

const withoutEnding = (word: string): string[] => [
  word,
  ...endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length)),
];

/** The first letter and the consonants after it: what is left of a word when its vowels are dropped. */
export const skeleton = (word: string): string =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replace(/[aeiou]/g, "")
    .replace(/(.)\1+/g, "$1");
