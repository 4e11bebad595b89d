import { nikParts } from "../rules/nik.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { digitsIn, isScientific } from "./digits.ts";
import { answerType } from "./tidy.ts";

const labels = new Set("npwp nomor no nomer pokok wajib pajak usaha nya saya id".split(" "));

/** Digits of a tax number: as it was, and as it is now. */
const lengths = { old: 15, now: 16 } as const;

/**
 * The 15 or 16 digits of a tax number (NPWP). Of 16 digits it is a person's NIK, or begins with 0 (PMK 112/2022). Only its shape is
 * looked at: whether it was given out, only the tax office knows.
 */
export const npwp = answerType({
  name: "npwp",
  strict: true,
  cel: "string",
  display: "identity",
  longest: 200,
  parse(text, { today }) {
    if (isScientific(text)) return refused("damaged_by_excel");
    const { runs, mixed } = digitsIn(text, labels);
    const [run] = runs;
    if (run === undefined) return refused("unclear");
    if (mixed) return refused("not_digits");
    return runs.length > 1 ? refused("unclear") : judge(run.digits, today);
  },
});

function judge(digits: string, today: string): Parsed {
  if (digits.length < lengths.old) return refused("too_short", { found: digits.length });
  if (digits.length > lengths.now) return refused("too_long", { found: digits.length });
  if (/^(\d)\1+$/.test(digits)) return refused("duplicate");
  if (digits.length === lengths.old || digits.startsWith("0")) return value(digits);
  const parts = nikParts(digits, today);
  return "problem" in parts ? refused(parts.problem) : value(digits);
}
