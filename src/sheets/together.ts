import { textOf } from "./cell.ts";
import type { Column } from "./columns.ts";
import type { PersonRow, RowsIn } from "./rows-in.ts";

/** Rows of the second sheet that is read with the first are numbered from here on, those of the third from twice as many. */
const rowsApart = 100_000;

/** The row as the owner sees it in its sheet. */
export const rowIn = (row: number): number => row % rowsApart;

/** Sheets of people who are there no more, or who are there twice. */
const aside =
  /\b(?:keluar|resign\w*|non[- ]?aktif|tidak aktif|mantan|lama|old|arsip|archive|back ?up|copy|salinan|batal|meninggal|alm|contoh|example|draf|draft)\b/i;

type Found = { sheet: { name: string; date1904: boolean }; rows: RowsIn };

/**
 * The sheets that make up one list with this one, in their order: the same columns, not the same people again as in another month's
 * list (half of them or more), and none that is laid aside by its name.
 */
export function sheetsTogether(
  best: Found,
  found: readonly Found[],
  columns: readonly Column[],
): Found[] {
  const niks = new Set(niksOf(best, columns));
  return found.filter((one) => {
    if (one === best) return true;
    if (one.rows.persons.length === 0 || aside.test(one.sheet.name)) return false;
    const own = niksOf(one, columns);
    const inBoth = own.filter((nik) => niks.has(nik)).length;
    if (!hasSameColumns(best, one) || inBoth * 2 >= own.length) return false;
    for (const nik of own) niks.add(nik);
    return true;
  });
}

/** The people of several sheets one below the other, each with a number of their own. */
export const personsOf = (sheets: readonly Found[]): PersonRow[] =>
  sheets.flatMap(({ sheet, rows }, at) =>
    sheets.length === 1
      ? rows.persons
      : rows.persons.map((person) => ({
          ...person,
          row: person.row + at * rowsApart,
          sheet: sheet.name,
        })),
  );

const hasSameColumns = (one: Found, other: Found): boolean => {
  const [first, second] = [one, other].map(({ rows }) =>
    [...(rows.layouts[0]?.at.keys() ?? [])].sort(),
  );
  return first?.join() === second?.join();
};

function niksOf({ rows }: Found, columns: readonly Column[]): string[] {
  const key = columns.find(({ kind }) => kind === "nik")?.key ?? "";
  return rows.persons
    .map(({ cells, layout }) => textOf(cells[layout.at.get(key) ?? -1]).replace(/\D/g, ""))
    .filter((nik) => nik !== "");
}
