import type { Example } from "./example.ts";
import { standard } from "./normalise.ts";

/** A word that stands in so many examples names nobody. */
const common = 3;
/** Fewer common words say nothing of a question. */
const fewest = 2;
/** Characters that are kept. */
const longest = 200;

/** Stands for what was left out; for numbers and addresses. */
const gap = "…";
const number = "#";

/** After these comes a name; of titles only where it begins with a capital letter. */
const naming = /^(?:nama|namanya|bernama|an|alm|almh|almarhum|almarhumah)$/;
const titles = /^(?:pak|bu|bapak|ibu|mas|mbak|mba|kak|bang|haji|hajah)$/;
/** What may stand between "nama" and the name. */
const notNames =
  /^(?:saya|sy|aku|ku|nya|dia|suami|istri|anak|di|yang|yg|salah|beda|ganti|dan|ktp|kartu|orang|ibu|ayah)$/;

/**
 * Leaves out of a question whatever may name a person: numbers, addresses, and every word that does not stand in several examples, so
 * that names of people and places go without a list of them. The text is empty if too little remains.
 */
export function anonymousBy(examples: readonly Example[]): (text: string) => string {
  const counts = new Map<string, number>();
  for (const { text } of examples)
    for (const word of new Set(wordsOf(text).map((one) => one.toLowerCase())))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = (word: string) => (counts.get(word) ?? 0) >= common;
  const isCommon = (word: string) => often(word) || (word.length > 1 && often(standard(word)));
  return (text) => {
    const words = wordsOf(text.slice(0, longest));
    const left = words.map((word, at) => {
      const lower = word.toLowerCase();
      if (word === number) return word;
      return isCommon(lower) && !isName(words, at) ? lower : gap;
    });
    if (left.filter((word) => word !== gap && word !== number).length < fewest) return "";
    return left.filter((word, at) => word !== gap || left[at - 1] !== gap).join(" ");
  };
}

/** Whether a word stands where a name does: "nama saya ...", "Bu Melati Indah". */
function isName(words: readonly string[], at: number): boolean {
  const before = (steps: number) => words[at - steps]?.toLowerCase() ?? "";
  const word = words[at] ?? "";
  if ([1, 2, 3, 4].some((steps) => naming.test(before(steps))))
    return !notNames.test(word.toLowerCase());
  const capital = (one: string) => /^\p{Lu}/u.test(one);
  if (!capital(word)) return false;
  return titles.test(before(1)) || (titles.test(before(2)) && capital(words[at - 1] ?? ""));
}

/** Words of letters, and one sign for an address, a link and whatever holds a digit. */
function wordsOf(text: string): string[] {
  return (
    text
      .replace(/https?:\/\/\S+|\S*@\S*|\S*\d\S*/gu, ` ${number} `)
      .match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*|#/gu) ?? []
  );
}
