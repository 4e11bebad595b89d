import type { core } from "zod";
import { addMonths } from "../lib/months.ts";
import { type BpuRates, bpuRatesSchema, type Dated, normalAmount } from "./bpu-rates.ts";
import { placeOf, type Series, seriesOf } from "./rate-series.ts";

/** A fault in the rate file: file and entry, what is wrong, and what to write instead. */
export type RateProblem = { place: string; message: string; remedy: string };

/** Everything wrong with the BPU rates, worded for the person who keeps the file; [] when they may be used. Never throws. */
export function problemsInRates(data: unknown): RateProblem[] {
  const read = bpuRatesSchema.safeParse(data);
  if (!read.success) return read.error.issues.map(shapeProblem);
  const series = seriesOf(read.data);
  return [
    ...series.flatMap(backwards),
    ...series.flatMap(collisions),
    ...series.flatMap(missing),
    ...read.data.tables.flatMap((table, index) => tableProblems(table.rows, index)),
    ...fractions(read.data),
  ];
}

const remedies: Record<string, string> = {
  from: "Write the first contribution month as YYYY-MM, such as 2026-01 (in a table's row: whole rupiah).",
  until: "Write the last contribution month as YYYY-MM, or null while no end is known.",
  basis: "Name the regulation, such as PP 44/2015 Lampiran II.",
  confidence: "Write verified, recalled or conflict.",
  programme: "Write jkk, jkm or jht.",
  sector: "Write transport or not_transport.",
};

function shapeProblem(issue: core.$ZodIssue): RateProblem {
  const [list, index, ...rest] = issue.path;
  const row = rest[0] === "rows" && typeof rest[1] === "number" ? rest[1] : undefined;
  const place =
    typeof list === "string" && typeof index === "number"
      ? placeOf(list, index, row)
      : placeOf("the whole file", 0);
  const field = String(issue.path.at(-1) ?? "");
  const remedy =
    issue.code === "unrecognized_keys"
      ? `Take out or mend the spelling of: ${issue.keys.join(", ")}.`
      : (remedies[field] ?? "Write it as in the other entries of the file.");
  return { place, message: `${field}: ${issue.message}`, remedy };
}

function backwards({ entries }: Series): RateProblem[] {
  return entries
    .filter(({ entry: { from, until } }) => until !== null && until < from)
    .map(({ place, entry }) => ({
      place,
      message: `ends with ${entry.until}, before it begins (${entry.from})`,
      remedy: "Put the last month in until and the first month in from.",
    }));
}

function collisions({ name, unbroken, entries }: Series): RateProblem[] {
  const problems: RateProblem[] = [];
  let last = entries[0];
  for (const next of entries.slice(1)) {
    if (last === undefined) break;
    const ends = last.entry.until;
    if (ends === null || next.entry.from <= ends) {
      problems.push({
        place: next.place,
        message: `overlap: the ${name} of ${last.entry.basis} still holds in ${next.entry.from}`,
        remedy: `End the earlier one (${last.place}) before ${next.entry.from}, or begin this one later.`,
      });
    } else if (unbroken && next.entry.from > addMonths(ends, 1)) {
      problems.push({
        place: next.place,
        message: `gap: no ${name} holds after ${ends} until ${next.entry.from}`,
        remedy: `Begin it with ${addMonths(ends, 1)}, or add the entry that is missing in between.`,
      });
    }
    if (ends !== null && (next.entry.until === null || next.entry.until > ends)) last = next;
  }
  return problems;
}

function missing({ name, unbroken, entries }: Series): RateProblem[] {
  if (!unbroken || entries.length > 0) return [];
  const place = placeOf("the whole file", 0);
  return [{ place, message: `there is no ${name}`, remedy: "Add an entry for it." }];
}

function tableProblems(rows: { from: number; base: number }[], index: number): RateProblem[] {
  return rows.flatMap((row, number): RateProblem[] => {
    const place = placeOf("tables", index, number);
    const next = rows[number + 1];
    if (number === 0 && row.from !== 0)
      return [
        {
          place,
          message: `gap: incomes below ${row.from} have no band`,
          remedy: "Let the first row begin at 0.",
        },
      ];
    if (next && next.from <= row.from)
      return [
        {
          place: placeOf("tables", index, number + 1),
          message: `unsorted: from ${next.from} comes after ${row.from}`,
          remedy: "Order the rows by income, each income once.",
        },
      ];
    const wrong = baseProblem(row, next, number === 0);
    return wrong ? [{ place, ...wrong }] : [];
  });
}

/** PP 44/2015 Lampiran II: a base is the middle of its band; the ends of the table have a base of their own within theirs. */
function baseProblem(
  row: { from: number; base: number },
  next: { from: number } | undefined,
  first: boolean,
): Omit<RateProblem, "place"> | undefined {
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
    return [{ place: placeOf("rates", index), message, remedy }];
  });
}

const meet = (a: Dated, b: Dated): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
