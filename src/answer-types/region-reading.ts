import { nearest } from "../lib/edit-distance.ts";
import { isCity, parentOf, placeWords, type RegionIndex } from "./region-index.ts";
import { besideWords, type Level, levelWords } from "./region-names.ts";

/** One way to understand a text as a place; `sure` unless only a part or a misspelling of a name points to it. */
export type Reading = { code: string; score: number; sure: boolean };

type How = "exact" | "partial" | "misspelt";

/** A stretch of words that names places, and the level that a word beside it tells. */
type Span = { from: number; to: number; codes: readonly string[]; level: Level | null; how: How };

/** Words of a text that are looked at, and of them those compared with similar names. */
const mostWords = 32;
const mostCompared = 6;
const longestName = 5;

/** What a word of a name is worth by how it was recognised. */
const worth: Readonly<Record<How, number>> = { exact: 1, partial: 0.8, misspelt: 0.6 };

/** The best ways to understand a text, within an area when one is settled; several when they are equally good. */
export function readPlaces(text: string, index: RegionIndex, within: string): Reading[] {
  const words = placeWords(text).slice(0, mostWords);
  const exact = spansIn(words, "exact", (key) => index.byKey.get(key) ?? []);
  const plain = bestOf(exact, within);
  if (plain.length > 0 && plain.every(({ code, score }) => code.length === 8 && score >= 2))
    return plain;

  if (isStory(words, exact)) return [];

  const covered = new Set(exact.flatMap(wordsOf));
  const open = words
    .map((word, at) => (covered.has(at) || word.length < 4 || isBeside(word) ? -1 : at))
    .filter((at) => at >= 0)
    .slice(0, mostCompared);
  const isOpen = (at: number): boolean => open.includes(at);
  const partial = spansIn(words, "partial", (key) => index.byFirstWord.get(key) ?? [], isOpen);
  const begun = new Set(partial.flatMap(wordsOf));
  const misspelt = spansIn(
    words,
    "misspelt",
    (key) => nearCodes(key, index),
    (at) => isOpen(at) && !begun.has(at),
  );
  const meant = misspelt.filter((span) => !isTalk(span, words, covered));
  return bestOf([...exact, ...partial, ...meant], within);
}

const subjects = new Set("saya sy aku gue gua gw kamu lu lo kita kami dia".split(" "));

/** Letters of a word up to which too many names look alike for it to be a place beside words that are none. */
const shortWord = 5;

/** "aku senang", "dasar bot": a word like a name that is said of a person or stands short beside talk. */
function isTalk(span: Span, words: readonly string[], covered: ReadonlySet<number>): boolean {
  if (span.level !== null) return false;
  if (subjects.has(words[span.from - 1] ?? "")) return true;
  if (words.slice(span.from, span.to).join("").length > shortWord) return false;
  const inSpan = (at: number): boolean => at >= span.from && at < span.to;
  return words.some(
    (word, at) => !inSpan(at) && !covered.has(at) && !isBeside(word) && !/^\d/.test(word),
  );
}

/** Whether most words name no place: then a name among them is chance. */
function isStory(words: readonly string[], exact: readonly Span[]): boolean {
  const named = new Set(exact.flatMap(wordsOf));
  const others = words.filter((word, at) => !named.has(at) && !isBeside(word)).length;
  const isLabelled = exact.some((span) => span.level !== null && span.level !== "village");
  return others > (isLabelled ? 8 : named.size > 1 ? named.size + 2 : 2);
}

function bestOf(spans: readonly Span[], within: string): Reading[] {
  const named = spans.filter((span) => span.level !== "village");
  const readings = named.flatMap((span) => readingsOf(span, named, within));
  const best = Math.max(...readings.map((reading) => reading.score), 0);
  const equal = readings.filter((reading) => reading.score > best - 0.01);
  const codes = new Set(equal.map((reading) => reading.code));
  return equal.filter(
    ({ code }, at) =>
      !codes.has(parentOf(code)) && equal.findIndex((other) => other.code === code) === at,
  );
}

const isBeside = (word: string): boolean =>
  word === "," || besideWords.has(word) || levelWords.has(word);

const wordsOf = (span: Span): number[] =>
  Array.from({ length: span.to - span.from }, (_, at) => span.from + at);

/** Stretches of up to five words that `find` knows when they are written as one. */
function spansIn(
  words: readonly string[],
  how: How,
  find: (key: string) => readonly string[],
  free: (at: number) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    let key = "";
    for (
      let to = from + 1;
      to <= Math.min(from + longestName, words.length) && free(to - 1);
      to++
    ) {
      if (words[to - 1] === ",") break;
      key += words[to - 1];
      const codes = find(key);
      const level = levelOf(words, from, to);
      const isPlainWord = to === from + 1 && isBeside(key) && level !== "district";
      if (codes.length > 0 && !isPlainWord) spans.push({ from, to, codes, level, how });
    }
  }
  return spans;
}

/** The level told by the word before a name, or by a "kota" or "kab" that ends the text. */
function levelOf(words: readonly string[], from: number, to: number): Level | null {
  const before = levelWords.get(words[from - 1] ?? "");
  if (before) return before;
  return to === words.length - 1 ? (levelWords.get(words[to] ?? "") ?? null) : null;
}

const nearCodes = (key: string, index: RegionIndex): readonly string[] =>
  nearest(key, index.near).flatMap((found) => index.byKey.get(found) ?? []);

function fits(code: string, level: Level | null): boolean {
  switch (level) {
    case null:
      return true;
    case "district":
      return code.length === 8;
    case "kabupaten":
      return code.length === 5 && !isCity(code);
    case "city":
      return isCity(code);
    case "province":
      return code.length === 2;
    case "village":
      return false;
  }
}

/** What a span can mean, each meaning scored by the words that its regency and province explain besides. */
function readingsOf(span: Span, spans: readonly Span[], within: string): Reading[] {
  const inside = span.codes.filter((code) => code.startsWith(within) && code !== within);
  const fitting = inside.filter((code) => fits(code, span.level));
  const level = fitting.length > 0 ? span.level : null;
  return (fitting.length > 0 ? fitting : inside).map((code) => {
    const beside = support(span, code, spans);
    const sure = span.how === "exact" || beside > 0 || within.length === 5;
    return { code, score: weight({ ...span, level }) + beside, sure };
  });
}

const weight = (span: Span): number =>
  (span.to - span.from) * worth[span.how] + (span.level === null ? 0 : 0.5);

/** Words beside a span that name an area in which the place lies. */
function support(span: Span, code: string, spans: readonly Span[]): number {
  let total = 0;
  const taken: Span[] = [span];
  for (let area = parentOf(code); area.length >= 2; area = parentOf(area)) {
    const [naming] = spans
      .filter(({ codes, level }) => codes.includes(area) && fits(area, level))
      .filter((other) => taken.every((one) => one.to <= other.from || other.to <= one.from))
      .sort((a, b) => weight(b) - weight(a));
    if (naming === undefined) continue;
    total += weight(naming);
    taken.push(naming);
  }
  return total;
}
