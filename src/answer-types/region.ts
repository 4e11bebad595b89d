import { type Option, type ParseContext, type Parsed, refused, value } from "./answer-type.ts";
import { announcesQuestion, isFeeling, isNoAnswer, isScolding } from "./no-answer.ts";
import { parentOf, type RegionIndex, regionIndex } from "./region-index.ts";
import { type Reading, readPlaces } from "./region-reading.ts";
import type { Regions } from "./regions.ts";
import { asksBack, endsAsQuestion, isAboutService } from "./talk.ts";
import { answerType } from "./tidy.ts";
import { contentWords, rawWordsOf, wordsOf } from "./words.ts";

/** Options are listed only up to this many; beyond, the person types the name. */
const mostOptions = 10;

/** The code of a district (`34.04.07`). A name that several places share is narrowed down, never guessed. */
export const region = answerType({
  name: "region",
  strict: true,
  cel: "string",
  display: "region",
  longest: 300,
  parse(text, { regions, within }: ParseContext) {
    if (regions === undefined) return refused("unclear");
    const index = regionIndex(regions);
    if (/^\d\d(?:\.\d\d){0,2}$/.test(text)) {
      return index.byCode.has(text) ? settle(text, index, regions) : refused("not_offered");
    }
    const inside = within ? readPlaces(text, index, within) : [];
    const readings = inside.length > 0 ? inside : readPlaces(text, index, "");
    if (isTalk(text) && !readings.some(({ score }) => score >= plainlyNamed))
      return refused("unclear");
    if (readings.every(({ sure }) => !sure) && isChat(text)) return refused("unclear");
    return decide(readings, index, regions);
  },
});

/** From this score on a text names a place and those around it, whatever else its words may mean. */
const plainlyNamed = 3;

const isChat = (text: string): boolean =>
  isNoAnswer(text) || isScolding(text) || isFeeling(text) || announcesQuestion(text);

function isTalk(text: string): boolean {
  const words = rawWordsOf(text);
  const asks = asksBack(text, words) || endsAsQuestion(contentWords(wordsOf(text)));
  return asks || (words.length > 3 && isAboutService(words));
}

/** Full name of an area: "Depok, Kabupaten Sleman, DI Yogyakarta"; the code itself when it is unknown. */
export function regionName(code: string, regions: Regions): string {
  const { byCode } = regionIndex(regions);
  const names: string[] = [];
  for (let part = code; part.length >= 2; part = parentOf(part)) {
    const found = byCode.get(part);
    if (found) names.push(plainName(found.name));
  }
  return names.length > 0 ? names.join(", ") : code;
}

const plainName = (name: string): string =>
  name
    .replace("Daerah Istimewa", "DI")
    .replace("Daerah Khusus Ibukota", "DKI")
    .replace(/^(Kota|Kabupaten) Administrasi/, "$1");

function decide(readings: readonly Reading[], index: RegionIndex, regions: Regions): Parsed {
  const [first] = readings;
  if (first === undefined) return refused("unclear");
  const codes = [...new Set(readings.map((reading) => reading.code))];
  if (codes.length === 1 && first.sure) return settle(first.code, index, regions);
  const options = codes.map((code) => ({ value: code, label: regionName(code, regions) }));
  const within = commonStart(codes);
  const namesakes = first.sure && codes.every((code) => code.length === 5);
  return {
    kind: "narrow",
    ask: namesakes ? "regency" : "which",
    within,
    settled: within === "" ? "" : regionName(within, regions),
    options: options.length <= mostOptions ? options : [],
  };
}

/** A district is an answer; a regency or province leaves the next level to ask. */
function settle(code: string, index: RegionIndex, regions: Regions): Parsed {
  const children = index.children.get(code) ?? [];
  if (code.length === 8) return value(code);
  const [only] = children;
  if (children.length === 1 && only !== undefined) return settle(only, index, regions);
  const isProvince = code.length === 2;
  const options: Option[] = children.map((child) => ({
    value: child,
    label: plainName(index.byCode.get(child)?.name ?? child),
  }));
  return {
    kind: "narrow",
    ask: isProvince ? "regency" : "district",
    within: code,
    settled: regionName(code, regions),
    options: options.length <= mostOptions ? options : [],
  };
}

/** The longest code that all of several codes lie in; empty when they share no province. */
function commonStart(codes: readonly string[]): string {
  const [first = ""] = codes;
  const lengths = [8, 5, 2].filter((length) => length <= first.length);
  const shared = lengths.find((length) =>
    codes.every((code) => code.slice(0, length) === first.slice(0, length)),
  );
  return shared === undefined ? "" : first.slice(0, shared);
}
