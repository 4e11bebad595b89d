import { nikParts } from "../rules/nik.ts";
import { type Parsed, refused, value } from "./answer-type.ts";
import { digitsIn, isScientific, type Run } from "./digits.ts";
import { answerType } from "./tidy.ts";

const labels = new Set(
  "nik ktp nomor no nomer nmr kk ektp noktp nonik niknya ktpnya sy saya id".split(" "),
);
const otherLabels = new Set(
  "kk keluarga hp wa telp npwp rekening rek lahir tanggal tgl rt rw umur pos".split(" "),
);

/** Digits of a NIK. */
const length = 16;

/** The 16 digits of a NIK with sound parts; a letter where a digit belongs is refused, never mended. */
export const nik = answerType({
  name: "nik",
  strict: true,
  cel: "string",
  display: "identity",
  longest: 600,
  parse(text, { today }) {
    if (isScientific(text)) return refused("damaged_by_excel");
    const { runs, mixed } = digitsIn(text.replace(/(?<=\d{12})\.0$/, ""), labels);
    const run = chosen(runs);
    if (runs.length === 0) return refused("unclear");
    if (mixed) return refused("not_digits");
    return run === null ? refused("unclear") : judge(run.digits, today);
  },
});

/** The run labelled as a NIK, else the only one of 16 digits, else the longest; null when two compete. */
function chosen(runs: readonly Run[]): Run | null {
  const own = runs.filter((run) => !otherLabels.has(run.label));
  const labelled = own.filter((run) => /nik|ktp/.test(run.label) && run.digits.length > 8);
  if (labelled.length === 1) return labelled[0] ?? null;
  const exact = own.filter((run) => run.digits.length === length);
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  const candidates = own.length > 0 ? own : runs;
  return [...candidates].sort((a, b) => b.digits.length - a.digits.length)[0] ?? null;
}

function judge(digits: string, today: string): Parsed {
  if (digits.length !== length) {
    const reason = digits.length < length ? "too_short" : "too_long";
    return refused(reason, { found: digits.length, expected: length });
  }
  const parts = nikParts(digits, today);
  return "problem" in parts ? refused(parts.problem) : value(digits);
}
