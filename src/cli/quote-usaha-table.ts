import { inForce } from "../rules/dated.ts";
import { type PuProgramme, puProgrammes, puRates } from "../rules/pu-rates.ts";
import type { Shares, UsahaAsk, UsahaQuote } from "../rules/usaha-quote.ts";
import { aligned, estimate, monthName, rupiah } from "./quote-words.ts";

type Quoted = Extract<UsahaQuote, { kind: "quote" }>;

/** A quote for an employer as lines of an Indonesian table: months and sides down, programmes across, legal basis at the end. */
export function usahaTable(ask: UsahaAsk, { base, months, workers, total }: Quoted): string[] {
  const programmes = puProgrammes.filter((one) =>
    months.some((month) => month[one].employer + month[one].worker > 0),
  );
  const header = ["Bulan", ...programmes.map((one) => one.toUpperCase()), "Jumlah"];
  const line = (name: string, shares: Record<PuProgramme, Shares>, side: keyof Shares) => {
    const due = programmes.map((one) => shares[one][side]);
    return aligned([name, ...due.map(rupiah), rupiah(due.reduce((all, one) => all + one, 0))], 20);
  };
  return [
    `Iuran pemberi kerja, usaha ${ask.size}, ${workers.length} pekerja, kelompok risiko ${ask.risk} (sementara; ditetapkan saat pendaftaran)`,
    `Jumlah upah: Rp${rupiah(base)} sebulan. Semua jumlah dalam rupiah.`,
    "",
    `${aligned(header, 20)}   Dasar hukum`,
    ...months.flatMap((month) => [
      `${line(`${monthName(month.month)} perusahaan`, month, "employer")}   ${month.basis.join("; ")}`,
      line("         pekerja", month, "worker"),
      `${aligned(["         jumlah", ...programmes.map((one) => rupiah(month[one].employer + month[one].worker)), rupiah(month.total)], 20)}   dibayar paling lambat ${month.due}${sure(month.confidence)}`,
    ]),
    aligned(["Total", ...programmes.map(() => ""), rupiah(total)], 20),
    "",
    ...perWorker(workers),
    ...aside(ask),
    estimate,
  ];
}

const sure = (confidence: string): string =>
  confidence === "recalled" || confidence === "conflict" ? " (belum pasti)" : "";

function perWorker(workers: Quoted["workers"]): string[] {
  if (workers.length < 2) return [];
  return [
    ...workers.map(
      ({ wage, total }, index) =>
        `Pekerja ${index + 1}, upah Rp${rupiah(wage)}: Rp${rupiah(total)} seluruhnya`,
    ),
    "",
  ];
}

/** What the bill does not show: JKP, and the fine for paying late. */
function aside({ from }: UsahaAsk): string[] {
  const jkp = inForce(puRates.jkp, from);
  const paying = inForce(puRates.paying, from);
  const lines: string[] = [];
  if (jkp !== undefined) {
    const parts = [
      `${percent(jkp.government)} dari pemerintah`,
      `${percent(jkp.ofJkk)} dari iuran JKK`,
      ...(jkp.ofJkm > 0 ? [`${percent(jkp.ofJkm)} dari iuran JKM`] : []),
    ];
    lines.push(
      `JKP tidak menambah iuran: ${parts.join(", ")} (${jkp.basis})${sure(jkp.confidence)}.`,
    );
  }
  if (paying !== undefined)
    lines.push(
      `Bayar paling lambat tanggal ${paying.dueDay} bulan berikutnya; denda terlambat ${percent(paying.lateFine)} sebulan dari iuran yang terlambat, ditanggung pemberi kerja (${paying.basis})${sure(paying.confidence)}.`,
    );
  return lines;
}

const percent = (basisPoints: number): string => `${(basisPoints / 100).toLocaleString("id-ID")}%`;
