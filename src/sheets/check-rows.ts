import type { Parsed } from "../answer-types/answer-type.ts";
import { type Cell, type Sheet, textOf } from "./cell.ts";
import { looksLike } from "./column-content.ts";
import { habitsOf } from "./column-habits.ts";
import { type Column, type ColumnKind, originColumn } from "./columns.ts";
import { compareDates } from "./cross-check.ts";
import { type CellContext, gone, readCell } from "./read-cell.ts";
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
  const seen = new Map<string, AcceptedRow>();
  const nikKey = keyOf("nik", columns);
  const habits = habitsOf(persons, columns);
  for (const person of persons) {
    const context = { today, date1904: sheet.date1904, wage: person.layout.wage, ...habits };
    const { values, faults, remarks } = checkPerson(person, columns, context);
    const nik = String(values[nikKey] ?? "");
    const first = faults.length === 0 ? seen.get(nik) : undefined;
    if (first) faults.push(doubleOf(first, values, columns));
    const { row, sheet: name } = person;
    const place = name === undefined ? { row } : { row, sheet: name };
    const [origin, cells] = [originOf(person), writtenCells(person, columns)];
    if (faults.length > 0) checked.rejected.push({ ...place, origin, faults, cells });
    else {
      const accepted = { row, origin, values, cells, remarks };
      seen.set(nik, accepted);
      checked.accepted.push(accepted);
    }
  }
  return checked;
}

/** The NIK of a person above; `same`: under the same name too, so that nothing is left to mend. */
function doubleOf(first: AcceptedRow, values: RowValues, columns: readonly Column[]): Fault {
  const name = keyOf("name", columns);
  const plain = (one: RowValues) => plainName(String(one[name] ?? ""));
  const same = plain(first.values) === plain(values) ? 1 : 0;
  return { field: keyOf("nik", columns), reason: "duplicate", detail: { row: first.row, same } };
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

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
  const cells = cellsByKey(person, columns, context.today);
  for (const { key, kind, required } of columns) {
    const parsed = readCell(kind, cells.get(key), context);
    values[key] = parsed.kind === "value" ? (parsed.value as string | number) : null;
    const fault = faultOf(key, parsed, required && (kind !== "birth_date" || hasDates));
    if (fault) faults.push(fault);
  }
  if (hasLeft(person))
    faults.push({ field: keyOf("name", columns), reason: "unclear", detail: gone });
  const nik = values[fields.nik];
  const date = values[fields.birthDate];
  if (typeof nik !== "string" || (hasDates && typeof date !== "string"))
    return { values, faults: nikFirst(faults, fields.nik), remarks: [] };
  const compared = compareDates(nik, typeof date === "string" ? date : null, fields, context.today);
  faults.push(...compared.faults);
  values[fields.birthDate] = compared.birthDate;
  return { values, faults: nikFirst(faults, fields.nik), remarks: compared.remarks };
}

/** Beside the columns of the list: somebody who is no worker or member any more. */
const left =
  /^(?:(?:sudah |telah )?(?:meninggal(?: dunia)?|wafat|keluar|resign(?:ed)?|berhenti|mengundurkan diri)|alm(?:h|arhum|arhumah)?\.?|(?:sdh|tlh) (?:meninggal|keluar)|non[- ]?aktif|(?:tidak|tdk) aktif(?: lagi)?)$/i;

/** A row's own remark says that the person died or left. */
const hasLeft = ({ cells, layout }: PersonRow): boolean => {
  const own = new Set(layout.at.values());
  return cells.some(
    (cell, at) => typeof cell === "string" && !own.has(at) && left.test(textOf(cell)),
  );
};

/** Pairs of cells that people exchange, and that can't be taken for each other. */
const exchanged: readonly (readonly [ColumnKind, ColumnKind])[] = [
  ["name", "nik"],
  ["money", "phone"],
];

/** The cells of a person by the keys of their columns; two that stand in each other's place are put right, in this row alone. */
function cellsByKey(
  person: PersonRow,
  columns: readonly Column[],
  today: string,
): ReadonlyMap<string, Cell | undefined> {
  const at = ({ key }: Column): number => person.layout.at.get(key) ?? -1;
  const cells = new Map(columns.map((column) => [column.key, person.cells[at(column)]]));
  for (const kinds of exchanged) {
    const [one, other] = kinds.map((kind) => columns.find((column) => column.kind === kind));
    if (!one || !other) continue;
    const [first, second] = [cells.get(one.key), cells.get(other.key)];
    const isExchanged =
      looksLike(other.kind, first, today) &&
      looksLike(one.kind, second, today) &&
      !looksLike(one.kind, first, today) &&
      !looksLike(other.kind, second, today);
    if (isExchanged) cells.set(one.key, second).set(other.key, first);
  }
  return cells;
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
