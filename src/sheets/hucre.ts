import { EncryptedFileError } from "hucre";
import { parseCsv } from "hucre/csv";
import { readXlsx, streamXlsxRows, writeXlsx } from "hucre/xlsx";
import { type Cell, longestCell, type SheetRow, widest } from "./cell.ts";

/** The one place that knows the sheet library. Everything else sees cells. */

/** What is known of a workbook before its rows are read. */
export type Outline = {
  sheets: readonly { name: string; index: number; hidden: boolean }[];
  date1904: boolean;
};

/** The file could not be read: damaged, or not what its parts say. */
export class UnreadableFile extends Error {
  readonly encrypted: boolean;
  constructor(cause: unknown) {
    super("unreadable file", { cause });
    this.encrypted = cause instanceof EncryptedFileError;
  }
}

/** Names of the sheets of a workbook, and which of them are hidden. Throws UnreadableFile. */
export async function outlineOf(bytes: Uint8Array): Promise<Outline> {
  const sheets: { name: string; index: number; hidden: boolean }[] = [];
  const workbook = await reading(() =>
    readXlsx(bytes, {
      sheets(info, index) {
        sheets.push({
          name: info.name,
          index,
          hidden: info.hidden === true || info.veryHidden === true,
        });
        return false;
      },
    }),
  );
  return { sheets, date1904: workbook.dateSystem === "1904" };
}

/** The rows of one sheet that hold anything, at most so many. Throws UnreadableFile. */
export function rowsOf(bytes: Uint8Array, sheet: number, most: number): Promise<SheetRow[]> {
  return reading(async () => {
    const rows: SheetRow[] = [];
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const cells = values.slice(0, widest).map(cellOf);
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length > 0) rows.push({ row: index + 1, cells });
      if (rows.length > most) break;
    }
    return rows;
  });
}

/** Cells of a text with separators; nothing is taken for a number. */
export const parseRows = (text: string, delimiter: string): string[][] =>
  parseCsv(text, { delimiter, skipBom: true, typeInference: false }).map((row) =>
    row.slice(0, widest).map((cell) => (cell === null ? "" : String(cell).slice(0, longestCell))),
  );

/** A sheet to write: every cell is text, the first row stays in sight. `widths`: characters; `spare`: empty rows of text below. */
export type TextSheet = {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  spare: number;
};

/** The bytes of a workbook in which every cell has the format of text. */
export function writtenWorkbook(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, widths, rows, spare }) => ({
      name,
      columns: widths.map((width) => ({ width, numFmt: "@" })),
      rows: [
        ...rows.map((row) => [...row]),
        ...Array.from({ length: spare }, () => widths.map(() => "")),
      ],
      freezePane: { rows: 1 },
    })),
  });
}

function cellOf(value: unknown): Cell {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string") return clipped(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  return null;
}

function clipped(text: string): string | null {
  const start = text.slice(0, longestCell);
  return start.trim() === "" ? null : start;
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // Damaged parts also come up as bare errors of the unpacking: whatever the library says, it is about the file.
    throw new UnreadableFile(error);
  }
}
