import { type Option, refused, value } from "./answer-type.ts";
import { nearest, nearIndex } from "./edit-distance.ts";
import { pickNumber } from "./list-number.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, rawWordsOf, squeeze, wordsOf } from "./words.ts";
import { yesOrNo } from "./yes-no.ts";

/** One of the options on offer: by number, letter, label, one of its words, or by what it means (yes, no, later). */
export const choice = answerType({
  name: "choice",
  strict: true,
  cel: "string",
  display: "option",
  longest: 300,
  parse(text, { options = [] }) {
    const exact = options.filter(
      (option) => option.value === text || namesOf(option).some((name) => sameText(name, text)),
    );
    if (exact.length === 1) return picked(exact[0]);
    const number = /-\s?\d/.test(text) && !/ke-/i.test(text) ? null : pickNumber(text);
    if (number !== null) {
      const option = options[number - 1];
      return option
        ? value(option.value)
        : refused("not_offered", { found: number, max: options.length });
    }
    const place = placeOf(text.replace(/\bkapan(?:2|[ -]?kapan)\b/gi, "nanti"), options);
    return place === null ? refused("unclear") : picked(place);
  },
});

const picked = (option: Option | undefined) => (option ? value(option.value) : refused("unclear"));

const namesOf = (option: Option): readonly string[] => [option.label, ...(option.words ?? [])];

const sameText = (a: string, b: string): boolean => keyOf(a) !== "" && keyOf(a) === keyOf(b);
const keyOf = (text: string): string => contentWords(wordsOf(text)).map(squeeze).join(" ");

/** Ways of reading a text that names no number, the surest first. */
function placeOf(text: string, options: readonly Option[]): Option | null {
  const words = contentWords(wordsOf(text));
  if (asksBack(text, words)) return null;
  return byMeaning(text, words, options) ?? byPosition(text, options) ?? byWords(words, options);
}

const positions: readonly (readonly [RegExp, (count: number) => number])[] = [
  [/^(?:yg|yang|sing|nu) (?:paling )?(?:atas|awal|duluan|ndhuwur)\b/, () => 0],
  [
    /^(?:yg|yang|sing|nu) (?:paling )?(?:bawah|akhir|terakhir|buncit|ngisor)\b|^terakhir\b/,
    (count) => count - 1,
  ],
  [/^(?:yg|yang|sing|nu) (?:di )?tengah\b/, (count) => (count % 2 === 1 ? (count - 1) / 2 : -1)],
];

function byPosition(text: string, options: readonly Option[]): Option | null {
  const plain = rawWordsOf(text).join(" ");
  for (const [pattern, index] of positions) {
    if (pattern.test(plain)) return options[index(options.length)] ?? null;
  }
  const letter =
    /^(?:(?:pilih|pilihan|opsi|yg|yang|jawab|jawaban|saya|poin|huruf)\b ?)*([a-j])(?: (?:aja|saja|ya|deh|pak|bu|kak))*$/.exec(
      plain,
    )?.[1];
  return letter ? (options[letter.charCodeAt(0) - 97] ?? null) : null;
}

type Meaning = "yes" | "no" | "later";

const laterPhrase =
  /\b(?:nanti|besok|kapan|lain (?:kali|waktu|hari)|tunda|ditunda|menunda|pikir|mikir|dipikir|(?:minggu|bulan|tahun) depan|lusa|sebentar|(?:belum|tidak|jangan) sekarang|belum siap|tidak dulu nanti|habis (?:ini|lebaran)|kapan kapan|later)\b/;

function meaningOf(text: string, words: readonly string[]): Meaning | null {
  if (words.length <= 5 && laterPhrase.test(words.join(" "))) return "later";
  const answer = yesOrNo(text);
  return answer === null ? null : answer ? "yes" : "no";
}

/** The only option that means the same as the text; none when no option says yes, no or later. */
function byMeaning(
  text: string,
  words: readonly string[],
  options: readonly Option[],
): Option | null {
  const meaning = meaningOf(text, words);
  if (meaning === null) return null;
  const same = options.filter(
    (option) => meaningOf(option.label, contentWords(wordsOf(option.label))) === meaning,
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** The option whose own words, those no other option has, are most of what was typed. */
function byWords(words: readonly string[], options: readonly Option[]): Option | null {
  const owners = ownersOf(options);
  if (words.some((word) => /^\d/.test(word) && !owners.has(word))) return null;
  const near = nearIndex(owners.keys());
  const scores = new Map<Option, number>();
  for (const word of words.length > 1
    ? words.filter((one) => !answers.has(one)).map(squeeze)
    : words.map(squeeze)) {
    const known = owners.has(word) ? [word] : nearest(word, near);
    const holders = new Set(known.flatMap((name) => owners.get(name) ?? []));
    for (const option of holders) {
      scores.set(option, (scores.get(option) ?? 0) + 1 / holders.size ** 2);
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const enough = Math.max(0.9, words.filter((word) => !slight.has(word)).length / 3);
  return first && first[1] >= enough && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** Words that tell no option from another. */
const slight = new Set(
  "saja dulu yang dan di ke dengan untuk atau saya mau pilih itu ini nomor".split(" "),
);

/** Words that answer by what they mean, not as a piece of a label: "gak tau" is no "Tidak". */
const answers = new Set("iya tidak belum bukan".split(" "));

/** Each word of the labels with the options that have it. */
function ownersOf(options: readonly Option[]): ReadonlyMap<string, readonly Option[]> {
  const owners = new Map<string, Option[]>();
  for (const option of options) {
    const words = namesOf(option).flatMap((name) => contentWords(wordsOf(name)).map(squeeze));
    for (const word of new Set(words.filter((one) => !slight.has(one))))
      owners.set(word, [...(owners.get(word) ?? []), option]);
  }
  return owners;
}
