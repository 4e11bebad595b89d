import { bpuProgrammes } from "../rules/bpu-rates.ts";
import type { MandiriAsk, MandiriQuote, MonthQuote } from "../rules/mandiri-quote.ts";

const monthNames = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(" ");

/** A quote as lines of an Indonesian table for the terminal: months down, programmes across, legal basis at the end. */
export function quoteTable(
  ask: MandiriAsk,
  { base, months, total }: Extract<MandiriQuote, { kind: "quote" }>,
): string[] {
  const programmes = bpuProgrammes.filter((name) => ask.programmes.includes(name));
  const header = ["Bulan", ...programmes.map((name) => name.toUpperCase()), "Jumlah"];
  const blank = programmes.map(() => "");
  const rows = months.map((month) => [
    monthName(month),
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
    "Ini perkiraan. Yang menetapkan iuran adalah BPJS Ketenagakerjaan.",
  ];
}

const aligned = ([first = "", ...amounts]: string[]): string =>
  first.padEnd(8) + amounts.map((amount) => amount.padStart(11)).join("");

const rupiah = (amount: number): string => amount.toLocaleString("id-ID");

const monthName = ({ month }: MonthQuote): string =>
  `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
