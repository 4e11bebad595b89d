import { nearest, nearIndex } from "../lib/edit-distance.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { englishGoods, englishSelling, englishTrades } from "./occupation-english.ts";
import { goods, past, selling, withoutWork } from "./occupation-goods.ts";
import { carts, general, neutral } from "./occupation-others.ts";
import { turnsIn } from "./occupation-parts.ts";
import { type OccupationCode, trades } from "./occupation-trades.ts";
import { ordinaryWords } from "./ordinary-words.ts";
import { regionIndex } from "./region-index.ts";
import type { Regions } from "./regions.ts";
import { anySlip, type IsSlip, isClearSlip } from "./slips.ts";
import { asksBack, isAboutService } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, rawWordsOf, squeeze, wordsOf } from "./words.ts";

/** The code of the work a person names in free words; work that has no code of its own is `lainnya`. */
export const occupation = answerType({
  name: "occupation",
  strict: true,
  cel: "string",
  display: "option",
  longest: 200,
  parse(text, { regions, inSentence = false }) {
    if (wordsIn(text).length > mostWords || isTalk(text)) return refused("unclear");
    const isSlip = inSentence ? isClearSlip : anySlip;
    const codes = turnsIn(text).flatMap((part) => codeOf(part, regions, isSlip) ?? []);
    if (new Set(codes).size > 1) return oneOf(codes);
    const code = codeOf(text, regions, isSlip);
    return code === null ? refused("unclear") : value(code);
  },
});

const onWheels: ReadonlySet<OccupationCode> = new Set<OccupationCode>(["ojek-online", "sopir"]);

/** Of works that take turns the first; transport beside another sector is asked, because they pay differently. */
function oneOf(codes: readonly OccupationCode[]): Parsed {
  const [first] = codes;
  const moving = codes.filter((code) => onWheels.has(code)).length;
  if (first === undefined || (moving > 0 && moving < codes.length))
    return refused("unclear", { two: 1 });
  return value(first);
}

function codeOf(text: string, regions: Regions | undefined, isSlip: IsSlip): OccupationCode | null {
  const typed = wordsIn(text);
  const places = regions === undefined ? null : regionIndex(regions).byKey;
  const words =
    typed.length > mostCorrected
      ? typed
      : typed.map((word) => (places?.has(word) ? word : corrected(word, isSlip)));
  return decide(withoutDenied(matchesIn(words)), words);
}

/** Words beyond which a text is a story and not the name of a trade. */
const mostWords = 14;

/** Words up to which slips of the thumb are put right: in a sentence too much looks alike. */
const mostCorrected = 6;

type Kind = keyof typeof goods;
type Meaning =
  | { is: "trade"; code: OccupationCode; rank: number }
  | { is: "goods"; kind: Kind }
  | { is: "selling"; strong: boolean }
  | { is: "idle" | "past" };
type Match = Meaning & { at: number; end: number; place: boolean };

const wordsIn = (text: string): string[] =>
  rawWordsOf(text)
    .map(squeeze)
    .filter((word, at, all) => word !== all[at - 1]);
const keyOf = (phrase: string): string => wordsIn(phrase).join(" ");

const meanings = new Map<string, Meaning>();
const add = (phrases: string, meaning: (phrase: string) => Meaning): void => {
  for (const phrase of phrases.split(",")) {
    const key = keyOf(phrase);
    if (key !== "" && !meanings.has(key)) meanings.set(key, meaning(key));
  }
};
const tradeRank = (code: OccupationCode, phrase: string): number => {
  if (code === "ojek-online") return 33;
  if (phrase.includes(" ")) return 31;
  return code === "sopir" ? 25 : 30;
};
for (const [code, phrases] of Object.entries(general)) {
  add(phrases, () => ({ is: "trade", code: code as OccupationCode, rank: 4 }));
}
const addTrades = (all: Partial<Record<OccupationCode, string>>): void => {
  for (const [name, phrases] of Object.entries(all)) {
    const code = name as OccupationCode;
    add(phrases, (phrase) => ({ is: "trade", code, rank: tradeRank(code, phrase) }));
  }
};
const addGoods = (all: Partial<Record<Kind, string>>): void => {
  for (const [kind, phrases] of Object.entries(all))
    add(phrases, () => ({ is: "goods", kind: kind as Kind }));
};
const wordsKnown = (): ReadonlySet<string> =>
  new Set([...meanings.keys()].flatMap((phrase) => phrase.split(" ")));
addTrades({ lainnya: carts });
addTrades(trades);
addGoods(goods);
add(selling.strong, () => ({ is: "selling", strong: true }));
add(selling.weak, () => ({ is: "selling", strong: false }));
add(withoutWork, () => ({ is: "idle" }));
add(past, () => ({ is: "past" }));

/** Slips of the thumb are looked for in Indonesian words only. */
const near = nearIndex([...wordsKnown()].filter((word) => word.length >= 4));
addTrades(englishTrades);
addGoods(englishGoods);
add(englishSelling, () => ({ is: "selling", strong: true }));

