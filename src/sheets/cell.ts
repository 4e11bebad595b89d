/** A cell as it is stored: text, a number, a calendar date, or nothing. Formulas are their stored results. */
export type Cell = string | number | { date: string } | null;

/** A row with its number as the owner sees it in the sheet, from 1. */
export type SheetRow = { row: number; cells: readonly Cell[] };

/** A sheet of a file; `date1904`: bare numbers count days from 1904, as in old Mac files. */
export type Sheet = { name: string; rows: readonly SheetRow[]; date1904: boolean };

/** Columns read of a sheet; what is further right is no list of workers. */
export const widest = 100;

/** Characters read of a cell: no value has as many, so what is cut is refused as too long. */
export const longestCell = 1_000;

/** What people write into a cell that has nothing to say. */
const nothing =
  /^(?:[-–—_.*/\\?]+|n\/?a|nil|nihil|null|none|kosong|tidak ada|tdk ada|blm ada|belum ada)$/i;

/** Most cells need no tidying. */
const plainText = /^[\p{L}\d](?:[\p{L}\d.,:;/()+*-]| (?! ))*(?<! )$/u;

/** The text of a cell on one line, without the marks that spreadsheets put before text (`'` and `="..."`). */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell !== "string") return cell.date;
  if (plainText.test(cell)) return cell;
  const plain = cell.replace(/[\s\u00A0\u200B\uFEFF]+/g, " ").trim();
  return plain
    .replace(/^="(.*)"$/s, "$1")
    .replace(/^['`\u2018\u2019](?=\S)/, "")
    .trim();
}

/** Whether a cell says nothing; a dash counts as nothing. */
export function isEmpty(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== "string") return false;
  const text = textOf(cell);
  return text === "" || nothing.test(text);
}

/** A number without a power of ten, as far as a double holds it. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(value);

/** What Excel stores where a formula failed, and what it shows where a column is too narrow. */
export const isErrorMark = (text: string): boolean =>
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/i.test(text);
