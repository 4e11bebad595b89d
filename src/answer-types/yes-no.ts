import { isStandardWord } from "../lib/colloquial.ts";
import { nearest, nearIndex } from "../lib/edit-distance.ts";
import { refused, value } from "./answer-type.ts";
import { pickNumber } from "./list-number.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, squeeze, wordsOf } from "./words.ts";
import {
  englishNoWord,
  englishYesWord,
  inIndonesian,
  type Kind,
  kinds,
  nods,
  phrases,
  reserve,
  stress,
  twoFaced,
  wellThen,
} from "./yes-no-words.ts";

/** A clear yes or no, as true or false. Soft replies ("terserah", a lone 🙏) are refused: consent hangs on this type. */
export const yesNo = answerType({
  name: "yes-no",
  strict: true,
  cel: "bool",
  display: "yes-no",
  longest: 300,
  parse(text, context) {
    const meant = yesOrNo(text) ?? byNumber(text, context.options?.length ?? 0);
    return meant === null || (meant && onlyRegisters(text)) ? refused("unclear") : value(meant);
  },
});

/** "saya mau daftar" tells what a person came for, not that they agree. */
function onlyRegisters(text: string): boolean {
  const words = contentWords(wordsOf(text)).flatMap(inIndonesian);
  return (
    words.some((word) => /^daftar(?:kan)?$/.test(word)) &&
    !words.some((word) => kindOf(word) === "yes")
  );
}

/** What a text says to a yes-no question; null when it is not clear. */
export function yesOrNo(text: string): boolean | null {
  const byEmoji = emojiMeaning(text);
  if (tagQuestion.test(text)) return null;
  const clauses = plainly(text)
    .split(/[,.;!]+/)
    .map((clause) => contentWords(wordsOf(clause)).flatMap(inIndonesian));
  const words = clauses.flat();
  if (words.length === 0) return byEmoji;
  if (/[<>{}]/.test(text)) return null;
  const tally = tallyOf(clauses, words);
  if (asksBack(text, words) && !(tally.no > 0 && tally.other === 0 && !text.includes("?")))
    return null;
  if (clauses.some(namesChange) || asksAfter(clauses.at(-1) ?? [], text)) return null;
  const meant = judge(tally, kindOf(words[0] ?? ""));
  return byEmoji !== null && meant !== null && byEmoji !== meant ? null : meant;
}

/** "ubah nama", "hapus 3": what to change, told as a command, is no answer to whether all is right. */
const namesChange = ([verb = "", thing = "", ...more]: readonly string[]): boolean =>
  /^(?:ubah|ganti|perbaiki|hapus)$/.test(verb) &&
  more.length < 2 &&
  /^\d+$|^.{3,}$/.test(thing) &&
  kindOf(thing) === "other" &&
  !/^(?:this|that|them)$/.test(thing);

/** "aman gak", "ini penting ga": a no right after the word it asks about. */
function asksAfter(clause: readonly string[], text: string): boolean {
  const [before = "", last = ""] = clause.slice(-2);
  if (last !== "tidak" || clause.length < 2 || /\b(?:tidak|bukan)\W*$/i.test(text)) return false;
  const kind = kindOf(before);
  return (kind === "bare" || kind === "other") && !certain.has(before);
}
const certain = new Set("memang emang ember tentu jelas pasti waduh aduh duh sori".split(" "));

type Tally = Record<Kind, number>;

/** Counts the words of each kind, clause by clause; phrases do not reach over a comma. */
function tallyOf(clauses: readonly (readonly string[])[], words: readonly string[]): Tally {
  const tally: Tally = { yes: 0, bare: 0, no: 0, wrong: 0, erase: 0, soft: 0, beside: 0, other: 0 };
  const denies = words.some((word) => ["no", "wrong"].includes(kindOf(word)));
  for (const clause of clauses) {
    let rest = (denies ? withoutFillingYa(clause) : clause).join(" ");
    for (const [pattern, meaning] of phrases) rest = rest.replace(pattern, meaning);
    const before = tally.other;
    for (const word of rest.split(/\s+/)) if (word !== "") tally[kindOf(word, words.length)]++;
    if (clause[0] === "iya" && denies && tally.other > before) tally.yes++;
  }
  return tally;
}

/** The strongest kind of word decides; contradictions, doubts and stories are not clear. */
function judge(tally: Tally, first: Kind): boolean | null {
  if (tally.wrong > 0) return unless(tally.other > 5, false);
  if (tally.soft > 0 || (tally.yes > 0 && tally.no > 0)) return null;
  if (tally.no > 0) return unless(tally.other > (first === "no" ? 4 : 1), false);
  if (tally.erase > 0) return unless(tally.yes === 0 || tally.other > 0, true);
  if (tally.yes > 0) return unless(tally.other > (first === "yes" ? 3 : 2), true);
  return tally.bare > 0 ? unless(tally.other > 0, true) : null;
}

const unless = (unclear: boolean, meant: boolean): boolean | null => (unclear ? null : meant);

/** With a numbered pair on the screen 1 is yes and 2 is no. */
function byNumber(text: string, offered: number): boolean | null {
  const picked = offered === 2 ? pickNumber(text) : null;
  return picked === 1 ? true : picked === 2 ? false : null;
}

const near = nearIndex(kinds.keys());

function kindOf(word: string, among = 1): Kind {
  if (word === "YA") return "yes";
  if (word === "TIDAK") return "no";
  const plain = squeeze(word);
  const known = kinds.get(plain) ?? kinds.get(plain.replace(/(?:nya|lah|kan|in)$/, ""));
  if (known) return known;
  if ((plain.length < 7 && among > 2) || isStandardWord(word)) return "other";
  const alike = new Set(nearest(plain, near, 1).map((found) => kinds.get(found)));
  return alike.size === 1 ? ([...alike][0] ?? "other") : "other";
}

/** The text with English no, nods and slashes as the words they stand for, and without a softening "ya". */
const plainly = (text: string): string =>
  text
    .replace(nods, "iya")
    .replace(englishNoWord, "tidak")
    .replace(englishYesWord, "oke")
    .replace(stress, "sangat")
    .replace(wellThen, "ya sudah")
    .replace(twoFaced, "ragu")
    .replace(reserve, "kecuali ")
    .replace(/(?<=[a-z]) ?\/ ?(?=[a-z])/gi, " atau ")
    .replace(trailingYa, "");

/** "iya nggak sih", "ya gak ya" and "y/n" ask for agreement instead of giving it. */
const tagQuestion = /\b(?:iya+|ya+) (?:e?ng+a[kh]?|gak?|tidak|tdk) (?:sih|ya+|kan)\b|^y\W*[nt]$/i;

/** "ya" at the end of more words only softens them: "gimana ya" agrees to nothing. */
const trailingYa = /(?<=[a-z\d],? )ya+h?(?= *[.!]*$)/i;

/** Without the "ya" that merely softens a no: "enggak ya", "ya bukan". */
const withoutFillingYa = (words: readonly string[]): string[] =>
  words.filter(
    (word, at) =>
      word !== "iya" ||
      (at < words.length - 1 && kindOf(words[at + 1] ?? "") !== "no") ||
      words.length === 1,
  );

const yesEmoji = /[👍✅👌🆗☑✔💯🫡]/u;
const noEmoji = /[❌👎🙅⛔✖🚫]/u;

/** What emoji alone say; folded hands and smiles say nothing. */
function emojiMeaning(text: string): boolean | null {
  const yes = yesEmoji.test(text);
  return yes === noEmoji.test(text) ? null : yes;
}
