import { nearest } from "./edit-distance.ts";
import { isCity, parentOf, placeWords, type RegionIndex } from "./region-index.ts";
import { besideWords, type Level, levelWords } from "./region-names.ts";

/** One way to understand a text as a place. */
export type Reading = { code: string; score: number };

/** A stretch of words that names places, and what the word before it says of their level. */
type Span = {
  from: number;
  to: number;
  codes: readonly string[];
  level: Level | null;
  slips: boolean;
};

const mostWords = 24;
const longestName = 5;

/** The best ways to understand a text, within an area when one is settled; several when they are equally good. */
export function readPlaces(text: string, index: RegionIndex, within: string): Reading[] {
  const words = placeWords(text).slice(0, mostWords);
  const exact = spansIn(words, (key) => index.byKey.get(key) ?? []);
  const covered = new Set(exact.flatMap((span) => wordsOf(span)));
  const slipped = spansIn(
    words,
    (key) => nearCodes(key, index),
    (at) => !covered.has(at) && !isBeside(words[at]),
  ).map((span) => ({ ...span, slips: true }));
  const spans = [...exact, ...slipped].filter((span) => span.level !== "village");
  const readings = spans.flatMap((span) => readingsOf(span, spans, within));
  const best = Math.max(...readings.map((reading) => reading.score), 0);
  const equal = readings.filter((reading) => reading.score === best);
  return preferRegency(equal).filter(
    (reading, at, all) => all.findIndex((other) => other.code === reading.code) === at,
  );
}

const isBeside = (word: string | undefined): boolean =>
  word === undefined || besideWords.has(word) || levelWords.has(word);

const wordsOf = (span: Span): number[] =>
  Array.from({ length: span.to - span.from }, (_, at) => span.from + at);

/** Stretches of up to five words that `find` knows when they are written as one. */
function spansIn(
  words: readonly string[],
  find: (key: string) => readonly string[],
  free: (at: number) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    let key = "";
    for (let to = from + 1; to <= Math.min(from + longestName, words.length); to++) {
      if (!free(to - 1)) break;
      key += words[to - 1];
      const codes = find(key);
      if (codes.length > 0)
        spans.push({ from, to, codes, level: levelBefore(words, from), slips: false });
    }
  }
  return spans;
}

/** The level named before a word; "kab/kota" and a city's own "kota" before "kec" are read as the nearest. */
function levelBefore(words: readonly string[], at: number): Level | null {
  const level = levelWords.get(words[at - 1] ?? "") ?? null;
  return level;
}

function nearCodes(key: string, index: RegionIndex): readonly string[] {
  return nearest(key, index.near).flatMap((found) => index.byKey.get(found) ?? []);
}

const fits = (code: string, level: Level | null): boolean => {
  switch (level) {
    case null:
      return true;
    case "district":
      return code.length === 8;
    case "kabupaten":
      return code.length === 5 && !isCity(code);
    case "city":
      return isCity(code) || code.length === 8;
    case "regency":
      return code.length === 5;
    case "province":
      return code.length === 2;
    case "village":
      return false;
  }
};

/** What a span can mean, each meaning scored by the words that its regency and province explain besides. */
function readingsOf(span: Span, spans: readonly Span[], within: string): Reading[] {
  return span.codes
    .filter((code) => code.startsWith(within) && code !== within && fits(code, span.level))
    .map((code) => ({ code, score: weight(span, code) + support(span, code, spans) }));
}

const weight = (span: Span, code: string): number => {
  const exactly = span.slips ? 0.6 : 1;
  const labelled = span.level !== null && !(span.level === "city" && code.length === 8) ? 0.5 : 0;
  return (span.to - span.from) * exactly + labelled;
};

/** Words beside a span that name an area in which the place lies. */
function support(span: Span, code: string, spans: readonly Span[]): number {
  let total = 0;
  let taken: Span[] = [span];
  for (let area = parentOf(code); area.length >= 2; area = parentOf(area)) {
    const naming = spans
      .filter(
        (other) =>
          other.codes.includes(area) &&
          fits(area, other.level) &&
          taken.every((one) => apart(one, other)),
      )
      .sort((a, b) => weight(b, area) - weight(a, area))[0];
    if (naming === undefined) continue;
    total += weight(naming, area);
    taken = [...taken, naming];
  }
  return total;
}

const apart = (a: Span, b: Span): boolean => a.to <= b.from || b.to <= a.from;

/** A regency and the district in it that bears its name are told apart by asking for the district. */
function preferRegency(readings: readonly Reading[]): Reading[] {
  const codes = new Set(readings.map((reading) => reading.code));
  return readings.filter(
    (reading) => !(reading.code.length === 8 && codes.has(parentOf(reading.code))),
  );
}
