import type { Value } from "../answer-types/answer-type.ts";
import type { BookPicture, BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import { moneyInDigits } from "../locale/words.ts";
import { type BusinessSize, businessRules } from "../rules/business-rules.ts";
import { inForce, laws } from "../rules/dated.ts";
import { type PuProgramme, puProgrammes, type RiskGroup, riskGroups } from "../rules/pu-rates.ts";
import { riskGroupFor } from "../rules/risk-group.ts";
import { programmesOf, type UsahaMonth, usahaQuote } from "../rules/usaha-quote.ts";
import { withinReview } from "./calculator-horizon.ts";
import { footNotes } from "./foot-notes.ts";
import type { ValueSay } from "./value-texts.ts";

type Inputs = Readonly<Record<string, Value>>;

const answers = ["ukuran", "bidang", "upah", "jumlah_karyawan", "today"];

const monthOf = (inputs: Inputs): string => String(inputs["today"]).slice(0, 7);
const sizeOf = (inputs: Inputs): BusinessSize => inputs["ukuran"] as BusinessSize;

/** The month of all workers and of one of them; undefined where the rules know no sure figure. */
function quoted(
  inputs: Inputs,
  risk: RiskGroup | undefined,
): { all: UsahaMonth; one: UsahaMonth } | undefined {
  if (risk === undefined || !withinReview(String(inputs["today"]))) return undefined;
  const wages = Array.from({ length: Number(inputs["jumlah_karyawan"]) }, () =>
    Number(inputs["upah"]),
  );
  const quote = usahaQuote({ size: sizeOf(inputs), risk, wages, months: 1, from: monthOf(inputs) });
  if (quote.kind !== "quote") return undefined;
  const [all] = quote.months;
  const one = quote.workers[0]?.months[0];
  if (!all || !one || !["certain", "verified"].includes(all.confidence)) return undefined;
  return { all, one };
}

const proposed = (inputs: Inputs) => riskGroupFor(String(inputs["bidang"]), monthOf(inputs));

/** By the group of the activity; where none is known by the one with least risk. */
const usual = (inputs: Inputs) => quoted(inputs, proposed(inputs)?.group ?? riskGroups[0]);
const highest = (inputs: Inputs) => quoted(inputs, riskGroups.at(-1));

const amount = (read: (inputs: Inputs) => number | undefined): BookValue => ({
  inputs: answers,
  type: "int",
  compute: read,
});

const capital: Record<PuProgramme, string> = { jkk: "JKK", jkm: "JKM", jht: "JHT", jp: "JP" };

/** Values on contributions of an employer (PU): what is compulsory for the size, by each worker and altogether. */
export const employerValues = (say: ValueSay): Record<string, BookValue> => ({
  karyawan_diketahui: {
    inputs: answers,
    type: "bool",
    compute: (inputs) => usual(inputs) !== undefined,
  },
  program_wajib: {
    inputs: ["ukuran", "today"],
    type: "string",
    compute: (inputs) =>
      programmesOf(sizeOf(inputs), monthOf(inputs))
        ?.compulsory.map((one) => capital[one])
        .join(", "),
  },
  rincian_karyawan: {
    inputs: [...answers, "language"],
    type: "string",
    compute: (inputs) => {
      const month = usual(inputs)?.one;
      return (
        month &&
        puProgrammes
          .filter((one) => month[one].employer > 0)
          .map((one) => {
            const { employer, worker } = month[one];
            const program = say(inputs["language"] as Language, `hitung.program.${one}`, {});
            const key = worker > 0 ? "hitung.both" : "hitung.employer";
            return say(inputs["language"] as Language, key, { program, employer, worker });
          })
          .join("\n")
      );
    },
  },
  upah_kata: {
    inputs: ["upah", "language"],
    type: "string",
    compute: ({ upah, language }) => moneyInDigits(Number(upah), language as Language),
  },
  usaha_per_orang: amount((inputs) => usual(inputs)?.one.employer),
  karyawan_per_orang: amount((inputs) => usual(inputs)?.one.worker),
  usaha_semua: amount((inputs) => usual(inputs)?.all.employer),
  karyawan_total: amount((inputs) => usual(inputs)?.all.total),
  karyawan_tertinggi: amount((inputs) => highest(inputs)?.all.total),
  kelompok_risiko: {
    inputs: ["bidang", "today"],
    type: "string",
    compute: (inputs) => {
      const group = proposed(inputs)?.group;
      return group === undefined ? "-" : (["I", "II", "III", "IV", "V"][group - 1] ?? "-");
    },
  },
  hukum_karyawan: { inputs: answers, type: "string", compute: lawsFor },
  hukum_ukuran: {
    inputs: ["today"],
    type: "string",
    compute: (inputs) => sizeRow("mikro", inputs)?.basis,
  },
});

function lawsFor(inputs: Inputs): string {
  const programmes = programmesOf(sizeOf(inputs), monthOf(inputs));
  const group = proposed(inputs);
  const named = [programmes, group].filter((one) => one !== undefined);
  return [...(usual(inputs)?.one.basis ?? []), ...laws(named)].join(", ");
}

/** Who pays how much of each programme, for one worker and a month; none where the group of the activity is not known. */
export const employeePicture = (say: ValueSay): BookPicture => ({
  inputs: [...answers, "language"],
  compare: (inputs) => {
    const language = inputs["language"] as Language;
    const text = (key: string, args = {}) => say(language, `gambar.${key}`, args);
    const month = proposed(inputs) && usual(inputs);
    if (!month) return undefined;
    const { one, all } = month;
    const bars = (payer: "employer" | "worker") =>
      puProgrammes
        .filter((programme) => one[programme][payer] > 0)
        .map((programme) => ({
          label: say(language, `hitung.program.${programme}`, {}),
          amount: one[programme][payer],
          words: moneyInDigits(one[programme][payer], language),
        }));
    return {
      title: text("employee"),
      about: text("wage", {
        wage: moneyInDigits(Number(inputs["upah"]), language),
        count: Number(inputs["jumlah_karyawan"]),
        total: moneyInDigits(all.total, language),
      }),
      groups: (["employer", "worker"] as const)
        .map((payer) => ({ title: text(`by_${payer}`), bars: bars(payer) }))
        .filter((group) => group.bars.length > 0),
      notes: footNotes(say, inputs, lawsFor(inputs)),
    };
  },
});

const sizeRow = (size: BusinessSize, inputs: Inputs) =>
  inForce(
    businessRules.sizes.filter((one) => one.size === size),
    monthOf(inputs),
  );
