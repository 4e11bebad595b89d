import { type NearIndex, nearIndex } from "./edit-distance.ts";
import { provinceNicknames, regencyNicknames } from "./region-names.ts";
import type { Region, Regions } from "./regions.ts";

/** The areas of a country, made for looking up names as people type them. Keys are letters and digits alone. */
export type RegionIndex = {
  byCode: ReadonlyMap<string, Region>;
  /** Codes of every level that a name stands for. */
  byKey: ReadonlyMap<string, readonly string[]>;
  near: NearIndex;
  /** Codes of regencies by province, of districts by regency. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Keys that begin with the first word of a name of several words. */
  byFirstWord: ReadonlyMap<string, readonly string[]>;
};

const built = new WeakMap<Regions, RegionIndex>();

/** The index of a list of areas, made once for each list. */
export function regionIndex(regions: Regions): RegionIndex {
  const known = built.get(regions);
  if (known) return known;
  const index = build(regions);
  built.set(regions, index);
  return index;
}

/** Words of a place name as it is compared: lower case, abbreviations written out. */
export const placeWords = (name: string): string[] =>
  (
    name
      .toLowerCase()
      .replace(/['’`.]+(?=\p{L}|\s|$)/gu, (mark) => (mark.startsWith(".") ? " " : ""))
      .match(/\p{L}+|\d+/gu) ?? []
  ).map((word) => abbreviations[word] ?? word);

const abbreviations: Readonly<Record<string, string>> = {
  kep: "kepulauan",
  gn: "gunung",
  gng: "gunung",
  bts: "batas",
  tj: "tanjung",
  tjg: "tanjung",
  sei: "sungai",
  sungei: "sungai",
  ulu_: "hulu",
  brt: "barat",
  tmr: "timur",
  slt: "selatan",
  sltn: "selatan",
  utr: "utara",
  tgh: "tengah",
  sel: "selatan",
  bl: "balubur",
  kr: "karang",
};

/** Name of a regency without "Kabupaten", "Kota" and "Administrasi". */
export const shortName = (name: string): string =>
  name.replace(/^(?:Kabupaten|Kota) (?:Administrasi )?/, "");

export const isCity = (code: string): boolean => code.length === 5 && code[3] === "7";

/** The code one level up: the regency of a district, the province of a regency. */
export const parentOf = (code: string): string => code.slice(0, -3);

function build({ provinces, regencies, districts }: Regions): RegionIndex {
  const byCode = new Map<string, Region>();
  const byKey = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const byFirstWord = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, code: string): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [code]);
    else if (!list.includes(code)) list.push(code);
  };
  for (const region of [...provinces, ...regencies, ...districts]) {
    byCode.set(region.code, region);
    if (region.code.length > 2) push(children, parentOf(region.code), region.code);
    const words = placeWords(shortName(region.name));
    push(byKey, words.join(""), region.code);
    if (words[0] === "kepulauan") push(byKey, words.slice(1).join(""), region.code);
    if (words.length > 1 && words[0]) push(byFirstWord, words[0], region.code);
  }
  for (const nicknames of [provinceNicknames, regencyNicknames]) {
    for (const [code, names] of Object.entries(nicknames)) {
      if (byCode.has(code)) for (const name of names.split(" ")) push(byKey, name, code);
    }
  }
  return { byCode, byKey, near: nearIndex(byKey.keys()), children, byFirstWord };
}
