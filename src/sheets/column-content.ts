import { birthDate } from "../answer-types/birth-date.ts";
import { isScientific } from "../answer-types/digits.ts";
import { type Cell, isEmpty, textOf } from "./cell.ts";
import type { ColumnKind } from "./columns.ts";

/** Digits of a cell that holds hardly anything else. */
function digitsOf(cell: Cell | undefined): string {
  const text = textOf(cell).replace(/\.0$/, "");
  return /[a-z]{3}/i.test(text) ? "" : text.replace(/\D/g, "");
}

const looks: Record<ColumnKind, (cell: Cell | undefined, text: string, today: string) => boolean> =
  {
    nik(cell, text) {
      const { length } = digitsOf(cell);
      return (
        (length >= 13 && length <= 18) || (isScientific(text) && /e\s?\+?\s?1[4-6]/i.test(text))
      );
    },
    phone(cell) {
      return (
        /^(?:0|62|0062)?8\d{7,12}$|^0[2-7]\d{7,9}$/.test(digitsOf(cell)) && typeof cell !== "object"
      );
    },
    birth_date(cell, text, today) {
      if (typeof cell === "object" && cell !== null) return true;
      if (typeof cell === "number" || /^\d{5}$/.test(text)) return isDaySerial(Number(text));
      return text.length < 80 && birthDate.parse(text, { today }).kind === "value";
    },
    money(cell, text) {
      if (typeof cell === "number") return cell >= 1_000 && cell <= 1e9;
      return (
        text.length < 60 &&
        /^(?:rp|idr)?\.?\s?\d{1,3}(?:[.,]\d{3}){1,3}(?:[.,]\d{1,2})?\s?(?:,-|,=)?$|^rp|^\d{6,8}$|^\d+(?:[.,]\d+)?\s?(?:jt|juta|rb|ribu)\b/i.test(
          text,
        )
      );
    },
    name(cell, text) {
      return (
        typeof cell === "string" &&
        text.length < 80 &&
        /^(?:\d{1,4}[.)]\s*)?\p{L}[\p{L}\p{M} .,'’()-]+$/u.test(text) &&
        !isErrorWord(text)
      );
    },
    origin(_cell, text) {
      return /^\d{1,7}$/.test(text);
    },
    occupation(cell, text) {
      return typeof cell === "string" && text.length < 80 && /^\p{L}[\p{L} ,/()-]+$/u.test(text);
    },
  };

const isErrorWord = (text: string): boolean => text.startsWith("#");

/** Days since 1900 (or 1904) on which a working person may have been born: 1919 to 2023. */
export const isDaySerial = (value: number): boolean => value >= 7_000 && value < 45_000;

/** Whether a cell has the look of a kind, rightly filled or not: 15 digits look like a NIK. */
export function looksLike(kind: ColumnKind, cell: Cell | undefined, today: string): boolean {
  return !isEmpty(cell) && looks[kind](cell, textOf(cell), today);
}

/** The share of a column's filled cells that have the look of a kind; 0 for an empty column. */
export function shareLike(
  kind: ColumnKind,
  cells: readonly (Cell | undefined)[],
  today: string,
): number {
  const filled = cells.filter((cell) => !isEmpty(cell));
  if (filled.length === 0) return 0;
  return filled.filter((cell) => looksLike(kind, cell, today)).length / filled.length;
}
