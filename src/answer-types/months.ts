import { refused, value } from "./answer-type.ts";
import { withIndonesianNumbers } from "./english-numbers.ts";
import { type Count, readCount, splitNumberWord } from "./number-words.ts";
import { asksBack } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, wordsOf } from "./words.ts";

/** Periods that can be paid ahead, in months. */
const offered: readonly number[] = [1, 3, 6, 12];

/** Words beyond which a text is no answer to this question. */
const mostWords = 8;

/** How many months to pay: 1, 3, 6 or 12. */
export const months = answerType({
  name: "months",
  strict: true,
  cel: "int",
  display: "number",
  longest: 200,
  parse(text) {
    const plain = withIndonesianNumbers(text.toLowerCase()).replace(
      /½|\b1 ?\/ ?2\b/g,
      " setengah ",
    );
    const words = contentWords(wordsOf(plain)).flatMap(apart).flatMap(splitNumberWord);
    if (
      asksBack(text, words) ||
      /(?:^|[^\d\s])-\s?\d|^-|[<>{};]/.test(text) ||
      words.some((word) => denials.has(word)) ||
      words.length > mostWords
    ) {
      return refused("unclear");
    }
    const found = new Set(periodsIn(words));
    if (found.size !== 1) return refused("unclear");
    const [count = Number.NaN] = found;
    if (Number.isNaN(count) || count >= 1_000) return refused("unclear");
    return offered.includes(count) ? value(count) : refused("not_offered", { found: count });
  },
});

const denials = new Set(
  "apa tidak bukan jangan belum antara sampai hingga minimal maksimal depan lalu nunggak telat umur syarat pensiun kurang lebih rp idr".split(
    " ",
  ),
);
/** Months in a unit that needs a count or a "per" before it. */
const countedUnits = table({ 1: "bulan month months", 12: "tahun year years" });

/** Months in a unit that says "one" by itself; with a count it is multiplied all the same. */
const wholeUnits = table({
  1: "sebulan sabulan sewulan sesasi sakulan sakwulan sebln sebulanan sabulanan bulanan perbulan perbln sasasi monthly",
  3: "triwulan kuartal kwartal triwulanan kuartalan",
  4: "caturwulan",
  6: "semester smester semesteran",
  12: "setahun setaun setaon sataun sataon satahun sethn setahon saktaun setahunan setaunan tahunan taunan pertahun pertaun perthn yearly",
});

const fractions = new Map([
  ..."setengah stengah stgh stngah separo setenga satengah"
    .split(" ")
    .map((word) => [word, 0.5] as const),
  ["seperempat", 0.25] as const,
]);
const ones = new Set("sa se sak sahiji sebuah".split(" "));
const every = new Set("per tiap setiap saban unggal".split(" "));
const otherUnits = new Set(
  "hari minggu pekan jam menit orang anak motor kali x juta jt jutaan ribu rb rbu k miliar rupiah perak persen day days week weeks million thousand people".split(
    " ",
  ),
);

function table(months: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(months).flatMap(([size, words]) =>
      words.split(" ").map((word) => [word, Number(size)] as const),
    ),
  );
}

/** "tigabulan" as two words. */
const apart = (word: string): string[] => {
  const [, count = "", unit = ""] = /^([a-z]+?)(bulan|bln|tahun|taun)$/.exec(word) ?? [];
  return readCount([count], 0) === null
    ? [word]
    : [count, unit.startsWith("b") ? "bulan" : "tahun"];
};

/** Every period named: a count with its unit, a unit alone ("tiap bulan", "tahunan"), or a bare count. */
function periodsIn(words: readonly string[]): number[] {
  const periods: number[] = [];
  for (let at = 0; at < words.length; ) {
    const count = countAt(words, at);
    const next = count?.next ?? at;
    const unit = words[next] ?? "";
    const size = wholeUnits.get(unit) ?? countedUnits.get(unit);
    if (size !== undefined) periods.push((count?.value ?? alone(words, next)) * size);
    else if (count) periods.push(isBareCount(count, unit) ? count.value : Number.NaN);
    at = Math.max(next + (size === undefined ? 0 : 1), at + 1);
  }
  return periods;
}

/** What a unit without a count stands for: one, or nothing clear ("bulan juni", "beberapa bulan"). */
const alone = (words: readonly string[], at: number): number =>
  wholeUnits.has(words[at] ?? "") || every.has(words[at - 1] ?? "") ? 1 : Number.NaN;

function countAt(words: readonly string[], at: number): Count | null {
  const word = words[at] ?? "";
  const known = ones.has(word) ? 1 : fractions.get(word);
  return known === undefined ? readCount(words, at) : { value: known, next: at + 1 };
}

const isBareCount = ({ value: count }: Count, unit: string): boolean =>
  Number.isInteger(count) && !otherUnits.has(unit);
