import { type BpuRates, bpuProgrammes } from "./bpu-rates.ts";
import type { Dated } from "./dated.ts";

/** Where something stands in a rate file, for a person who opens it: file, list and number of the entry from 1. */
export const placeOf = (file: string, list: string, index: number, row?: number): string =>
  `${file}: ${list}, entry ${index + 1}${row === undefined ? "" : `, row ${row + 1}`}`;

/** Entries that follow one another in time, earliest first: of these only one may hold at a time. */
export type Series = {
  file: string;
  name: string;
  /** Whether a rule must hold without a break. Reliefs come and go. */
  unbroken: boolean;
  entries: { place: string; entry: Dated }[];
};

/** Where the rules on BPU contributions stand. */
export const bpuFile = "src/rules/data/bpu.json";

/** The rules on BPU contributions as series: the income table, each programme's rate, each sector's relief. */
export function bpuSeries({ tables, rates, reliefs, paying }: BpuRates): Series[] {
  const of = listsOf(bpuFile);
  return [
    of.one("tables", tables, "income table"),
    ...of.each(
      "rates",
      rates,
      bpuProgrammes,
      ({ programme }) => programme,
      (key) => `rate of ${key}`,
    ),
    ...of.each(
      "reliefs",
      reliefs,
      ["transport", "not_transport"],
      ({ sector }) => sector,
      (key) => `relief for ${key}`,
      false,
    ),
    of.one("paying", paying, "rule on paying"),
  ];
}

/** Makes series of the lists of one file: `one` of a whole list, `each` one for every key, whether or not there is an entry. */
export const listsOf = (file: string) => {
  const series = <T extends Dated>(
    list: string,
    entries: readonly T[],
    name: string,
    belongs: (entry: T) => boolean,
    unbroken: boolean,
  ): Series => ({
    file,
    name,
    unbroken,
    entries: entries
      .map((entry, index) => ({ place: placeOf(file, list, index), entry }))
      .filter(({ entry }) => belongs(entry))
      .sort((a, b) => (a.entry.from < b.entry.from ? -1 : 1)),
  });
  return {
    one: <T extends Dated>(list: string, entries: readonly T[], name: string) =>
      series(list, entries, name, () => true, true),
    each: <T extends Dated, K extends string>(
      list: string,
      entries: readonly T[],
      keys: readonly K[],
      keyOf: (entry: T) => K,
      nameOf: (key: K) => string,
      unbroken = true,
    ) =>
      keys.map((key) =>
        series(list, entries, nameOf(key), (entry) => keyOf(entry) === key, unbroken),
      ),
  };
};
