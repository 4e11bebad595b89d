import { type NearIndex, nearIndex } from "../lib/edit-distance.ts";
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
  /** Codes of names of several words by the first of them: "tambun" for Tambun Selatan. */
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

/** Words and commas of a place name as it is compared: lower case, abbreviations written out. */
export const placeWords = (name: string): string[] =>
  (
    name
      .toLowerCase()
      .replace(/['’`.]+(?=\p{L}|\s|$)/gu, (mark) => (mark.startsWith(".") ? " " : ""))
      .match(/\p{L}+|\d+|,/gu) ?? []
  ).map((word) => abbreviations.get(word) ?? word);

const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kep: "kepulauan",
    gn: "gunung",
    gng: "gunung",
    bts: "batas",
    tj: "tanjung",
    tjg: "tanjung",
    sei: "sungai",
    sungei: "sungai",

    brt: "barat",
    tmr: "timur",
    slt: "selatan",
    sltn: "selatan",
    utr: "utara",
    tgh: "tengah",
  }),
);

/** Name of a regency without "Kabupaten", "Kota" and "Administrasi". */
export const shortName = (name: string): string =>
  name.replace(/^(?:Kabupaten|Kota) (?:Administrasi )?/, "");

export const isCity = (code: string): boolean => code.length === 5 && code[3] === "7";

/** The code one level up: the regency of a district, the province of a regency. */
export const parentOf = (code: string): string => code.slice(0, -3);

type Lists = Map<string, string[]>;

function push(map: Lists, key: string, code: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [code]);
  else if (!list.includes(code)) list.push(code);
}

function build({ provinces, regencies, districts }: Regions): RegionIndex {
  const areas = [...provinces, ...regencies, ...districts];
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const byKey: Lists = new Map();
  const byFirstWord: Lists = new Map();
  const children: Lists = new Map();
  for (const { code, name } of areas) {
    const words = placeWords(shortName(name));
    push(byKey, words.join(""), code);
    if (words[0] === "kepulauan") push(byKey, words.slice(1).join(""), code);
    if (words.length > 1 && words[0]) push(byFirstWord, words[0], code);
    if (code.length > 2) push(children, parentOf(code), code);
  }
  for (const [code, names] of Object.entries({ ...provinceNicknames, ...regencyNicknames })) {
    if (byCode.has(code)) for (const name of names.split(" ")) push(byKey, name, code);
  }
  return { byCode, byKey, near: nearIndex(byKey.keys()), children, byFirstWord };
}
