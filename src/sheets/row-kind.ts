import { type Cell, isEmpty, type SheetRow, textOf } from "./cell.ts";
import { looksLike } from "./column-content.ts";
import type { Column, ColumnKind } from "./columns.ts";
import { headingOf } from "./header-words.ts";
import type { Layout } from "./layout.ts";

/** Why a row that holds something is no person. */
export type RowKind =
  | "title"
  | "header"
  | "total"
  | "signature"
  | "example"
  | "note"
  | "other_table";

const totals =
  /^\W*(?:grand |sub ?)?(?:total|jumlah|jml|sum|rata-rata|rerata|rekap(?:itulasi)?|terbilang)\b/i;
const signatures =
  /^\W*(?:mengetahui|menyetujui|disetujui|diketahui|hormat kami|dibuat oleh|yang membuat|pembuat|diperiksa|tertanda|ttd|tanda tangan|approved by|prepared by|demikian)\b/i;
const examples =
  /^\W*(?:contoh|example)\W*$|^\W*contoh\s*[:(–-]|^\W*contoh pengisian|^jangan (?:diisi|dihapus)/i;

/** Cells in which the word of a total row is looked for. */
const wordCells = 6;

/** What a row's cells look like under the columns of its table. */
export type Looks = {
  nik: boolean;
  nikFilled: boolean;
  name: boolean;
  nameAt: number | undefined;
  /** How many of date, wage and phone look as they should; not counted where NIK and name do. */
  others: number;
};

export function looksOf(
  row: SheetRow,
  layout: Layout,
  columns: readonly Column[],
  today: string,
): Looks {
  const looks: Looks = { nik: false, nikFilled: false, name: false, nameAt: undefined, others: 0 };
  const like = ({ key, kind }: Column): boolean => {
    const at = layout.at.get(key);
    return at !== undefined && looksLike(kind, row.cells[at], today);
  };
  for (const column of columns) {
    const at = layout.at.get(column.key);
    if (column.kind === "nik") {
      looks.nik = like(column);
      looks.nikFilled = at !== undefined && !isEmpty(row.cells[at]);
    } else if (column.kind === "name") {
      looks.name = like(column);
      looks.nameAt = at;
    }
  }
  if (!looks.nik || !looks.name)
    looks.others = columns.filter((column) => further.has(column.kind) && like(column)).length;
  return looks;
}

const further: ReadonlySet<ColumnKind> = new Set(["birth_date", "money", "phone"]);

/** Why a row is no person; null when it is one, however badly filled. */
export function whyNoPerson(row: SheetRow, looks: Looks): RowKind | null {
  if (row.cells.some((cell) => typeof cell === "string" && examples.test(textOf(cell))))
    return "example";
  if (looks.nik && looks.name) return null;
  const texts = row.cells.map(textOf).filter((text) => text !== "");
  if (texts.slice(0, wordCells).some((text) => totals.test(text))) return "total";
  if (texts.some((text) => signatures.test(text))) return "signature";
  if (looks.nik) return null;
  return isPerson(row, looks) ? null : "note";
}

/** Without a NIK: a name with something more of a person, its place in the list at least; a lone name is a heading. */
function isPerson(row: SheetRow, looks: Looks): boolean {
  if (!looks.name) return looks.others > 1;
  return looks.others > 0 || looks.nikFilled || (looks.nameAt !== 0 && isOrdinal(row.cells[0]));
}

/** Nothing but a place in the list. */
const isOrdinal = (cell: Cell | undefined): boolean => /^\d{1,5}[.)]?$/.test(textOf(cell));

/** After a gap, two or more words side by side, no figures, one of them a usual header: some other table begins. */
export function startsOtherTable(row: SheetRow, before: SheetRow | undefined): boolean {
  if (!before || row.row === before.row + 1) return false;
  const filled = row.cells.filter((cell) => !isEmpty(cell));
  return (
    filled.length > 1 &&
    filled.every((cell) => typeof cell === "string" && !/\d/.test(cell)) &&
    filled.some((cell) => headingOf(textOf(cell)) !== null)
  );
}
