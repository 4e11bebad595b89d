import type { Value } from "../answer-types/answer-type.ts";
import type { BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import { bpuRates } from "../rules/bpu-rates.ts";
import { inForce } from "../rules/dated.ts";
import { withinReview } from "./calculator-horizon.ts";
import { lawsOf, quoteFor, reliefOf, reliefUntil } from "./contribution-values.ts";

type Inputs = Readonly<Record<string, Value>>;

/** These answers, the lowest income of the table where none is told, and the sector that is meant. */
const example = (inputs: Inputs, angkutan: boolean): Inputs => ({
  ...inputs,
  penghasilan: inputs["penghasilan"] ?? lowestBase(String(inputs["today"])) ?? 0,
  angkutan,
});

const lowestBase = (today: string): number | undefined =>
  inForce(bpuRates.tables, today.slice(0, 7))?.rows[0]?.base;

const given = { inputs: ["today"], optional: ["penghasilan"] };

const monthly = (program: string, angkutan: boolean, plain = false): BookValue => ({
  ...given,
  type: "int",
  compute: (inputs) => quoteFor(example(inputs, angkutan), program, 1, plain)?.total,
});

const until = (angkutan: boolean): BookValue => ({
  inputs: ["today", "language"],
  type: "string",
  compute: (inputs) => reliefUntil({ ...inputs, angkutan }, inputs["language"] as Language) ?? "-",
});

/** Values for somebody who asks what it costs before much is known of them: both sectors, and an example income. */
export const calculatorValues: Record<string, BookValue> = {
  iuran_diketahui: {
    inputs: ["today"],
    type: "bool",
    compute: (inputs) =>
      withinReview(String(inputs["today"])) &&
      quoteFor(example(inputs, false), "jkk_jkm_jht", 1) !== undefined,
  },
  sendiri_lengkap: {
    inputs: [],
    optional: ["iuran_dua"],
    type: "bool",
    compute: (inputs) => inputs["iuran_dua"] !== undefined,
  },
  penghasilan_ada: {
    inputs: [],
    optional: ["penghasilan"],
    type: "bool",
    compute: (inputs) => inputs["penghasilan"] !== undefined,
  },
  contoh_dasar: {
    ...given,
    type: "int",
    compute: (inputs) => quoteFor(example(inputs, false), "jkk_jkm", 1)?.base,
  },
  contoh_dua_luar: monthly("jkk_jkm", false),
  contoh_tiga_luar: monthly("jkk_jkm_jht", false),
  contoh_dua_angkut: monthly("jkk_jkm", true),
  contoh_tiga_angkut: monthly("jkk_jkm_jht", true),
  contoh_dua_normal: monthly("jkk_jkm", false, true),
  contoh_tiga_normal: monthly("jkk_jkm_jht", false, true),
  luar_sampai: until(false),
  angkut_sampai: until(true),
  contoh_keringanan: {
    inputs: ["today"],
    type: "string",
    among: ["semua", "angkut", "luar", "tidak"],
    compute: ({ today = "" }) => {
      const luar = reliefOf({ today, angkutan: false });
      const angkut = reliefOf({ today, angkutan: true });
      if (luar && angkut) return "semua";
      return angkut ? "angkut" : luar ? "luar" : "tidak";
    },
  },
  contoh_hukum: {
    ...given,
    type: "string",
    compute: (inputs) => {
      const both = [false, true].map((one) => quoteFor(example(inputs, one), "jkk_jkm_jht", 1));
      return lawsOf({ months: both.flatMap((quote) => quote?.months ?? []) });
    },
  },
};
