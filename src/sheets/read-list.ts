import type { ReasonCode } from "../answer-types/answer-type.ts";
import type { Sheet } from "./cell.ts";
import { checkRows } from "./check-rows.ts";
import { type Column, originColumn } from "./columns.ts";
import { fileKind } from "./file-kind.ts";
import { outlineOf, rowsOf, UnreadableFile } from "./hucre.ts";
import type { Note, Reading } from "./reading.ts";
import { type RowsIn, rowsIn } from "./rows-in.ts";
import { sheetInText } from "./text-file.ts";

/** Persons in one file. */
export const mostRows = 10_000;

/** Rows of any kind that are looked at in one sheet, and sheets of a workbook: far more than an owner's file has. */
const mostSheetRows = 60_000;
const mostSheets = 30;

/** What a list is read with: its columns and today's ISO date in Asia/Jakarta. */
export type ListOptions = { columns: readonly Column[]; today: string };

const no = (reason: ReasonCode, detail?: Record<string, string | number>): Reading =>
  detail ? { kind: "refused", reason, detail } : { kind: "refused", reason };

/** Reads a list of persons from the bytes of a file, in this thread and for as long as it takes. */
export async function readList(
  bytes: Uint8Array,
  { columns, today }: ListOptions,
): Promise<Reading> {
  const kind = fileKind(bytes);
  if (kind.kind === "refused") return no(kind.reason);
  try {
    const { sheets, notes } =
      kind.kind === "text" ? { sheets: [sheetInText(bytes)], notes: [] } : await sheetsIn(bytes);
    return readSheets(sheets, notes, { columns, today });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return no(error.encrypted ? "encrypted_file" : "unsupported_file");
  }
}

async function sheetsIn(bytes: Uint8Array): Promise<{ sheets: Sheet[]; notes: Note[] }> {
  const { sheets, date1904 } = await outlineOf(bytes);
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  const read: Sheet[] = [];
  for (const { name, index } of sheets.filter((sheet) => !sheet.hidden).slice(0, mostSheets))
    read.push({ name, rows: await rowsOf(bytes, index, mostSheetRows), date1904 });
  return {
    sheets: read,
    notes: hidden.length > 0 ? [{ note: "hidden_sheets", names: hidden }] : [],
  };
}

type Found = { sheet: Sheet; rows: RowsIn };

/** The sheet with the most persons is the list; the first of equals. */
function readSheets(
  sheets: readonly Sheet[],
  notes: readonly Note[],
  options: ListOptions,
): Reading {
  const { columns, today } = options;
  const found: Found[] = sheets.map((sheet) => ({
    sheet,
    rows: rowsIn(sheet, [...columns, originColumn], today),
  }));
  const [best, ...others] = [...found].sort(
    (a, b) => b.rows.persons.length - a.rows.persons.length,
  );
  if (!best || best.rows.persons.length === 0) return withoutPersons(found);
  const { sheet, rows } = best;
  if (rows.persons.length > mostRows || sheet.rows.length > mostSheetRows)
    return no("too_many_rows", { found: rows.persons.length, max: mostRows });
  const [layout] = rows.layouts;
  const lists = others
    .filter((other) => other.rows.persons.length > 0)
    .map((other) => other.sheet.name);
  return {
    kind: "read",
    sheet: sheet.name,
    headerRow: layout?.header[0] ?? null,
    ...checkRows(rows.persons, sheet, columns, today),
    ignored: rows.ignored.filter(({ why }) => why !== "title"),
    notes: [
      ...notes,
      ...(lists.length > 0 ? [{ note: "other_sheets", names: lists } as const] : []),
      ...columns
        .filter(({ key }) => layout && !layout.at.has(key))
        .map(({ key }) => ({ note: "no_column", field: key }) as const),
    ],
  };
}

/** A header without rows, or nothing at all, is empty; anything else is no list of persons. */
function withoutPersons(found: readonly Found[]): Reading {
  const hasHeader = found.some(({ rows }) => rows.layouts.length > 0);
  const filled = found.reduce((sum, { sheet }) => sum + sheet.rows.length, 0);
  return no(hasHeader || filled === 0 ? "empty" : "unclear");
}
