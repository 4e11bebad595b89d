import { numeral } from "../answer-types/amount.ts";
import { type ParseContext, type Parsed, refused } from "../answer-types/answer-type.ts";
import { rupiahPerMonth } from "../answer-types/rupiah-per-month.ts";
import type { Cell } from "./cell.ts";
import type { WageHead } from "./header-words.ts";

/** A wage of a cell in whole rupiah a month. What the header says of period and unit holds for every cell below it. */
export function readWage(cell: Cell, text: string, wage: WageHead, context: ParseContext): Parsed {
  if (typeof cell === "object") return refused("unclear");
  if (wage.period === "other" && !/\b(?:bulan|bln|bl)\b/i.test(text)) return refused("not_monthly");
  const parse = (plain: string): Parsed => rupiahPerMonth.parse(plain, context);
  const figure = typeof cell === "number" ? cell : figureIn(text, wage.unit);
  if (figure === null) return parse(withoutNoise(text));
  if (wage.unit === 1) return parse(String(Math.round(figure)));
  // Full amounts in a column said to be in thousands: one of the two is not so.
  return figure * wage.unit > 1e9
    ? refused("no_unit")
    : parse(String(Math.round(figure * wage.unit)));
}

/** A bare figure as text ("2500000.0"; in thousands also "2.500", in millions "2,5"); null where there is more to read. */
function figureIn(text: string, unit: number): number | null {
  if (/^\d+(?:\.\d{1,2})?$/.test(text)) return Number(text);
  const figure = unit > 1 && /^[\d.,]+$/.test(text) ? numeral(text) : Number.NaN;
  return Number.isNaN(figure) ? null : figure;
}

/** Brackets and remarks of accounting: "(2.500.000)" is none, "2.500.000 *" is. */
const withoutNoise = (text: string): string =>
  text.replace(/\s*\*+$/, "").replace(/(?<=\d)\s*,\s*-+$/, "");
