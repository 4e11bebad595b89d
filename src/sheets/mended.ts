import type { AcceptedRow, Fault, ReadList, RejectedRow, RowValues } from "./reading.ts";
import { samePerson } from "./same-person.ts";

/** What is known of the first round: the NIKs that were accepted, and the rows that were not. */
export type FirstRound = { niks: ReadonlySet<string>; rejected: readonly RejectedRow[] };

/** What the second round brings: rows newly accepted, all that still are not, and how many were there already. */
export type SecondRound = { accepted: AcceptedRow[]; rejected: RejectedRow[]; known: number };

/**
 * Puts a mended list in its place: rows are those of the first file, told by the column of the original row, else by the NIK, else by the
 * name with something beside it (`samePerson`). A row of
 * a person who was accepted before changes nothing when it comes again with the whole list, and is a double when it is a mended one. A
 * row that was in no earlier file is new and keeps the number it has in its own.
 */
export function mended(first: FirstRound, second: ReadList, nikKey = "nik"): SecondRound {
  const open = new Map(first.rejected.map((row) => [row.row, row]));
  const round: SecondRound = { accepted: [], rejected: [], known: 0 };
  for (const row of second.accepted) {
    const nik = String(row.values[nikKey] ?? "");
    const isKnown = first.niks.has(nik);
    // The NIK of an accepted person leads to no open row: one with it was open as its double.
    const origin = taken(row.origin, isKnown ? "" : nik, open, nikKey);
    if (!isKnown) round.accepted.push(placed(row, origin ?? takenByName(row.values, open)));
    else if (origin) round.rejected.push({ ...origin, faults: [double(nikKey)] });
    else round.known++;
  }
  for (const row of second.rejected) {
    const origin =
      taken(row.origin, row.cells[nikKey] ?? "", open, nikKey) ?? takenByName(row.cells, open);
    round.rejected.push({ ...row, ...(origin ? placeOf(origin) : {}) });
  }
  round.rejected.push(...open.values());
  round.rejected.sort((a, b) => a.row - b.row);
  return round;
}

const placeOf = ({ row, sheet }: RejectedRow) => (sheet === undefined ? { row } : { row, sheet });

const placed = (row: AcceptedRow, origin: RejectedRow | null): AcceptedRow => ({
  ...row,
  row: origin?.row ?? row.row,
});

function takenByName(values: RowValues, open: Map<number, RejectedRow>): RejectedRow | null {
  const row = samePerson(values, open.values());
  if (row) open.delete(row.row);
  return row;
}

const double = (field: string): Fault => ({ field, reason: "duplicate" });

/** Takes the row of the first file that a row stands for out of those still open; null for a new one. */
function taken(
  told: number | null,
  nik: string,
  open: Map<number, RejectedRow>,
  nikKey: string,
): RejectedRow | null {
  const row = open.get(told ?? 0) ?? withNik(nik, open, nikKey);
  if (row) open.delete(row.row);
  return row;
}

function withNik(
  nik: string,
  open: ReadonlyMap<number, RejectedRow>,
  nikKey: string,
): RejectedRow | null {
  const digits = nik.replace(/\D/g, "");
  if (digits.length < 16) return null;
  const same = (row: RejectedRow) => (row.cells[nikKey] ?? "").replace(/\D/g, "") === digits;
  return [...open.values()].find(same) ?? null;
}
