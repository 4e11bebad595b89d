import letters from "./data/letters.json" with { type: "json" };

/** Characters of a message that are read; nobody asks in more. */
export const longestRead = 1_500;

/** A loose ending says nothing by itself ("bayar nya"). */
const looseEnding = /(?<![a-z])(?:nya|ny|nyo|x|lah|kah|pun)(?![a-z])\s*/g;

const percents: Readonly<Record<string, string>> = {
  sepuluh: "10",
  "dua puluh": "20",
  "tiga puluh": "30",
  "lima puluh": "50",
};

type Rewriting = readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[];

/** Rewritten before all else. */
const first: Rewriting = [
  [/(?<=[a-z])['’`](?=[a-z])/g, ""],
  [/([a-z])\1{2,}/g, "$1"],
];

/** Rewritten in every message before words are cut out. */
const always: Rewriting = [
  [looseEnding, ""],
  [/(?<=[a-z]{2})"(?![a-z0-9])/g, ""],
  [
    /\b(sepuluh|dua puluh|tiga puluh|lima puluh)\s?(?:%|persen|prosen)/g,
    (_, word = "") => ` ${percents[word]} persen `,
  ],
  [
    /\bbpjs[\s-]{0,3}(?:t\.?\s?k\.?|tenaga\s?kerja|ketenaga\s?kerjaan|ketenagakerjan|naker|jamsostek)(?![a-z])/g,
    " bpjstk ",
  ],
];

/** Rewritten where there is a link or an address. */
const links: Rewriting = [
  [/https?:\/\/\S{1,300}/g, " tautan "],
  [/[^\s@]{1,64}@[^\s@.]{1,64}\.\S{1,64}/g, " surel "],
];

/** Rewritten where there are digits; an amount, a year or a long number counts as one of its kind. */
const numbers: Rewriting = [
  // reduplication: org2, anak2nya
  [/(?<=[a-z]{2})2(?![a-z0-9])/g, ""],
  [/(?<=[a-z]{2})2(?=(?:nya|an|in|ny|x)(?![a-z]))/g, ""],
  [/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, " "],
  [looseEnding, ""],
  [/(\d{1,9})\s?(?:%|persen|prosen|pct|percent)/g, " $1 persen "],
  [
    /\b(?:rp\.?\s?)?\d[\d.,]{0,20}\s?(?:rb|ribu|rebu|jt|juta|jeti|k|miliar)(?:an)?\b/g,
    " jumlahuang ",
  ],
  [/\brp\.?\s?\d[\d.,]{0,20}/g, " jumlahuang "],
  [/\b\d{1,3}(?:[.,]\d{3}){1,6}\b/g, " jumlahuang "],
  [/\d{7,}/g, " nomorpanjang "],
  [/\b(?:19|20)\d\d\b/g, " angkatahun "],
];

const foreignScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** Lower-case words and numbers of a text: amounts, years and long numbers by their kind, spelled letters as acronyms. */
export function tokensOf(text: string): string[] {
  let plain = text.slice(0, longestRead);
  if (/[^ -~]/.test(plain))
    plain = plain
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(foreignScript, " aksaraasing ");
  plain = rewritten(plain.toLowerCase(), first);
  if (/:\/\/|@/.test(plain)) plain = rewritten(plain, links);
  if (/\d/.test(plain)) plain = rewritten(plain, numbers);
  return joinLetters(rewritten(plain, always).match(/[a-z]+|\d+/g) ?? []);
}

function rewritten(text: string, rules: Rewriting): string {
  let result = text;
  for (const [pattern, by] of rules) result = result.replace(pattern, by as string);
  return result;
}

const nameOfLetter = new Map(Object.entries(letters.names));
const acronyms = new Set(letters.acronyms);
const longestAcronym = 6;

/** Letters said one by one ("be pe je es te ka") as the acronym they spell, the longest first. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = acronymAt(words, at);
    joined.push(found?.word ?? words[at] ?? "");
    at += found?.length ?? 1;
  }
  return joined;
}

function acronymAt(words: readonly string[], at: number): { word: string; length: number } | null {
  let spelled = "";
  let found: { word: string; length: number } | null = null;
  for (let length = 1; length <= longestAcronym; length++) {
    const letter = nameOfLetter.get(words[at + length - 1] ?? "");
    if (letter === undefined) break;
    spelled += letter;
    if (length > 1 && acronyms.has(spelled)) found = { word: spelled, length };
  }
  return found;
}
