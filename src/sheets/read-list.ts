import type { ReasonCode } from "../answer-types/answer-type.ts";
import type { Sheet } from "./cell.ts";
import { checkRows } from "./check-rows.ts";
import { type Column, type ListName, listColumns, originColumn } from "./columns.ts";
import { fileKind } from "./file-kind.ts";
import { outlineOf, rowsOf, UnreadableFile } from "./hucre.ts";
import { holdsPersons, sheetsByList } from "./list-of-sheet.ts";
import type { Note, Reading, ReadList, RefusedFile, WorkbookReading } from "./reading.ts";
import { type RowsIn, rowsIn } from "./rows-in.ts";
import { sheetInText } from "./text-file.ts";
import { personsOf, sheetsTogether } from "./together.ts";

/** Persons in one file. */
export const mostRows = 10_000;

/** Rows of any kind that are looked at in one sheet, and sheets of a workbook: far more than an owner's file has. */
const mostSheetRows = 60_000;
const mostSheets = 30;

/** What a list is read with: its columns and today's ISO date in Asia/Jakarta; `together`: sheets that make up one list are one. */
export type ListOptions = { columns: readonly Column[]; today: string; together?: boolean };
/** The same for a workbook: the lists that are looked for in it, each on a sheet of its own. */
export type WorkbookOptions = { lists: readonly ListName[]; today: string };

const no = (reason: ReasonCode, detail?: Record<string, string | number>): RefusedFile =>
  detail ? { kind: "refused", reason, detail } : { kind: "refused", reason };

/** Reads a list of persons from the bytes of a file, in this thread and for as long as it takes. */
export async function readList(bytes: Uint8Array, options: ListOptions): Promise<Reading> {
  const opened = await openedFile(bytes);
  return "kind" in opened ? opened : readSheets(opened.sheets, opened.notes, options);
}

/** Reads the lists of a workbook. Refused where none of them has a person, or one of them is too long. */
export async function readWorkbook(
  bytes: Uint8Array,
  { lists, today }: WorkbookOptions,
): Promise<WorkbookReading> {
  const opened = await openedFile(bytes);
  if ("kind" in opened) return opened;
  const found: { name: ListName; list: ReadList }[] = [];
  const faults: RefusedFile[] = [];
  const parted = sheetsByList(opened.sheets, lists, today);
  const notes = [...opened.notes, ...unreadNotes(opened.sheets, parted, today)];
  for (const [name, sheets] of parted) {
    const options = { columns: listColumns[name], today, together: true };
    const list = readSheets(sheets, notes, options);
    if (list.kind === "read") found.push({ name, list });
    else faults.push(list);
  }
  const isTooLong = ({ reason }: RefusedFile) => reason === "too_many_rows";
  const fault = faults.find(isTooLong) ?? (found.length === 0 ? mostTelling(faults) : undefined);
  return fault ?? { kind: "read", lists: found };
}

/** Sheets with people of a list that is not looked for. */
function unreadNotes(
  sheets: readonly Sheet[],
  parted: ReadonlyMap<ListName, readonly Sheet[]>,
  today: string,
): Note[] {
  const read = new Set([...parted.values()].flat().map(({ name }) => name));
  const names = sheets
    .filter((sheet) => !read.has(sheet.name) && holdsPersons(sheet, today))
    .map(({ name }) => name);
  return names.length > 0 ? [{ note: "other_sheets", names }] : [];
}

/** A sheet that is no list of persons says more than one that is empty. */
const mostTelling = (faults: readonly RefusedFile[]): RefusedFile | undefined =>
  faults.find(({ reason }) => reason !== "empty") ?? faults[0];

type Opened = { sheets: Sheet[]; notes: Note[] };

async function openedFile(bytes: Uint8Array): Promise<Opened | RefusedFile> {
  const kind = fileKind(bytes);
  if (kind.kind === "refused") return no(kind.reason, kind.detail);
  try {
    return kind.kind === "text"
      ? { sheets: [sheetInText(bytes)], notes: [] }
      : await sheetsIn(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return no(error.encrypted ? "encrypted_file" : "unsupported_file");
  }
}

async function sheetsIn(bytes: Uint8Array): Promise<Opened> {
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

/** The sheet with the most persons is the list, the first of equals; with those that go together with it, where that is wanted. */
function readSheets(
  sheets: readonly Sheet[],
  notes: readonly Note[],
  options: ListOptions,
): Reading {
  const { columns, today, together = false } = options;
  const found: Found[] = sheets.map((sheet) => ({
    sheet,
    rows: rowsIn(sheet, [...columns, originColumn], today),
  }));
  const [best] = [...found].sort((a, b) => b.rows.persons.length - a.rows.persons.length);
  if (!best || best.rows.persons.length === 0) return withoutPersons(found);
  const { sheet, rows } = best;
  const read = together ? sheetsTogether(best, found, columns) : [best];
  const persons = personsOf(read);
  if (persons.length > mostRows || sheet.rows.length > mostSheetRows)
    return no("too_many_rows", { found: persons.length, max: mostRows });
  const [layout] = rows.layouts;
  const lists = found
    .filter((other) => other.rows.persons.length > 0 && !read.includes(other))
    .map((other) => other.sheet.name);
  return {
    kind: "read",
    sheet: sheet.name,
    headerRow: layout?.header[0] ?? null,
    ...checkRows(persons, sheet, columns, today),
    ignored: rows.ignored.filter(({ why }) => why !== "title"),
    notes: [
      ...notes,
      ...(read.length > 1
        ? [{ note: "sheets_together", names: read.map((one) => one.sheet.name) } as const]
        : []),
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
