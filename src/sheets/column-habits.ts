import { textOf } from "./cell.ts";
import type { Column, ColumnKind } from "./columns.ts";
import type { PersonRow } from "./rows-in.ts";

/** What is seen of a column only when its cells are looked at together. */
export type Habits = {
  /** The last digits of the NIKs were lost before the list was saved as text: nearly all end in 0. */
  cutNiks: boolean;
  /** Dates are written month first: the NIKs beside them say so, and none says otherwise. */
  monthFirst: boolean;
};

/** So many NIKs that end in 0, and such a share of all, come about by chance in less than 1 of 100 lists. */
const fewestZeros = 3;
const shareOfZeros = 0.6;

/** So many NIKs must tell that the month comes first. */
const fewestWitnesses = 2;

/** Looks at the NIKs and birth dates of all persons together. */
export function habitsOf(persons: readonly PersonRow[], columns: readonly Column[]): Habits {
  const textIn = (person: PersonRow, kind: ColumnKind): string => {
    const key = columns.find((column) => column.kind === kind)?.key ?? "";
    const cell = person.cells[person.layout.at.get(key) ?? -1];
    return typeof cell === "string" ? textOf(cell) : "";
  };
  const niks = persons.map((person) => textIn(person, "nik").replace(/\D/g, ""));
  const whole = niks.filter((nik) => nik.length === 16);
  const zeros = whole.filter((nik) => nik.endsWith("0")).length;
  const dates = persons.map((person, at) => orderIn(textIn(person, "birth_date"), niks[at] ?? ""));
  const monthFirst = dates.filter((order) => order === "month").length;
  return {
    cutNiks: zeros >= fewestZeros && zeros / whole.length >= shareOfZeros,
    monthFirst: monthFirst >= fewestWitnesses && !dates.includes("day"),
  };
}

const figures = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2}|\d{4})(?!\d)/;

/** Which figure of a date is the day of the NIK beside it; null when both may be, or neither. */
function orderIn(date: string, nik: string): "day" | "month" | null {
  const [, first, , second] = figures.exec(date) ?? [];
  if (nik.length !== 16 || first === undefined || Number(first) === Number(second)) return null;
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  if (Number(first) === day && Number(second) === month) return "day";
  return Number(first) === month && Number(second) === day ? "month" : null;
}

/** A date with the day before the month. */
export const dayFirst = (date: string): string => date.replace(figures, "$3$2$1$2$4");
