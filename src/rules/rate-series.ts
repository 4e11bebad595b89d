import type { BpuRates, Dated } from "./bpu-rates.ts";
import { bpuProgrammes } from "./bpu-rates.ts";

const file = "src/rules/data/bpu.json";

/** Where something stands in the rate file, for a person who opens it: file, list and number of the entry from 1. */
export const placeOf = (list: string, index: number, row?: number): string =>
  `${file}: ${list}, entry ${index + 1}${row === undefined ? "" : `, row ${row + 1}`}`;

/** Entries that follow one another in time, earliest first: of these only one may hold in a month. */
export type Series = {
  name: string;
  /** Whether a rule must hold without a break. Reliefs come and go. */
  unbroken: boolean;
  entries: { place: string; entry: Dated }[];
};

/** The rules on BPU contributions as series: the income table, each programme's rate, each sector's relief. */
export function seriesOf(rates: BpuRates): Series[] {
  return [
    { name: "income table", unbroken: true, entries: placed("tables", rates.tables, () => true) },
    ...bpuProgrammes.map((programme) => ({
      name: `rate of ${programme}`,
      unbroken: true,
      entries: placed("rates", rates.rates, (rate) => rate.programme === programme),
    })),
    ...(["transport", "not_transport"] as const).map((sector) => ({
      name: `relief for ${sector}`,
      unbroken: false,
      entries: placed("reliefs", rates.reliefs, (relief) => relief.sector === sector),
    })),
  ];
}

const placed = <T extends Dated>(list: string, entries: T[], belongs: (entry: T) => boolean) =>
  entries
    .map((entry, index) => ({ place: placeOf(list, index), entry }))
    .filter(({ entry }) => belongs(entry))
    .sort((a, b) => (a.entry.from < b.entry.from ? -1 : 1));
