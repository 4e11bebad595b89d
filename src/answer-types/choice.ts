import { nearest, nearIndex } from "../lib/edit-distance.ts";
import { type Option, refused, value } from "./answer-type.ts";
import { namesNumber, pickNumber } from "./list-number.ts";
import { isTelling, keyOf, type Meaning, meaningOf, readOption } from "./option-reading.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, rawWordsOf, squeeze, wordsOf } from "./words.ts";
import { kinds } from "./yes-no-words.ts";

/** One of the options on offer: by number, letter, label, one of its words, or by what it means (yes, no, later). */
export const choice = answerType({
  name: "choice",
  strict: true,
  cel: "string",
  display: "option",
  longest: 300,
  parse(text, { options = [] }) {
    const bare = bareNumber.test(text);
    const key = bare ? text : keyOf(contentWords(wordsOf(text)));
    const exact = options.filter((option) => option.value === text || isNamed(option, key, text));
    if (exact.length === 1) return picked(exact[0]);
    const number = bare ? Number(text) : (numberIn(text) ?? numberBesideLabel(text, options));
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

const bareNumber = /^\d{1,2}$/;

/** Whether a text is the label or a word of an option; "ya?" asks. */
function isNamed(option: Option, key: string, text: string): boolean {
  const { names, said } = readOption(option);
  return key !== "" && names.includes(key) && !(said && text.endsWith("?"));
}

const numberIn = (text: string): number | null =>
  /-\s?\d/.test(text) && !/ke-/i.test(text) ? null : pickNumber(text);

/** "2. Tidak": a number and the label that belongs to it, copied from the list. */
function numberBesideLabel(text: string, options: readonly Option[]): number | null {
  const [, number, label = ""] = /^(\d{1,2}) ?[.):,-]? ?(\D+)$/.exec(text) ?? [];
  const option = options[Number(number) - 1];
  const key = keyOf(contentWords(wordsOf(label)));
  return option && key !== "" && readOption(option).names.includes(key) ? Number(number) : null;
}

const picked = (option: Option | undefined) => (option ? value(option.value) : refused("unclear"));

/** Ways of reading a text that names no number, the surest first. */
function placeOf(text: string, options: readonly Option[]): Option | null {
  const words = contentWords(wordsOf(text));
  if (asksBack(text, words)) return null;
  if (namesBoth(words, options))
    return words.some((word) => limits.has(word)) ? null : bothOf(options);
  return (
    bySameWords(words, options) ??
    withoutMore(words, options) ??
    byMeaning(text, words, options) ??
    byPosition(text, options) ??
    byWords(words, options)
  );
}

const bothNames = new Set(["keduanya", "both"]);
/** The option that is all the others together, where there is one. */
const bothOf = (options: readonly Option[]): Option | null =>
  options.find((option) => readOption(option).names.some((name) => bothNames.has(name))) ?? null;

/** Words beside which two named options need not both be meant: "pegawai aja, anggota nanti". */
const limits = new Set(
  "tidak belum bukan jangan selain kecuali nanti saja dulu only later".split(" "),
);

/** Whether two of the options that another one is together are named: "pengurus yang digaji sama anggota". */
function namesBoth(words: readonly string[], options: readonly Option[]): boolean {
  const both = bothOf(options);
  if (!both) return false;
  const telling = words
    .map((word) => squeeze(word.replace(/(?<=.{4})nya$/, "")))
    .filter((word) => isTelling(word) && !limits.has(word));
  const named = options.filter((option) => {
    const { words: own } = readOption(option);
    const isOwn = (word: string) =>
      own.has(word) &&
      !options.some((one) => one !== option && one !== both && readOption(one).words.has(word));
    return option !== both && telling.some(isOwn);
  });
  return named.length > 1;
}

/** Words that join the parts of an option or take it, and tell none from another: "jkk plus jkm", "ambil yang jkk". */
const joining = new Set("plus tambah ditambah tambahan ikut ambil pakai program paket".split(" "));

const partsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map(squeeze).filter((word) => isTelling(word) && !joining.has(word)));

/** The only option that is named by the same words in any order: "yang jkm jkk" is "JKK + JKM", and no "JKK + JKM + JHT". */
function bySameWords(words: readonly string[], options: readonly Option[]): Option | null {
  const said = partsOf(words);
  if (said.size === 0 || words.some((word) => denials.has(word))) return null;
  const isSame = (name: string) => {
    const parts = partsOf(name.split(" "));
    return parts.size === said.size && [...parts].every((part) => said.has(part));
  };
  const same = options.filter((option) => readOption(option).names.some(isSame));
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Of two options, one of which is the other with something more: "ga pake jht", "ga usah pake itu" pick it without. */
function withoutMore(words: readonly string[], options: readonly Option[]): Option | null {
  const [first = "", ...rest] = words;
  if (options.length !== 2 || !without.has(first) || !rest.some((word) => taking.has(word)))
    return null;
  const [less, more] = [...options].sort((a, b) => labelOf(a).size - labelOf(b).size);
  if (!less || !more || ![...labelOf(less)].every((part) => labelOf(more).has(part))) return null;
  const denied = [...partsOf(rest)].filter((word) => !taking.has(word));
  const isOfMore = (word: string) => readOption(more).words.has(word) && !labelOf(less).has(word);
  return labelOf(less).size < labelOf(more).size && denied.every(isOfMore) ? less : null;
}

const labelOf = ({ label }: Option): ReadonlySet<string> =>
  partsOf(contentWords(wordsOf(label)).map(squeeze));
const without = new Set("tidak jangan tanpa".split(" "));
const taking = new Set("usah pakai perlu ikut ambil tambah ditambah mau".split(" "));

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

/**
 * The only option that means the same as the text. Yes and no pick nothing where the options are not of that kind, and
 * no option against which the text names a number or another option ("bukan 1").
 */
function byMeaning(
  text: string,
  words: readonly string[],
  options: readonly Option[],
): Option | null {
  const meaning = meaningOf(text, words);
  if (meaning === null) return null;
  if (meaning === "no" && words.some((word) => namesNumber(word, options.length))) return null;
  const same = meaningLike(meaning, options);
  const [option] = same;
  return option && same.length === 1 && !namesAnother(words, option, options) ? option : null;
}

const opposite: Readonly<Record<Meaning, Meaning | null>> = { yes: "no", no: "yes", later: null };

/** The options of a meaning: those that say so by themselves, and others beside a clear opposite. */
function meaningLike(meaning: Meaning, options: readonly Option[]): readonly Option[] {
  const opposed = options.some((option) => {
    const { said } = readOption(option);
    return said?.clear && said.meaning === opposite[meaning];
  });
  return options.filter((option) => {
    const { said } = readOption(option);
    return said?.meaning === meaning && (said.clear || opposed);
  });
}

function namesAnother(
  words: readonly string[],
  option: Option,
  options: readonly Option[],
): boolean {
  const telling = words.map(squeeze).filter((word) => isTelling(word) && !kinds.has(word));
  return telling.some(
    (word) =>
      !readOption(option).words.has(word) && options.some((one) => readOption(one).words.has(word)),
  );
}

/**
 * The option whose own words, those no other option has, are most of what was typed. A yes and a no that stand against
 * each other are never picked so: "saya takut hapus" is no "Ya, hapus".
 */
function byWords(words: readonly string[], options: readonly Option[]): Option | null {
  const owners = ownersOf(options);
  const foreign = (word: string) => !owners.has(squeeze(word));
  if (words.some((word) => foreign(word) && (/^\d/.test(word) || denials.has(word)))) return null;
  const near = nearIndex(owners.keys());
  const named = namingWords(words)
    .map(squeeze)
    .map((word) => ({ word, known: owners.has(word) ? [word] : nearest(word, near) }));
  const isAlone = named.every(({ word, known }) => known.length > 0 || !isTelling(word));
  const scores = new Map<Option, number>();
  for (const { word, known } of named) {
    // "ktp saya ilang" is no slip of the thumb for "ulang"
    const weight = isAlone || owners.has(word) ? 1 : 0.5;
    const holders = new Set(known.flatMap((name) => owners.get(name) ?? []));
    for (const option of holders) {
      scores.set(option, (scores.get(option) ?? 0) + weight / holders.size ** 2);
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const enough = Math.max(0.9, words.filter(isTelling).length / 3);
  if (!first || first[1] < enough || first[1] <= (second?.[1] ?? 0)) return null;
  return opposed(options).includes(first[0]) ? null : first[0];
}

/** The options that say yes or no, where both are on offer. */
function opposed(options: readonly Option[]): readonly Option[] {
  const yes = meaningLike("yes", options);
  const no = meaningLike("no", options);
  return yes.length > 0 && no.length > 0 ? [...yes, ...no] : [];
}

/** Words that answer by what they mean, not as a piece of a label: "gak tau" is no "Tidak". */
const answers = new Set("iya tidak belum bukan oke siap benar betul setuju".split(" "));

/** What is left to name an option; beside an answer its fillers go too ("iya benar semua"). */
function namingWords(words: readonly string[]): readonly string[] {
  const naming = words.filter((word) => !answers.has(word));
  if (words.length < 2 || naming.length === words.length) return words;
  return naming.filter((word) => kinds.get(squeeze(word)) !== "beside");
}

/** Words that turn what follows into its contrary: "bukan petani" is no "Petani". */
const denials = new Set("tidak belum bukan jangan selain kecuali".split(" "));

/** Each word of the labels with the options that have it. */
function ownersOf(options: readonly Option[]): ReadonlyMap<string, readonly Option[]> {
  const owners = new Map<string, Option[]>();
  for (const option of options) {
    for (const word of readOption(option).words) {
      const holders = owners.get(word);
      if (holders) holders.push(option);
      else owners.set(word, [option]);
    }
  }
  return owners;
}
