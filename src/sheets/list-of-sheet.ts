import { type Sheet, textOf } from "./cell.ts";
import { type ListName, memberColumns, originColumn, workerColumns } from "./columns.ts";
import type { Layout } from "./layout.ts";
import { rowsIn } from "./rows-in.ts";

/** How people call the sheet of a list. */
const titles: Record<ListName, RegExp> = {
  pekerja: /pegawai|karyawan|pekerja|staf|pengurus|pengawas|gaji|upah|employee|worker/i,
  anggota: /anggota|member/i,
};

/** What only those have who are paid. */
const paid = /\b(?:upah|gaji\w*|gapok|honor\w*|salary|wages?)/i;
/** What only those have who work on their own account. */
const ownAccount = /\b(?:penghasilan|pendapatan|income|usaha)/i;

/**
 * Parts sheets among the lists that are looked for: by their titles, else by their headers; one that says neither goes to the list
 * that has no sheet yet, staff first. With one list alone all sheets but those of the other list, or all where nobody else is in any.
 */
export function sheetsByList(
  sheets: readonly Sheet[],
  wanted: readonly ListName[],
  today: string,
): ReadonlyMap<ListName, readonly Sheet[]> {
  const [only, ...more] = wanted;
  if (only !== undefined && more.length === 0) {
    const own = sheets.filter((sheet) => (titled(sheet) ?? only) === only);
    return new Map([[only, own.some((sheet) => holdsPersons(sheet, today)) ? own : sheets]]);
  }
  const parted = new Map<ListName, Sheet[]>(wanted.map((name) => [name, []]));
  const unclear: Sheet[] = [];
  for (const { sheet, name } of sheets.flatMap((one) => tablesOf(one, today)))
    (name === null ? unclear : (parted.get(name) ?? unclear)).push(sheet);
  const free = wanted.find((name) => parted.get(name)?.length === 0);
  parted.get(free ?? "pekerja")?.push(...unclear);
  return parted;
}

/** Whether anybody stands in a sheet, of whichever list. */
export const holdsPersons = (sheet: Sheet, today: string): boolean =>
  rowsIn(sheet, workerColumns, today).persons.length > 0;

function titled({ name }: Sheet): ListName | null {
  const isStaff = titles.pekerja.test(name);
  if (isStaff === titles.anggota.test(name)) return null;
  return isStaff ? "pekerja" : "anggota";
}

/** A sheet on which staff stand above members, or below, each under a header of their own, as two; any other as it is. */
function tablesOf(sheet: Sheet, today: string): { sheet: Sheet; name: ListName | null }[] {
  const { layouts } = rowsIn(sheet, [...memberColumns, originColumn], today);
  const starts = layouts.map(({ header }) => header[0] ?? 0);
  const lists = layouts.map((layout) => listUnder(sheet, layout) ?? "pekerja");
  if (new Set(lists).size < 2) return [{ sheet, name: titled(sheet) ?? headed(sheet, today) }];
  const tableAt = (row: number) => lists[starts.findLastIndex((start) => start <= row)];
  return [...new Set(lists)].map((name) => ({
    sheet: { ...sheet, rows: sheet.rows.filter(({ row }) => tableAt(row) === name) },
    name,
  }));
}

const headed = (sheet: Sheet, today: string): ListName | null =>
  listUnder(sheet, rowsIn(sheet, [...memberColumns, originColumn], today).layouts[0]);

function listUnder(sheet: Sheet, layout: Layout | undefined): ListName | null {
  const header = sheet.rows.filter(({ row }) => layout?.header.includes(row));
  const texts = header.flatMap(({ cells }) => cells.map(textOf));
  if (texts.some((text) => paid.test(text))) return "pekerja";
  const isOwn = layout?.at.has("pekerjaan") || texts.some((text) => ownAccount.test(text));
  return isOwn ? "anggota" : null;
}
