import { standardSpelling } from "../lib/colloquial.ts";
import spellings from "./data/spellings.json" with { type: "json" };
import { tokensOf } from "./tokens.ts";

/** Spellings of this room go before those of lib: here "cair", "ambil" and "tarik" are one word. */
const own = new Map<string, string>();
for (const [word, written] of Object.entries(spellings))
  for (const spelling of written.split(" ")) own.set(spelling, word);
for (const word of Object.keys(spellings)) own.set(word, word);

/** The words of a question in standard spelling; drawn-out, spelled, shortened and regional ones among them. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const token of tokensOf(text)) {
    for (const word of standard(token).split(" ")) if (word !== words.at(-1)) words.push(word);
  }
  return words;
}

/** One word in standard spelling; a few are written as two ("gada" -> "tidak ada"). */
export function standard(word: string): string {
  const ours = own.get(word) ?? own.get(squeezed(word));
  if (ours !== undefined) return ours;
  const usual = standardSpelling(word);
  return own.get(usual) ?? usual;
}

/** Doubled letters once. */
const squeezed = (word: string): string => word.replace(/([a-z])\1+/g, "$1");
