import { type BpuRates, bpuRatesSchema, normalAmount } from "./bpu-rates.ts";
import type { Dated } from "./dated.ts";
import { bpuSeries, bpuFile as file, placeOf } from "./rate-series.ts";
import { problemsInSeries, type RateProblem, shapeProblem } from "./series-problems.ts";

/** Everything wrong with the BPU rates, worded for the person who keeps the file; [] when they may be used. Never throws. */
export function problemsInRates(data: unknown): RateProblem[] {
  const read = bpuRatesSchema.safeParse(data);
  if (!read.success) return read.error.issues.map((issue) => shapeProblem(file, issue));
  return [
    ...problemsInSeries(bpuSeries(read.data)),
    ...read.data.tables.flatMap((table, index) => tableProblems(table.rows, index)),
    ...fractions(read.data),
  ];
}

function tableProblems(rows: { from: number; base: number }[], index: number): RateProblem[] {
  return rows.flatMap((row, number): RateProblem[] => {
    const place = placeOf(file, "tables", index, number);
    const next = rows[number + 1];
    if (number === 0 && row.from !== 0)
      return [
        {
          file,
          place,
          message: `gap: incomes below ${row.from} have no band`,
          remedy: "Let the first row begin at 0.",
        },
      ];
    if (next && next.from <= row.from)
      return [
        {
          file,
          place: placeOf(file, "tables", index, number + 1),
          message: `unsorted: from ${next.from} comes after ${row.from}`,
          remedy: "Order the rows by income, each income once.",
        },
      ];
    const wrong = baseProblem(row, next, number === 0);
    return wrong ? [{ file, place, ...wrong }] : [];
  });
}

/** PP 44/2015 Lampiran II: a base is the middle of its band; the ends of the table have a base of their own within theirs. */
function baseProblem(
  row: { from: number; base: number },
  next: { from: number } | undefined,
  first: boolean,
): Omit<RateProblem, "file" | "place"> | undefined {
  const middle = next && (row.from + next.from) / 2;
  if (middle !== undefined && !first && row.base !== middle) {
    const message = `base ${row.base} is not the middle of its band`;
    return { message, remedy: `Check the printed table: the middle is ${middle}.` };
  }
  if (row.base < row.from || row.base === 0 || (next && row.base >= next.from)) {
    const message = `base ${row.base} lies outside its band`;
    return { message, remedy: "Check base and from against the printed table." };
  }
  return undefined;
}

/** No rule on rounding is known, so every amount must be whole rupiah, before and after relief. */
function fractions({ tables, rates, reliefs }: BpuRates): RateProblem[] {
  return rates.flatMap((rate, index): RateProblem[] => {
    const bases = tables.filter((table) => meet(table, rate)).flatMap(({ rows }) => rows);
    const cuts = reliefs.filter(
      (cut) => meet(cut, rate) && cut.programmes.includes(rate.programme),
    );
    const broken = bases.find(
      ({ base }) =>
        (rate.kind === "share" && (base * rate.basisPoints) % 10_000 !== 0) ||
        cuts.some((cut) => (normalAmount(rate, base) * cut.offBasisPoints) % 10_000 !== 0),
    );
    if (broken === undefined) return [];
    const message = `base ${broken.base} gives part of a rupiah for ${rate.programme}, before or after relief`;
    const remedy =
      "Check base, rate and relief; without a rule on rounding amounts must come out whole.";
    return [{ file, place: placeOf(file, "rates", index), message, remedy }];
  });
}

const meet = (a: Dated, b: Dated): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
