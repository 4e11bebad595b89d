import { type BpuRates, bpuProgrammes } from "../rules/bpu-rates.ts";
import { inForce } from "../rules/dated.ts";
import type { MandiriAsk, MandiriQuote } from "../rules/mandiri-quote.ts";
import { aligned, estimate, monthName, rupiah } from "./quote-words.ts";

/** A quote as lines of an Indonesian table for the terminal: months down, programmes across, legal basis at the end. */
export function quoteTable(
  ask: MandiriAsk,
  { base, months, total }: Extract<MandiriQuote, { kind: "quote" }>,
  rates: BpuRates,
): string[] {
  const programmes = bpuProgrammes.filter((name) => ask.programmes.includes(name));
  const header = ["Bulan", ...programmes.map((name) => name.toUpperCase()), "Jumlah"];
  const blank = programmes.map(() => "");
  const rows = months.map((month) => [
    monthName(month.month),
    ...programmes.map((name) => rupiah(month[name])),
    rupiah(month.total),
  ]);
  const basis = ["Dasar hukum", ...months.map((month) => month.basis.join("; ")), ""];
  const cells = [header, ...rows, ["Total", ...blank, rupiah(total)]];
  return [
    `Iuran peserta mandiri (BPU), penghasilan Rp${rupiah(ask.income)} sebulan, ${
      ask.transport ? "sektor transportasi" : "di luar sektor transportasi"
    }`,
    `Dasar perhitungan: Rp${rupiah(base)} sebulan. Semua jumlah dalam rupiah.`,
    "",
    ...cells.map((line, index) => `${aligned(line)}   ${basis[index] ?? ""}`.trimEnd()),
    "",
    ...paying(rates, ask.from),
    estimate,
  ];
}

function paying({ paying: rules }: BpuRates, month: string): string[] {
  const rule = inForce(rules, month);
  if (rule === undefined) return [];
  return [
    `Bayar sebelum perlindungan habis: ${rule.aheadMonths.join(", ")} bulan di muka. Tidak ada denda; menunggak lebih dari ${rule.arrearsMonths} bulan berturut-turut, perlindungan berhenti.`,
  ];
}
