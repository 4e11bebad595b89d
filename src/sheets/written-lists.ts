import { type Column, type ListName, listColumns } from "./columns.ts";
import { harmless } from "./harmless.ts";
import { type TextSheet, writtenWorkbook } from "./hucre.ts";
import type { ListWords } from "./list-words.ts";
import type { Fault, RejectedRow } from "./reading.ts";
import { rowIn } from "./together.ts";

/** Rows below the last one that are text too, so that what is typed there stays as typed. */
const typedRows = 500;

/** Characters that a column is wide, by what stands in it. */
const widths = { place: 8, value: 24, remark: 70, help: 90 } as const;

/** An empty list to fill in, as the bytes of an .xlsx: a header, an example row that is passed over when it comes back, and how to do it. */
export function listTemplate(columns: readonly Column[], words: ListWords): Promise<Uint8Array> {
  const data = emptySheet(words.sheets.data, columns, words);
  return writtenWorkbook([data, helpSheet(words.sheets.help, words.help)]);
}

/** The same for a cooperative: a sheet for each list. */
export function workbookTemplate(words: ListWords): Promise<Uint8Array> {
  const sheets = (Object.keys(listColumns) as ListName[]).map((name) =>
    emptySheet(words.sheets[name], listColumns[name], words),
  );
  return writtenWorkbook([...sheets, helpSheet(words.sheets.help, words.helpToWorkbook)]);
}

const emptySheet = (name: string, columns: readonly Column[], words: ListWords): TextSheet => ({
  name,
  widths: [widths.place, ...columns.map(() => widths.value)],
  rows: [
    [words.number, ...columns.map(({ key }) => words.header(key))],
    [words.exampleMark, ...columns.map(({ key }) => words.example(key))],
  ],
  spare: typedRows,
});

/**
 * Rows to mend, as the bytes of an .xlsx: the row of the list they come from, their cells as the owner wrote them, and a remark that says
 * what is wrong. Read again, `mended` puts them back in their places. Cells are text; none is a formula in any program.
 */
export function listToMend(
  rejected: readonly RejectedRow[],
  columns: readonly Column[],
  words: ListWords,
): Promise<Uint8Array> {
  const mend = mendSheet(words.sheets.mend, rejected, columns, words);
  return writtenWorkbook([mend, helpSheet(words.sheets.help, words.helpToMend)]);
}

/** The same for the lists of a workbook, each on a sheet that bears its name; a list without such rows has none. */
export function workbookToMend(
  lists: readonly { name: ListName; rejected: readonly RejectedRow[] }[],
  words: ListWords,
): Promise<Uint8Array> {
  const sheets = lists
    .filter(({ rejected }) => rejected.length > 0)
    .map(({ name, rejected }) =>
      mendSheet(`${words.sheets.mend} ${words.sheets[name]}`, rejected, listColumns[name], words),
    );
  return writtenWorkbook([...sheets, helpSheet(words.sheets.help, words.helpToMend)]);
}

function mendSheet(
  name: string,
  rejected: readonly RejectedRow[],
  columns: readonly Column[],
  words: ListWords,
): TextSheet {
  return {
    name,
    widths: [widths.place, ...columns.map(() => widths.value), widths.remark],
    rows: [
      [words.origin, ...columns.map(({ key }) => words.header(key)), words.remark],
      ...rejected.map((row) => [
        String(row.row),
        ...columns.map(({ key }) => harmless(row.cells[key] ?? "")),
        `${placeOf(row)}${row.faults.map((fault) => remarkOf(fault, columns, words)).join(" ")}`,
      ]),
    ],
    spare: typedRows,
  };
}

/** "RT 02, 5: ", where the rows of several sheets come back on one. */
const placeOf = ({ sheet, row }: RejectedRow): string =>
  sheet === undefined ? "" : `${sheet}, ${rowIn(row)}: `;

function remarkOf(
  { field, reason, detail }: Fault,
  columns: readonly Column[],
  words: ListWords,
): string {
  const kind = columns.find(({ key }) => key === field)?.kind ?? "file";
  return words.reason(kind, reason, detail);
}

const helpSheet = (name: string, text: string): TextSheet => ({
  name,
  widths: [widths.help],
  rows: text.split("\n").map((line) => [line]),
  spare: 0,
});
