import { type Cell, type Sheet, type SheetRow, textOf } from "./cell.ts";
import type { Column } from "./columns.ts";
import { type Layout, layoutAt, layoutByContent } from "./layout.ts";
import { type Looks, looksOf, type RowKind, startsOtherTable, whyNoPerson } from "./row-kind.ts";

/** A row that holds something and stands for nobody: told to the owner, who may have meant a person. */
export type IgnoredRow = { row: number; why: RowKind };

/** A row that stands for a person, with the layout of its table. */
export type PersonRow = {
  row: number;
  cells: readonly Cell[];
  layout: Layout;
  /** The sheet, where the people of several are read together. */
  sheet?: string;
};

export type RowsIn = { persons: PersonRow[]; ignored: IgnoredRow[]; layouts: Layout[] };

/** Parts the rows of a sheet into persons and all the rest: titles, totals, signatures, other tables. */
export function rowsIn(sheet: Sheet, columns: readonly Column[], today: string): RowsIn {
  const rows = sheet.rows.filter((row) => row.cells.some((cell) => textOf(cell) !== ""));
  const byHeader = walk(rows, columns, today, null);
  if (byHeader.layouts.length > 0) return byHeader;
  const evident = layoutByContent(rows, columns, today);
  return evident ? walk(rows, columns, today, evident) : byHeader;
}

/** Where a walk through the rows is. */
type Place = {
  layout: Layout | null;
  /** What ended the list; a row that is surely a person takes it up again. */
  ended: RowKind | null;
};

/** One pass over the rows: each header begins a table, each row below goes by its columns. */
function walk(
  rows: readonly SheetRow[],
  columns: readonly Column[],
  today: string,
  evident: Layout | null,
): RowsIn {
  const found: RowsIn = { persons: [], ignored: [], layouts: evident ? [evident] : [] };
  let place: Place = { layout: evident, ended: null };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (!row) continue;
    const looks = place.layout ? looksOf(row, place.layout, columns, today) : null;
    const header = evident || looks?.nik ? null : layoutAt(rows, at, columns, today);
    if (header) {
      place = afterHeader(header, place, columns, found);
      at += header.header.length - 1;
    } else place = afterRow(row, rows[at - 1], looks, place, found);
  }
  return found;
}

/** A table of persons has a column for the NIK, or for the name and the birth date. */
function isList(header: Layout, columns: readonly Column[]): boolean {
  const has = (kind: string): boolean =>
    columns.some((column) => column.kind === kind && header.at.has(column.key));
  return has("nik") || (has("name") && has("birth_date"));
}

function afterHeader(
  header: Layout,
  { layout }: Place,
  columns: readonly Column[],
  found: RowsIn,
): Place {
  for (const line of header.header) found.ignored.push({ row: line, why: "header" });
  if (!isList(header, columns)) return { layout, ended: "other_table" };
  found.layouts.push(header);
  return { layout: header, ended: null };
}

function afterRow(
  row: SheetRow,
  before: SheetRow | undefined,
  looks: Looks | null,
  place: Place,
  found: RowsIn,
): Place {
  const { layout, ended } = place;
  if (!layout || !looks) {
    found.ignored.push({ row: row.row, why: ended ?? "title" });
    return place;
  }
  const isOther = !looks.nik && looks.others === 0 && startsOtherTable(row, before);
  const why = isOther ? "other_table" : whyNoPerson(row, looks);
  if (why === null && (ended === null || (looks.nik && looks.name))) {
    found.persons.push({ row: row.row, cells: row.cells, layout });
    return { layout, ended: null };
  }
  const ends = why === "signature" || why === "other_table";
  const now = ends ? why : ended;
  found.ignored.push({ row: row.row, why: now ?? why ?? "note" });
  return { layout, ended: now };
}
