import type { BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import { moneyInWords, percentInDigits } from "../locale/words.ts";

/** A whole number of a day; undefined where no rule holds. `on` is an ISO date. */
export const number = (compute: (on: string) => number | undefined): BookValue => ({
  inputs: ["today"],
  type: "int",
  compute: ({ today }) => compute(String(today)),
});

/** Finished words of a day; undefined where no rule holds. */
export const words = (
  compute: (on: string, language: Language) => string | undefined,
): BookValue => ({
  inputs: ["today", "language"],
  type: "string",
  compute: ({ today, language }) => compute(String(today), language as Language),
});

/** Rupiah of a day as people say big sums: "Rp42 juta". */
export const money = (compute: (on: string) => number | undefined): BookValue =>
  words((on, language) => {
    const rupiah = compute(on);
    return rupiah === undefined ? undefined : moneyInWords(rupiah, language);
  });

/** Basis points of a day as per cent without its sign: "3,7". */
export const percent = (compute: (on: string) => number | undefined): BookValue =>
  words((on, language) => {
    const basisPoints = compute(on);
    return basisPoints === undefined ? undefined : percentInDigits(basisPoints, language);
  });

/** All numbers together; undefined where one of them is not known. */
export function sumOf(...amounts: readonly (number | undefined)[]): number | undefined {
  let all = 0;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    all += amount;
  }
  return all;
}
