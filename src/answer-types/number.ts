import { refused, value } from "./answer-type.ts";
import { readCount, splitNumberWord } from "./number-words.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, wordsOf } from "./words.ts";

/** Words beyond which a text is no answer to this question. */
const mostWords = 8;

/** A whole number, in digits or words; `min` and `max` of the question bound it. */
export const number = answerType({
  name: "number",
  strict: true,
  cel: "int",
  display: "number",
  longest: 200,
  parse(text, { min = 0, max = Number.MAX_SAFE_INTEGER }) {
    const words = contentWords(wordsOf(text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "")));
    if (words.length > mostWords || (asksBack(text, words) && !saysNone(words)))
      return refused("unclear");
    if (
      /[<>{};]|[a-z]\d|\d[a-z](?![a-z])|\d[a-z]+\d|\d[.,/-]\s*\d|-\s*\d|\d\s*e\+?\d/i.test(
        text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, ""),
      )
    ) {
      return refused("unclear");
    }
    if (words.some((word) => years.has(word))) return refused("unclear");
    const found = numbersIn(words.flatMap(splitNumberWord));
    if (found.length !== 1) return refused("unclear");
    const [count = 0] = found;
    if (!Number.isSafeInteger(count)) return refused("too_large");
    return count < min || count > max ? refused("range", { min, max, found: count }) : value(count);
  },
});

/** What is counted is never years: "4 tahun" where months are asked would count as four of them. */
const years: ReadonlySet<string> = new Set("tahun taun thn th thun year years yr yrs".split(" "));

const gathered: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sendiri: 1,
    sendirian: 1,
    dewekan: 1,
    seorang: 1,
    berdua: 2,
    bertiga: 3,
    berempat: 4,
    berlima: 5,
    berenam: 6,
    bertujuh: 7,
    nihil: 0,
    sebuah: 1,
    seekor: 1,
    sepasang: 2,
    selusin: 12,
  }),
);

const saysNone = (words: readonly string[]): boolean =>
  /^(?:tidak|belum)(?: (?:ada|punya|orang|pekerja|karyawan|saya|sama|sekali|satu|pun))*$/.test(
    words.join(" "),
  );

const doubtful = new Set("tidak bukan belum lebih kurang antara sampai atau".split(" "));

function numbersIn(words: readonly string[]): number[] {
  if (saysNone(words)) return [0];
  if (words.some((word) => doubtful.has(word))) return [];
  const found: number[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const count = /^\d{7,}$/.test(word)
      ? { value: Number(word), next: at + 1 }
      : readCount(words, at);
    const known = count?.value ?? gathered.get(word);
    if (known !== undefined) found.push(known);
    at = count?.next ?? at + 1;
  }
  return found;
}
