import type { Value } from "../answer-types/answer-type.ts";
import { standardSentence } from "../answer-types/standard-sentence.ts";
import type { BookValue } from "../flow/book.ts";
import type { Language } from "../locale/language.ts";
import type { EmployerKind } from "../rules/business-rules.ts";
import { laws } from "../rules/dated.ts";
import { type PuProgramme, type RiskGroup, riskGroups } from "../rules/pu-rates.ts";
import { riskGroupFor } from "../rules/risk-group.ts";
import { programmesOf, type UsahaMonth, usahaQuote } from "../rules/usaha-quote.ts";
import { withinReview } from "./calculator-horizon.ts";
import { isListedTwice, listIn } from "./form-list.ts";
import type { ValueSay } from "./value-texts.ts";

type Inputs = Readonly<Record<string, Value>>;
type Worker = { nama: string; nik: string; upah: number };

/** Workers whose contributions stand in a message; the others only in the file. */
export const linesInMessage = 4;

const answers = ["pekerja", "ukuran", "bidang", "today"];
/** Told only where the activity is none of those offered. */
const optional = ["kegiatan"];
const monthOf = (inputs: Inputs): string => String(inputs["today"]).slice(0, 7);

/** The list of a form; empty where it is none. */
const workersIn = ({ pekerja }: Inputs) => listIn<Worker>(pekerja);

type Quoted = { all: UsahaMonth; each: readonly UsahaMonth[] };

/** The first month of all workers and of each; undefined where the rules know no sure figure. */
function quoted(
  inputs: Inputs,
  risk: RiskGroup | undefined,
  more: readonly PuProgramme[] = [],
): Quoted | undefined {
  if (risk === undefined || !withinReview(String(inputs["today"]))) return undefined;
  const wages = workersIn(inputs).map(({ upah }) => upah);
  const size = inputs["ukuran"] as EmployerKind;
  const from = monthOf(inputs);
  const programmes = [...(programmesOf(size, from)?.compulsory ?? []), ...more];
  const quote = usahaQuote({ size, risk, wages, months: 1, from, programmes });
  const all = quote.kind === "quote" ? quote.months[0] : undefined;
  if (quote.kind !== "quote" || !all || !["certain", "verified"].includes(all.confidence))
    return undefined;
  return { all, each: quote.workers.flatMap(({ months }) => months[0] ?? []) };
}

/** Activities whose name says by itself what a business does: "air" or "plastik" may be what it sells. */
const telling = new Set(
  "salon laundry apotek klinik kafe katering gym spbu bengkel peternakan grosir konveksi radio".split(
    " ",
  ),
);

/** A proposal by the activity that was chosen; else by the only one that the description names. */
function group(inputs: Inputs) {
  const month = monthOf(inputs);
  const chosen = riskGroupFor(String(inputs["bidang"]), month);
  if (chosen || inputs["kegiatan"] === undefined) return chosen;
  const words = standardSentence(String(inputs["kegiatan"])).trim().split(" ");
  const named = [...new Set(words.filter((word) => telling.has(word)))];
  const [only] = named;
  return only !== undefined && named.length === 1 ? riskGroupFor(only, month) : undefined;
}
/** By the group of the activity; where none is known by the one with least risk. */
const usual = (inputs: Inputs) => quoted(inputs, group(inputs)?.group ?? riskGroups[0]);
const highest = (inputs: Inputs) => quoted(inputs, riskGroups.at(-1));

/** With old-age savings too, where they are not compulsory but may be added. */
const withSavings = (inputs: Inputs) =>
  quoted(inputs, group(inputs)?.group ?? riskGroups[0], ["jht"])?.all.jht;

const amount = (read: (inputs: Inputs) => number | undefined): BookValue => ({
  inputs: answers,
  optional,
  type: "int",
  compute: read,
});

/** Values on a business and the workers it registers: contributions in whole rupiah of the first month, all workers and each. */
export const businessValues = (say: ValueSay): Record<string, BookValue> => ({
  iuran_usaha_diketahui: {
    inputs: answers,
    optional,
    type: "bool",
    compute: (inputs) => usual(inputs) !== undefined,
  },
  kelompok_usaha: {
    inputs: ["bidang", "today"],
    optional,
    type: "string",
    compute: (inputs) => {
      const found = group(inputs)?.group;
      return found === undefined ? "-" : ["I", "II", "III", "IV", "V"][found - 1];
    },
  },
  risiko_diketahui: {
    inputs: ["bidang", "today"],
    optional,
    type: "bool",
    compute: (inputs) => group(inputs) !== undefined,
  },
  usaha_bayar: amount((inputs) => usual(inputs)?.all.employer),
  pekerja_bayar: amount((inputs) => usual(inputs)?.all.worker),
  iuran_semua: amount((inputs) => usual(inputs)?.all.total),
  iuran_semua_tertinggi: amount((inputs) => highest(inputs)?.all.total),
  jht_usaha: amount((inputs) => withSavings(inputs)?.employer),
  jht_pekerja: amount((inputs) => withSavings(inputs)?.worker),
  rincian_pekerja: {
    inputs: [...answers, "language"],
    optional,
    type: "string",
    compute: (inputs) => workerLines(say, inputs, linesInMessage),
  },
  rincian_semua_pekerja: {
    inputs: [...answers, "language"],
    optional,
    type: "string",
    compute: (inputs) => workerLines(say, inputs),
  },
  hukum_usaha: {
    inputs: answers,
    optional,
    type: "string",
    compute: workerLaws,
  },
  nik_sudah_ada: isListedTwice("pekerja"),
  pemilik_di_daftar: {
    inputs: ["nik", "pekerja"],
    type: "bool",
    compute: (inputs) => workersIn(inputs).some(({ nik }) => nik === inputs["nik"]),
  },
});

/** Every law that the contributions follow, and the size and the activity that they go by. */
export function workerLaws(inputs: Inputs): string {
  const named = [programmesOf(inputs["ukuran"] as EmployerKind, monthOf(inputs)), group(inputs)];
  const basis = usual(inputs)?.all.basis ?? [];
  return [...basis, ...laws(named.filter((one) => one !== undefined))].join(", ");
}

/** A line for each worker: what the business pays for them, and what comes out of their wage. */
export function workerLines(
  say: ValueSay,
  inputs: Inputs,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const quote = usual(inputs);
  if (!quote) return undefined;
  const language = inputs["language"] as Language;
  const payer = inputs["ukuran"] === "instansi" ? "agency" : "employer";
  const workers = workersIn(inputs);
  const told = quote.each.slice(0, most).map(({ employer, worker }, at) =>
    say(language, `usaha.${worker > 0 ? "both" : payer}`, {
      place: at + 1,
      name: workers[at]?.nama ?? "-",
      employer,
      worker,
    }),
  );
  const left = workers.length - told.length;
  return [...told, ...(left > 0 ? [say(language, "usaha.others", { left })] : [])].join("\n");
}
