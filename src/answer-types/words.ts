import { standardSpelling } from "../lib/colloquial.ts";

/** Repeated letters once: what two spellings of a drawn-out word have in common. */
export const squeeze = (word: string): string => word.replace(/([a-z])\1+/g, "$1");

/** The answers of a pure function of a text, by the last few texts: one message is read by several parsers. */
function rememberingLast<Result>(read: (text: string) => Result): (text: string) => Result {
  const last: { text: string; result: Result }[] = [];
  let next = 0;
  return (text) => {
    for (const known of last) if (known.text === text) return known.result;
    const result = read(text);
    last[next] = { text, result };
    next = (next + 1) % textsRemembered;
    return result;
  };
}
const textsRemembered = 4;

/** Lower-case words and numbers of a text in standard spelling, reduplication (`besok2`, `besok-besok`) as one word. */
export const wordsOf: (text: string) => readonly string[] = rememberingLast((text) => {
  const words: string[] = [];
  for (const raw of rawWordsOf(text)) {
    const word = standardSpelling(raw);
    for (const part of word.includes(" ") ? word.split(" ") : [word]) {
      if (part !== words.at(-1) || /\d/.test(part)) words.push(part);
    }
  }
  return words;
});

/** Lower-case words and numbers of a text as typed, drawn-out letters shortened. */
export const rawWordsOf: (text: string) => readonly string[] = rememberingLast((text) => {
  let plain = text.toLowerCase();
  if (plain.includes("'")) plain = plain.replace(/(?<=[a-z])'(?=[a-z])/g, "");
  plain = plain.replace(/([a-z])\1{2,}/g, "$1");
  if (/[2"]/.test(plain)) {
    plain = plain
      .replace(/(?<=[a-z]{2})(?:2|")(?![a-z0-9])/g, "")
      .replace(/(?<=[a-z]{2})2(?=nya|an|in)/g, "");
  }
  return plain.match(/[a-z]+|\d+/g) ?? [];
});

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