const vocabulary = wordsKnown();
const squeezed = (words: string): string[] => words.split(/\s+/).map(squeeze);
const neutralWords = new Set(squeezed(neutral));
const ordinary = new Set([...neutralWords, ...squeezed(ordinaryWords)]);
const longestPhrase = Math.max(...[...meanings.keys()].map((phrase) => phrase.split(" ").length));

/** The known word that was meant by a slip of the thumb or with an ending ("warungnya"), else the word itself. */
function corrected(word: string, isSlip: IsSlip): string {
  if (vocabulary.has(word) || ordinary.has(word)) return word;
  const stem = word.replace(/(?:nya|ny|ku|an)$/, "");
  if (stem.length > 2 && vocabulary.has(stem)) return stem;
  if (ordinary.has(stem)) return word;
  const close = nearest(word, near).filter((other) => isSlip(word, other));
  const whole = close.filter((found) => meanings.has(found));
  const alike = whole.length > 0 ? whole : close;
  const senses = new Set(alike.map((found) => JSON.stringify(meanings.get(found) ?? found)));
  return senses.size === 1 ? (alike[0] ?? word) : word;
}

const placeWords = new Set(
  "di depan dekat deket samping pinggir belakang sebelah seberang area sekitar terminal stasiun halaman sampingnya".split(
    " ",
  ),
);

/** The longest known phrases from left to right; what follows "di depan" and the like is only a place. */
function matchesIn(words: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at);
    const place =
      placeWords.has(words[at - 1] ?? "") ||
      (placeWords.has(words[at - 2] ?? "") && words[at - 2] !== "di");
    if (found) matches.push({ ...found.meaning, at, end: at + found.length, place });
    at += found?.length ?? 1;
  }
  return matches;
}

function longestAt(
  words: readonly string[],
  at: number,
): { meaning: Meaning; length: number } | null {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const meaning = meanings.get(words.slice(at, at + length).join(" "));
    if (meaning) return { meaning, length };
  }
  return null;
}

/** Without what a person was once ("mantan sopir"). */
const withoutDenied = (matches: readonly Match[]): Match[] =>
  matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other.is === "past" &&
          match !== other &&
          match.at >= other.end &&
          match.at <= other.end + 1,
      ),
  );

const ofOwnMaking: ReadonlySet<OccupationCode> = new Set<OccupationCode>([
  "pengrajin",
  "petani",
  "peternak",
  "nelayan",
]);

function decide(matches: readonly Match[], words: readonly string[]): OccupationCode | null {
  const sells = matches.find((match) => match.is === "selling" && match.strong);
  const trade = bestTrade(matches, sells);
  if (trade !== null && trade.rank >= 20) return trade.code;
  const ware =
    matches.find((match) => match.is === "goods" && !match.place) ??
    matches.find((match) => match.is === "goods");
  const offers =
    sells !== undefined ||
    matches.some((match) => match.is === "selling") ||
    words[0] === "tukang" ||
    words[0] === "tkg";
  if (ware?.is === "goods") return codeOfWare(ware.kind, offers, words);
  if (sells || (offers && matches.some((match) => match.is === "selling"))) return "pedagang";
  return trade?.code ?? unknownTrade(words);
}

/** The trade that says most; goods of one's own making are plain goods right after a word of selling. */
function bestTrade(
  matches: readonly Match[],
  sells: Match | undefined,
): { code: OccupationCode; rank: number } | null {
  let best: { code: OccupationCode; rank: number } | null = null;
  for (const match of matches) {
    if (match.is !== "trade") continue;
    const isWare = sells !== undefined && match.at === sells.end && ofOwnMaking.has(match.code);
    const rank = isWare ? 0 : match.place ? 5 : match.rank;
    if (best === null || rank > best.rank) best = { code: isWare ? "pedagang" : match.code, rank };
  }
  return best;
}

function codeOfWare(kind: Kind, offers: boolean, words: readonly string[]): OccupationCode {
  const business = offers || words.includes("usaha") || words.includes("bisnis");
  switch (kind) {
    case "cooked":
      return "kuliner";
    case "goods":
      return "pedagang";
    case "crafted":
      return offers ? "pedagang" : "pengrajin";
    case "animals":
      return offers ? "pedagang" : "peternak";
    case "grown":
      return business ? "pedagang" : "petani";
    case "fish":
      return business ? "pedagang" : "nelayan";
  }
}

/** "tukang", "usaha", "jasa" or "kerja di" with a word that is not known is still work. */
function unknownTrade(words: readonly string[]): OccupationCode | null {
  const at = words.findIndex((word) =>
    /^(?:tukang|usaha|jasa|juru|pengusaha|juragan|profesi|bisnis)$/.test(word),
  );
  const named = words[at + 1] ?? "";
  if (at >= 0 && named.length > 2 && !neutralWords.has(named)) return "lainnya";
  return /\b(?:kerja|bekerja|krja) (?:di|sebagai|jadi) [a-z]{2,}/.test(words.join(" "))
    ? "lainnya"
    : null;
}

function isTalk(text: string): boolean {
  const words = contentWords(wordsOf(text.replace(/\bapa (?:aja|saja)\b/gi, "apapun")));
  return asksBack(text, words) || isAboutService(words);
}
