import { refused, value } from "./answer-type.ts";
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
    const plain = text.replace(/½|\b1 ?\/ ?2\b/g, " setengah ");
    const words = contentWords(wordsOf(plain)).flatMap(splitGlued).flatMap(splitNumberWord);
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
    if (Number.isNaN(count)) return refused("unclear");
    return offered.includes(count) ? value(count) : refused("not_offered", { found: count });
  },
});

const denials = new Set(
  "tidak bukan jangan belum antara sampai hingga minimal maksimal depan lalu nunggak telat umur syarat pensiun kurang lebih".split(
    " ",
  ),
);
const joint: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sebulan: "1 bulan",
    sabulan: "1 bulan",
    sewulan: "1 bulan",
    sesasi: "1 bulan",
    sakulan: "1 bulan",
    sebulanan: "1 bulan",
    sebln: "1 bulan",
    sabulanan: "1 bulan",
    saban: "",
    monthly: "1 bulan",
    month: "bulan",
    months: "bulan",
    year: "tahun",
    yearly: "1 tahun",
    setahun: "1 tahun",
    setaun: "1 tahun",
    setaon: "1 tahun",
    sataun: "1 tahun",
    sataon: "1 tahun",
    setahunan: "1 tahun",
    sethn: "1 tahun",
    setahon: "1 tahun",
    satahun: "1 tahun",
    sakt: "1 tahun",
    setaunan: "1 tahun",
    triwulan: "3 bulan",
    kuartal: "3 bulan",
    kwartal: "3 bulan",
    caturwulan: "4 bulan",
    semester: "6 bulan",
    smester: "6 bulan",
    semesteran: "6 bulan",
    triwulanan: "3 bulan",
    stengah: "setengah",
    stgh: "setengah",
    separo: "setengah",
    setenga: "setengah",
    sa: "1",
    se: "1",
    sahiji: "1",
    selusin: "12",
    dua: "2",
  }),
);

function splitGlued(word: string): string[] {
  const known = joint.get(word) ?? joint.get(word.replace(/(?:an|nan)$/, ""));
  if (known !== undefined) return known === "" ? [] : known.split(" ");
  return [word.replace(/^(?:per|tiap)(?=bulan|tahun)/, "")];
}

/** Every period named: a count with its unit, a unit alone ("per bulan", "tahunan"), or a bare count. */
function periodsIn(words: readonly string[]): number[] {
  const periods: number[] = [];
  for (let at = 0; at < words.length; ) {
    const count = countAt(words, at);
    const next = count?.next ?? at;
    const size = sizes.get(words[next] ?? "");
    if (size !== undefined) periods.push((count?.value ?? 1) * size);
    else if (count) periods.push(isBareCount(count, words[next]) ? count.value : Number.NaN);
    at = Math.max(next + (size === undefined ? 0 : 1), at + 1);
  }
  return periods;
}

const sizes: ReadonlyMap<string, number> = new Map(Object.entries({ bulan: 1, tahun: 12 }));
const fractions: ReadonlyMap<string, number> = new Map(
  Object.entries({ setengah: 0.5, seperempat: 0.25 }),
);

function countAt(words: readonly string[], at: number): Count | null {
  const fraction = fractions.get(words[at] ?? "");
  return fraction === undefined ? readCount(words, at) : { value: fraction, next: at + 1 };
}

const isBareCount = ({ value }: Count, unit: string | undefined): boolean =>
  Number.isInteger(value) && !otherUnits.has(unit ?? "");

const otherUnits = new Set("hari minggu pekan jam orang kali x juta jt ribu rb".split(" "));
