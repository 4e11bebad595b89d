import type { Value } from "../answer-types/answer-type.ts";
import type { BookValue } from "../flow/book.ts";
import { addMonths } from "../lib/months.ts";
import type { Language } from "../locale/language.ts";
import { moneyInDigits, monthInWords } from "../locale/words.ts";
import { type BpuProgramme, type BpuRates, bpuRates } from "../rules/bpu-rates.ts";
import { inForce } from "../rules/dated.ts";
import { type MandiriQuote, type MonthQuote, mandiriQuote } from "../rules/mandiri-quote.ts";
import { occupationSector } from "../rules/occupation-sector.ts";

type Inputs = Readonly<Record<string, Value>>;

/** The month of contribution that a person registering today begins with. */
const firstMonth = (inputs: Inputs): string => String(inputs["today"]).slice(0, 7);

const packages: Record<string, readonly BpuProgramme[]> = {
  jkk_jkm: ["jkk", "jkm"],
  jkk_jkm_jht: ["jkk", "jkm", "jht"],
};

/** A quote over the first `months` months from this person's answers; undefined where the rules know no figure. */
export function quoteFor(
  inputs: Inputs,
  program: string,
  months: number,
  paidByState = false,
): Extract<MandiriQuote, { kind: "quote" }> | undefined {
  const quote = mandiriQuote({
    income: Number(inputs["penghasilan"]),
    programmes: packages[program] ?? [],
    months,
    from: firstMonth(inputs),
    transport: inputs["angkutan"] === true,
    paidByState,
  });
  return quote.kind === "quote" ? quote : undefined;
}

const person = ["penghasilan", "angkutan", "today"];

const monthly = (program: string): BookValue => ({
  inputs: person,
  type: "int",
  compute: (inputs) => quoteFor(inputs, program, 1)?.total,
});

/** What the month would cost without relief: as for those whose contribution the state pays, who get none. */
const unrelieved = (program: string): BookValue => ({
  inputs: person,
  type: "int",
  compute: (inputs) => quoteFor(inputs, program, 1, true)?.total,
});

const total = (months: number): BookValue => ({
  inputs: [...person, "program"],
  type: "int",
  compute: (inputs) => quoteFor(inputs, String(inputs["program"]), months)?.total,
});

const chosen = [...person, "program", "bulan"];
const chosenQuote = (inputs: Inputs) =>
  quoteFor(inputs, String(inputs["program"]), Number(inputs["bulan"]));

/** The relief in force for this person's sector in the first month due. */
export function reliefOf(inputs: Inputs): BpuRates["reliefs"][number] | undefined {
  const sector = inputs["angkutan"] === true ? "transport" : "not_transport";
  const reliefs = bpuRates.reliefs.filter((relief) => relief.sector === sector);
  return inForce(reliefs, firstMonth(inputs));
}

/** The last month of that relief, in words. */
export function reliefUntil(inputs: Inputs, language: Language): string | undefined {
  const until = reliefOf(inputs)?.until;
  return until ? monthInWords(until, language) : undefined;
}

/** Values on contributions of one person (BPU): amounts in whole rupiah, by the rules of the first month due. */
export const contributionValues: Record<string, BookValue> = {
  angkutan: {
    inputs: ["pekerjaan"],
    optional: ["antar_angkut"],
    type: "bool",
    compute: (inputs) => {
      const sector = occupationSector(String(inputs["pekerjaan"]));
      return sector === "ask" ? inputs["antar_angkut"] : sector === "transport";
    },
  },
  bulan_pertama: { inputs: ["today"], type: "string", compute: firstMonth },
  bulan_pertama_kata: {
    inputs: ["today", "language"],
    type: "string",
    compute: (inputs) => monthInWords(firstMonth(inputs), inputs["language"] as Language),
  },
  dasar_penghasilan: {
    inputs: person,
    type: "int",
    compute: (inputs) => quoteFor(inputs, "jkk_jkm", 1)?.base,
  },
  penghasilan_kata: {
    inputs: ["penghasilan", "language"],
    type: "string",
    compute: ({ penghasilan, language }) =>
      moneyInDigits(Number(penghasilan), language as Language),
  },
  dasar_program: {
    inputs: person,
    type: "string",
    compute: (inputs) => lawsOf(quoteFor(inputs, "jkk_jkm_jht", 1)),
  },
  dasar_setahun: {
    inputs: [...person, "program"],
    type: "string",
    compute: (inputs) => lawsOf(quoteFor(inputs, String(inputs["program"]), 12)),
  },
  iuran_dua: monthly("jkk_jkm"),
  iuran_tiga: monthly("jkk_jkm_jht"),
  iuran_dua_normal: unrelieved("jkk_jkm"),
  iuran_tiga_normal: unrelieved("jkk_jkm_jht"),
  ada_keringanan: {
    inputs: ["angkutan", "today"],
    type: "bool",
    compute: (inputs) => reliefOf(inputs) !== undefined,
  },
  dasar_keringanan: {
    inputs: ["angkutan", "today"],
    type: "string",
    compute: (inputs) => reliefOf(inputs)?.basis ?? "-",
  },
  keringanan_sampai: {
    inputs: ["angkutan", "today", "language"],
    type: "string",
    compute: (inputs) => reliefUntil(inputs, inputs["language"] as Language) ?? "-",
  },
  total_1: total(1),
  total_3: total(3),
  total_6: total(6),
  total_12: total(12),
  iuran_total: { inputs: chosen, type: "int", compute: (inputs) => chosenQuote(inputs)?.total },
  dasar_iuran: {
    inputs: chosen,
    type: "string",
    compute: (inputs) => lawsOf(chosenQuote(inputs)),
  },
  rincian_iuran: {
    inputs: [...chosen, "language"],
    type: "string",
    compute: (inputs) => {
      const quote = chosenQuote(inputs);
      return quote && monthLines(quote.months, inputs["language"] as Language);
    },
  },
  contoh_penghasilan: {
    inputs: ["language"],
    type: "string",
    compute: ({ language }) => (language === "id" ? "2 juta" : "2 million"),
  },
};

/** Every law that a quote follows, each once. */
export const lawsOf = (quote: { months: MonthQuote[] } | undefined): string =>
  [...new Set(quote?.months.flatMap(({ basis }) => basis))].join(", ");

/** Months of one price in a line: "November 2026 - Desember 2026: Rp20.650". */
function monthLines(months: readonly MonthQuote[], language: Language): string {
  const runs: { from: string; until: string; total: number }[] = [];
  for (const { month, total: due } of months) {
    const run = runs.at(-1);
    if (run && run.total === due && addMonths(run.until, 1) === month) run.until = month;
    else runs.push({ from: month, until: month, total: due });
  }
  return runs
    .map(({ from, until, total: due }) => {
      const first = monthInWords(from, language);
      const amount = moneyInDigits(due, language);
      return from === until
        ? `${first}: ${amount}`
        : `${first} - ${monthInWords(until, language)}: ${amount}`;
    })
    .join("\n");
}
