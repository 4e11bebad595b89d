import type { BookValue } from "../flow/book.ts";
import { alternativesInWords, monthInWords } from "../locale/words.ts";
import { type BpuProgramme, type BpuRates, bpuRates, type Sector } from "../rules/bpu-rates.ts";
import { inForce } from "../rules/dated.ts";
import { bandFor, mandiriQuote } from "../rules/mandiri-quote.ts";
import { money, number, percent, words } from "./faq-value.ts";

const month = (on: string): string => on.slice(0, 7);

/** The base of the lowest band: what the least income that may be declared counts as. */
export const lowestBase = (on: string): number | undefined => bandFor(1, month(on))?.base;

type Relief = BpuRates["reliefs"][number];
const reliefFor = (sector: Sector, on: string): Relief | undefined =>
  inForce(
    bpuRates.reliefs.filter((one) => one.sector === sector),
    month(on),
  );

/** The sectors with a relief on a day. */
const relieved = (on: string): Sector[] =>
  (["transport", "not_transport"] as const).filter((sector) => reliefFor(sector, on));

const pair: readonly BpuProgramme[] = ["jkk", "jkm"];

/** A month's contribution on an income; without relief as where the state pays, with it as in a sector that has one. */
function contribution(
  income: number,
  programmes: readonly BpuProgramme[],
  sector: Sector | "unrelieved",
  on: string,
): number | undefined {
  const quote = mandiriQuote({
    income,
    programmes,
    months: 1,
    from: month(on),
    transport: sector === "transport",
    paidByState: sector === "unrelieved",
  });
  return quote.kind === "quote" ? quote.total : undefined;
}

const lowest = (programmes: readonly BpuProgramme[]): BookValue =>
  number((on) => contribution(1, programmes, "unrelieved", on));

/** The lowest contribution where a relief is in force; undefined where there is none. */
const lowestRelieved = (programmes: readonly BpuProgramme[]): BookValue =>
  number((on) => {
    const [sector] = relieved(on);
    return sector && contribution(1, programmes, sector, on);
  });

const rateOf = (programme: BpuProgramme, on: string) =>
  inForce(
    bpuRates.rates.filter((one) => one.programme === programme),
    month(on),
  );

const shareOf = (programme: BpuProgramme): BookValue =>
  percent((on) => {
    const rate = rateOf(programme, on);
    return rate?.kind === "share" ? rate.basisPoints : undefined;
  });

const reliefEnd = (sector: Sector): BookValue =>
  words((on, language) => {
    const until = reliefFor(sector, on)?.until;
    return until ? monthInWords(until, language) : undefined;
  });

/** The last month of a relief that is over. */
const lastReliefEnd = (sector: Sector): BookValue =>
  words((on, language) => {
    const ends = bpuRates.reliefs
      .filter((one) => one.sector === sector)
      .flatMap(({ until }) => (until !== null && until < month(on) ? [until] : []));
    const last = ends.sort().at(-1);
    return last && monthInWords(last, language);
  });

const sectorOf = (transport: unknown): Sector =>
  transport === true ? "transport" : "not_transport";

/** Values of FAQ texts on contributions of members without an employer (BPU), by the rules of the day. */
export const faqContributionValues: Record<string, BookValue> = {
  bpu_dua: lowest(pair),
  bpu_tiga: lowest([...pair, "jht"]),
  bpu_dua_ringan: lowestRelieved(pair),
  bpu_tiga_ringan: lowestRelieved([...pair, "jht"]),
  bpu_dasar_terendah: money(lowestBase),
  bpu_jkk_persen: shareOf("jkk"),
  bpu_jht_persen: shareOf("jht"),
  bpu_jkm: number((on) => {
    const rate = rateOf("jkm", on);
    return rate?.kind === "flat" ? rate.rupiah : undefined;
  }),
  bpu_jht_terendah: number((on) => {
    const all = contribution(1, [...pair, "jht"], "unrelieved", on);
    const two = contribution(1, pair, "unrelieved", on);
    return all === undefined || two === undefined ? undefined : all - two;
  }),
  /** Who has a relief: "semua", "angkutan", "umum", "tidak"; once told what the person does, "saya" or "saya_tidak". */
  keringanan_untuk: {
    inputs: ["today"],
    optional: ["angkutan"],
    type: "string",
    compute: ({ today, angkutan }) => {
      const sectors = relieved(String(today));
      if (angkutan !== undefined)
        return sectors.includes(sectorOf(angkutan)) ? "saya" : "saya_tidak";
      if (sectors.length === 2) return "semua";
      if (sectors.length === 0) return "tidak";
      return sectors[0] === "transport" ? "angkutan" : "umum";
    },
  },
  keringanan_persen: percent((on) => {
    const [sector] = relieved(on);
    return sector && reliefFor(sector, on)?.offBasisPoints;
  }),
  keringanan_umum_sampai: reliefEnd("not_transport"),
  keringanan_umum_terakhir: lastReliefEnd("not_transport"),
  keringanan_angkutan_sampai: reliefEnd("transport"),
  keringanan_saya_sampai: {
    inputs: ["today", "language", "angkutan"],
    type: "string",
    compute: (inputs) => reliefEnd(sectorOf(inputs["angkutan"])).compute(inputs),
  },
  /** Whether this person's own contribution can be told. */
  iuran_terhitung: {
    inputs: [],
    optional: ["iuran_dua"],
    type: "bool",
    compute: ({ iuran_dua }) => iuran_dua !== undefined,
  },
  bayar_di_muka: words((on, language) => {
    const months = inForce(bpuRates.paying, month(on))?.aheadMonths;
    return months && alternativesInWords(months.map(String), language);
  }),
  tunggak_bulan: number((on) => inForce(bpuRates.paying, month(on))?.arrearsMonths),
};
