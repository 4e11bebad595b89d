import type { Parsed } from "../answer-types/answer-type.ts";
import { type Sheet, textOf } from "./cell.ts";
import { habitsOf } from "./column-habits.ts";
import { type Column, type ColumnKind, originColumn } from "./columns.ts";
import { compareDates } from "./cross-check.ts";
import { type CellContext, readCell } from "./read-cell.ts";
import type { AcceptedRow, Fault, RejectedRow, Remark, RowValues } from "./reading.ts";
import type { PersonRow } from "./rows-in.ts";

/** Characters of a cell that go back to the owner. */
const shownCharacters = 500;

export type Checked = { accepted: AcceptedRow[]; rejected: RejectedRow[] };

/** Checks the cells of every person, then each NIK against those accepted before it: the first one counts. */
export function checkRows(
  persons: readonly PersonRow[],
  sheet: Sheet,
  columns: readonly Column[],
  today: string,
): Checked {
  const checked: Checked = { accepted: [], rejected: [] };
  const seen = new Set<string>();
  const nikKey = keyOf("nik", columns);
  const habits = habitsOf(persons, columns);
  for (const person of persons) {
    const context = { today, date1904: sheet.date1904, wage: person.layout.wage, ...habits };
    const { values, faults, remarks } = checkPerson(person, columns, context);
    const nik = String(values[nikKey] ?? "");
    if (faults.length === 0 && seen.has(nik)) faults.push({ field: nikKey, reason: "duplicate" });
    const { row } = person;
    const [origin, cells] = [originOf(person), writtenCells(person, columns)];
    if (faults.length > 0) checked.rejected.push({ row, origin, faults, cells });
    else {
      seen.add(nik);
      checked.accepted.push({ row, origin, values, cells, remarks });
    }
  }
  return checked;
}

function originOf(person: PersonRow): number | null {
  const at = person.layout.at.get(originColumn.key);
  const text = at === undefined ? "" : textOf(person.cells[at]);
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}

function writtenCells(person: PersonRow, columns: readonly Column[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const { key } of columns) {
    const at = person.layout.at.get(key);
    cells[key] = at === undefined ? "" : textOf(person.cells[at]).slice(0, shownCharacters);
  }
  return cells;
}

/** The key of the column of a kind; empty where the list has none. */
const keyOf = (kind: ColumnKind, columns: readonly Column[]): string =>
  columns.find((column) => column.kind === kind)?.key ?? "";

type Person = { values: RowValues; faults: Fault[]; remarks: readonly Remark[] };

function checkPerson(person: PersonRow, columns: readonly Column[], context: CellContext): Person {
  const values: Record<string, string | number | null> = {};
  const faults: Fault[] = [];
  const fields = { nik: keyOf("nik", columns), birthDate: keyOf("birth_date", columns) };
  const hasDates = person.layout.at.has(fields.birthDate);
  for (const { key, kind, required } of columns) {
    const at = person.layout.at.get(key);
    const parsed = readCell(kind, at === undefined ? null : person.cells[at], context);
    values[key] = parsed.kind === "value" ? (parsed.value as string | number) : null;
    const fault = faultOf(key, parsed, required && (kind !== "birth_date" || hasDates));
    if (fault) faults.push(fault);
  }
  const nik = values[fields.nik];
  const date = values[fields.birthDate];
  if (typeof nik !== "string" || (hasDates && typeof date !== "string"))
    return { values, faults: nikFirst(faults, fields.nik), remarks: [] };
  const compared = compareDates(nik, typeof date === "string" ? date : null, fields, context.today);
  faults.push(...compared.faults);
  values[fields.birthDate] = compared.birthDate;
  return { values, faults: nikFirst(faults, fields.nik), remarks: compared.remarks };
}

/** The NIK tells who the row is about, so its fault is named first. */
const nikFirst = (faults: readonly Fault[], nik: string): Fault[] => [
  ...faults.filter(({ field }) => field === nik),
  ...faults.filter(({ field }) => field !== nik),
];

function faultOf(field: string, parsed: Parsed, required: boolean): Fault | null {
  if (parsed.kind === "value") return null;
  if (parsed.kind === "narrow") return { field, reason: "unclear" };
  if (parsed.reason === "empty" && !required) return null;
  const { reason, detail } = parsed;
  return detail ? { field, reason, detail } : { field, reason };
}
