import type { core } from "zod";
import { daysLater } from "../lib/dates.ts";
import { addMonths, isMonth } from "../lib/months.ts";
import { placeOf, type Series } from "./rate-series.ts";

/** A fault in a rate file: file and entry, what is wrong, and what to write instead. */
export type RateProblem = { file: string; place: string; message: string; remedy: string };

/** What is wrong with the times of entries that follow one another: ends before beginnings, overlaps, gaps, nothing at all. */
export const problemsInSeries = (series: readonly Series[]): RateProblem[] => [
  ...series.flatMap(backwards),
  ...series.flatMap(collisions),
  ...series.flatMap(missing),
];

/** What zod found in a rate file, worded for the person who keeps it. */
export function shapeProblem(file: string, issue: core.$ZodIssue): RateProblem {
  const [list, index, ...rest] = issue.path;
  const row = rest[0] === "rows" && typeof rest[1] === "number" ? rest[1] : undefined;
  const place =
    typeof list === "string" && typeof index === "number"
      ? placeOf(file, list, index, row)
      : placeOf(file, "the whole file", 0);
  const field = String(issue.path.at(-1) ?? "");
  const remedy =
    issue.code === "unrecognized_keys"
      ? `Take out or mend the spelling of: ${issue.keys.join(", ")}.`
      : (remedies[field] ?? "Write it as in the other entries of the file.");
  return { file, place, message: `${field}: ${issue.message}`, remedy };
}

const remedies: Record<string, string> = {
  from: "Write when it began as the other entries do: YYYY-MM, such as 2026-01, or YYYY-MM-DD (in a table's row: whole rupiah).",
  until:
    "Write when it ends as the other entries do, such as YYYY-MM, or null while no end is known.",
  basis: "Name the regulation, such as PP 44/2015 Lampiran II.",
  confidence: "Write certain, verified, recalled or conflict.",
  programme: "Write jkk, jkm or jht (of employers also jp).",
  sector: "Write transport or not_transport.",
};

function backwards({ file, entries }: Series): RateProblem[] {
  return entries
    .filter(({ entry: { from, until } }) => until !== null && until < from)
    .map(({ place, entry }) => ({
      file,
      place,
      message: `ends with ${entry.until}, before it begins (${entry.from})`,
      remedy: "Put its last time in until and its first in from.",
    }));
}

function collisions({ file, name, unbroken, entries }: Series): RateProblem[] {
  const problems: RateProblem[] = [];
  let last = entries[0];
  for (const next of entries.slice(1)) {
    if (last === undefined) break;
    const ends = last.entry.until;
    if (ends === null || next.entry.from <= ends) {
      problems.push({
        file,
        place: next.place,
        message: `overlap: the ${name} of ${last.entry.basis} still holds in ${next.entry.from}`,
        remedy: `End the earlier one (${last.place}) before ${next.entry.from}, or begin this one later.`,
      });
    } else if (unbroken && next.entry.from > after(ends)) {
      problems.push({
        file,
        place: next.place,
        message: `gap: no ${name} holds after ${ends} until ${next.entry.from}`,
        remedy: `Begin it with ${after(ends)}, or add the entry that is missing in between.`,
      });
    }
    if (ends !== null && (next.entry.until === null || next.entry.until > ends)) last = next;
  }
  return problems;
}

/** The month after a month, the day after a day. */
const after = (end: string): string => (isMonth(end) ? addMonths(end, 1) : daysLater(end, 1));

function missing({ file, name, unbroken, entries }: Series): RateProblem[] {
  if (!unbroken || entries.length > 0) return [];
  const place = placeOf(file, "the whole file", 0);
  return [{ file, place, message: `there is no ${name}`, remedy: "Add an entry for it." }];
}
