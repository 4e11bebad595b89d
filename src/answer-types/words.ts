import { standardSpelling } from "./colloquial.ts";

/** Repeated letters once: what two spellings of a drawn-out word have in common. */
export const squeeze = (word: string): string => word.replace(/([a-z])\1+/g, "$1");

/** Lower-case words and numbers of a text in standard spelling, reduplication (`besok2`, `besok-besok`) as one word. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const raw of rawWordsOf(text)) {
    const word = standardSpelling(raw);
    for (const part of word.split(" ")) {
      if (part !== words.at(-1) || /\d/.test(part)) words.push(part);
    }
  }
  return words;
}

/** Lower-case words and numbers of a text as typed, drawn-out letters shortened. */
export function rawWordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/(?<=[a-z])'(?=[a-z])/g, "")
    .replace(/([a-z])\1{2,}/g, "$1")
    .replace(/(?<=[a-z]{2})(?:2|")(?![a-z0-9])/g, "")
    .replace(/(?<=[a-z]{2})2(?=nya|an|in)/g, "");
  return plain.match(/[a-z]+|\d+/g) ?? [];
}

const addressWords = new Set(
  (
    "pak bu bpk bapak ibu bapa mas mbak mba mbk kak kaka kakak ka min mimin gan agan bro sis om tante bang abang bg " +
    "kang akang teh teteh neng cak uda uni daeng bli mbok bos boss bosku sob say cuy cok coy gaes guys lur dulur broh brow sist cin dek dik nak bpak"
  ).split(" "),
);
const particles = new Set(
  (
    "dong donk deh sih si kok kan nih tuh lah loh lo mah atuh to toh euy ah eh oh nah lha po je ki ji mi kah pun da hehe haha " +
    "wkwk wkwkwk hehehe hihi xixi please pliss plis pls"
  ).split(" "),
);

export const isAddress = (word: string): boolean => addressWords.has(word);
export const isParticle = (word: string): boolean => particles.has(word);

/** Words without forms of address and particles: what is left carries the meaning. */
export const contentWords = (words: readonly string[]): string[] =>
  words.filter((word) => !addressWords.has(word) && !particles.has(word));
