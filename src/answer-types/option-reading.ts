import type { Option } from "./answer-type.ts";
import { contentWords, squeeze, wordsOf } from "./words.ts";
import { yesOrNo } from "./yes-no.ts";
import { kinds } from "./yes-no-words.ts";

export type Meaning = "yes" | "no" | "later";

/** What a text or a label means; `clear` when it says so by itself, not only beside its opposite ("Kirim", "Ganti"). */
type Said = { meaning: Meaning; clear: boolean };

/** What is derived from an option's label and words. */
export type OptionReading = {
  /** Label and words as compared: standard spelling, without particles, letters not doubled. */
  names: readonly string[];
  /** The words that tell it from other options. */
  words: ReadonlySet<string>;
  said: Said | null;
};

/** Labels remembered at once; with more the memory starts anew. */
const mostRemembered = 1_000;
const remembered = new Map<string, OptionReading>();

/** Reads an option; the same label and words are read only once. */
export function readOption({ label, words }: Option): OptionReading {
  const key = words && words.length > 0 ? `${label}\n${words.join("\n")}` : label;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const reading = read([label, ...(words ?? [])]);
  remembered.set(key, reading);
  return reading;
}

function read(names: readonly string[]): OptionReading {
  const wordLists = names.map((name) => contentWords(wordsOf(name)));
  const said = names.map((name, at) => saidBy(name, wordLists[at] ?? []));
  return {
    names: wordLists.map(keyOf).filter((key) => key !== ""),
    words: new Set(wordLists.flat().map(squeeze).filter(isTelling)),
    said: said[0] ?? agreed(said.slice(1)),
  };
}

/** What the further words of an option say when its label says nothing: one clear meaning. */
function agreed(said: readonly (Said | null)[]): Said | null {
  const clear = said.filter((one) => one?.clear);
  const [first = null] = clear;
  return clear.every((one) => one?.meaning === first?.meaning) ? first : null;
}

/** Words as they are compared, letters not doubled. */
export const keyOf = (words: readonly string[]): string => squeeze(words.join(" "));

/** Words that tell no option from another. */
const slight = new Set(
  "saja dulu yang dan di ke dengan untuk atau saya mau pilih itu ini nomor".split(" "),
);

/** Whether a word may tell one option from another. */
export const isTelling = (word: string): boolean => !slight.has(word);

const laterPhrase =
  /\b(?:nanti|besok|kapan|lain (?:kali|waktu|hari)|tunda|ditunda|menunda|pikir|mikir|dipikir|(?:minggu|bulan|tahun) depan|lusa|sebentar|(?:belum|tidak|jangan) sekarang|belum siap|tidak dulu nanti|habis (?:ini|lebaran)|kapan kapan|later)\b/;

/** Whether a text says yes, no or later; `words` are its words in standard spelling, without particles. */
export function meaningOf(text: string, words: readonly string[]): Meaning | null {
  if (words.length <= 5 && laterPhrase.test(words.join(" "))) return "later";
  const answer = yesOrNo(text);
  return answer === null ? null : answer ? "yes" : "no";
}

function saidBy(label: string, words: readonly string[]): Said | null {
  const first = words[0] ?? "";
  const meaning = meaningOf(label, words) ?? (first === "iya" ? "yes" : null);
  if (meaning === null) return null;
  if (meaning === "later") return { meaning, clear: true };
  const found = words.map((word) => kinds.get(squeeze(word)) ?? "other");
  const clear =
    meaning === "no"
      ? found.includes("no")
      : (found[0] === "yes" && first !== "lanjut") ||
        (found.includes("yes") && !found.includes("other"));
  return { meaning, clear };
}
