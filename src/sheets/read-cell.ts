import type { ParseContext, Parsed } from "../answer-types/answer-type.ts";
import { refused, value } from "../answer-types/answer-type.ts";
import { birthDate } from "../answer-types/birth-date.ts";
import { nik } from "../answer-types/nik.ts";
import { occupation } from "../answer-types/occupation.ts";
import { personName } from "../answer-types/person-name.ts";
import { phone } from "../answer-types/phone.ts";
import { type Cell, isEmpty, isErrorMark, textOf } from "./cell.ts";
import { isDaySerial } from "./column-content.ts";
import { dayFirst, type Habits } from "./column-habits.ts";
import type { ColumnKind } from "./columns.ts";
import { dateOfSerial } from "./day-serial.ts";
import type { WageHead } from "./header-words.ts";
import { readWage } from "./read-wage.ts";

/** What a cell's reading depends on beside the cell. `today`: ISO date in Asia/Jakarta; `date1904`: as in `Sheet`. */
export type CellContext = { today: string; date1904: boolean; wage: WageHead } & Habits;

/** The value of a cell, or why it has none: the answer types of the chat, and what spreadsheets do to figures. */
export function readCell(kind: ColumnKind, cell: Cell | undefined, context: CellContext): Parsed {
  if (isEmpty(cell) || cell === undefined || cell === null) return refused("empty");
  const text = textOf(cell);
  if (isErrorMark(text)) return refused("unclear", { formula_error: 1 });
  const asked: ParseContext = { today: context.today, cell: true };
  switch (kind) {
    case "nik":
      return typeof cell === "object"
        ? refused("unclear")
        : readNik(cell, text, asked, context.cutNiks);
    case "name":
      return readName(cell, text, asked);
    case "birth_date":
      return readBirthDate(cell, text, context);
    case "money":
      return readWage(cell, text, context.wage, asked);
    case "phone":
      return typeof cell === "object" ? refused("unclear") : readPhone(text, asked);
    case "origin":
      return /^\d{1,7}$/.test(text) ? value(Number(text)) : refused("empty");
    case "occupation":
      return occupation.parse(text, asked);
  }
}

/** Significant digits that Excel keeps: it puts 0 for every further one. */
const excelDigits = 15;

/**
 * A 16-digit number stored as a number has passed through 15 significant digits: a 0 at its end is what Excel puts for the digit it
 * dropped, so it is refused, though one in ten ends so by right. Beyond 2^53 not every number can be stored at all.
 */
function readNik(
  cell: string | number,
  text: string,
  context: ParseContext,
  isCut: boolean,
): Parsed {
  if (typeof cell === "number") {
    const isLong = text.length > excelDigits;
    if (isLong && (cell > Number.MAX_SAFE_INTEGER || text.endsWith("0")))
      return refused("damaged_by_excel");
    if (!Number.isInteger(cell)) return refused("unclear");
  }
  const parsed = nik.parse(text, context);
  const isDamaged = isCut && parsed.kind === "value" && String(parsed.value).endsWith("0");
  return isDamaged ? refused("damaged_by_excel") : parsed;
}

/** Told of a person who died or left: a registration would be for nobody. */
export const gone = { gone: 1 };

/** "(Alm)", "Almh. Siti", "Siti (keluar)"; in "bin Alm. Karto" it is the father. */
const departed =
  /^(?:\d{1,4}\s?[.)]\s*)?alm(?:h|arhum|arhumah)?\b|[(,]\s*(?:alm(?:h|arhum|arhumah)?\b\.?|(?:sudah |sdh )?(?:meninggal(?: dunia)?|wafat|keluar|resign|berhenti|non[- ]?aktif))\s*\)?\s*$/i;

/** Place in the list, and what stands in brackets behind the name, are no part of it. */
function readName(cell: Cell, text: string, context: ParseContext): Parsed {
  if (typeof cell !== "string")
    return refused(typeof cell === "number" ? "digits_in_name" : "unclear");
  if (departed.test(text)) return refused("unclear", gone);
  return personName.parse(
    text.replace(/^\d{1,4}\s?[.)]\s*(?=\p{L})/u, "").replace(/(?<=\p{L}.*)\s*\([^()]*\)\s*$/u, ""),
    context,
  );
}

function readBirthDate(
  cell: Cell,
  text: string,
  { today, date1904, monthFirst }: CellContext,
): Parsed {
  const parse = (iso: string): Parsed => birthDate.parse(iso, { today });
  if (typeof cell === "object" && cell !== null) return parse(cell.date);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const days = Math.floor(Number(text));
    return isDaySerial(days) ? parse(dateOfSerial(days, date1904)) : refused("unclear");
  }
  // A number has lost the 0 of "05041990".
  const digits = typeof cell === "number" && text.length === 7 ? `0${text}` : text;
  const date = withoutTime(withoutPlace(digits));
  return parse(monthFirst ? dayFirst(date) : date);
}

/** "Bandung, 14 Januari 1972": the place and the date in one cell. */
const withoutPlace = (text: string): string =>
  text.replace(/^[\p{L}\s.'()/-]+,\s*(?=\S*\s*\S*\d)/u, "");

/** "1972-01-14 00:00:00", "14/01/1972 0:00". */
const withoutTime = (text: string): string =>
  text.replace(
    /[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i,
    "",
  );

/** One number, or the first of several that are all sound. */
function readPhone(text: string, context: ParseContext): Parsed {
  const whole = phone.parse(text.replace(/\.0$/, ""), context);
  if (whole.kind === "value") return whole;
  const parts = text.split(/\s*(?:[/;,&|]|\batau\b|\bdan\b)\s*/i).filter((part) => part !== "");
  const read = parts.map((part) => phone.parse(part, context));
  const [first] = read;
  const isSound = parts.length > 1 && read.every((one) => one.kind === "value");
  return isSound && first?.kind === "value" ? value(first.value) : whole;
}
