import { refused, value } from "./answer-type.ts";
import { digitsIn, isScientific } from "./digits.ts";
import { answerType } from "./tidy.ts";

const labels = new Set("nib nomor no nomer induk berusaha usaha nya saya id".split(" "));

/** Digits of a NIB (Peraturan BKPM 4/2021: thirteen). */
const length = 13;

/** The 13 digits of a business number (NIB); a letter where a digit belongs is refused, never mended. */
export const nib = answerType({
  name: "nib",
  strict: true,
  cel: "string",
  display: "text",
  longest: 200,
  parse(text) {
    if (isScientific(text)) return refused("damaged_by_excel");
    const { runs, mixed } = digitsIn(text, labels);
    const [run] = runs;
    if (run === undefined) return refused("unclear");
    if (mixed) return refused("not_digits");
    if (runs.length > 1) return refused("unclear");
    const { digits } = run;
    if (digits.length !== length) {
      const reason = digits.length < length ? "too_short" : "too_long";
      return refused(reason, { found: digits.length, expected: length });
    }
    return /^(\d)\1+$/.test(digits) ? refused("duplicate") : value(digits);
  },
});
