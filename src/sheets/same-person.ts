import { editDistance } from "../lib/edit-distance.ts";
import type { RejectedRow, RowValues } from "./reading.ts";

/** Digits by which a NIK may differ that was mended. */
const mendedDigits = 2;

/**
 * The rejected row of the person whom a row of a later file is about, where neither the row of the first file nor the NIK leads to it: the
 * same name, and beside it the telephone number, the birth date, or a NIK that was mended; or the very same cells. A name alone is not
 * enough.
 */
export function samePerson(values: RowValues, open: Iterable<RejectedRow>): RejectedRow | null {
  const name = nameOf(values["nama"]);
  for (const row of open) {
    if (isSame(row.cells, values)) return row;
    if (name === "") continue;
    const { nama, nik = "", hp = "", tgl_lahir = "" } = row.cells;
    if (nameOf(nama) !== name) continue;
    const nikNow = digitsOf(values["nik"]);
    const isNear = editDistance(digitsOf(nik), nikNow, mendedDigits) <= mendedDigits;
    const isCalled = sameNumber(hp, values["hp"]);
    const isBorn = sameDigits(tgl_lahir, values["tgl_lahir"]);
    if (isNear || isCalled || isBorn) return row;
  }
  return null;
}

/** Whether a row came again as it was. */
const isSame = (cells: RejectedRow["cells"], values: RowValues): boolean =>
  Object.keys({ ...cells, ...values }).every((key) => (cells[key] ?? "") === (values[key] ?? ""));

type Cell = string | number | null | undefined;

const nameOf = (name: Cell): string =>
  String(name ?? "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

const digitsOf = (cell: Cell): string => String(cell ?? "").replace(/\D/g, "");

/** The number without its 0 or 62 in front. */
const subscriber = (cell: Cell): string => digitsOf(cell).replace(/^(?:62|0)+(?=8)/, "");

const sameNumber = (one: Cell, other: Cell): boolean =>
  subscriber(one).length >= 8 && subscriber(one) === subscriber(other);

/** A date in figures, whatever their order. */
const sameDigits = (one: Cell, other: Cell): boolean => {
  const [first, second] = [one, other].map((cell) => [...digitsOf(cell)].sort().join(""));
  return first !== undefined && first.length === 8 && first === second;
};
