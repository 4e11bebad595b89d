import { maxIncome, maxQuoteMonths, type NoQuoteReason } from "../rules/mandiri-quote.ts";
import { maxWages, type NoUsahaQuote } from "../rules/usaha-quote.ts";
import type { Fault } from "./quote-options.ts";

/** Sentences for every reason that a quote of contributions gives no figure. */
export const quoteFaults: Record<NoQuoteReason | NoUsahaQuote, Fault> = {
  income_not_whole: { exit: 2, sentence: "--income must be whole rupiah" },
  income_too_small: { exit: 2, sentence: "--income must be above 0" },
  income_too_large: { exit: 2, sentence: `--income must not be above ${maxIncome}` },
  no_wages: { exit: 2, sentence: "--wage must be given for each worker" },
  too_many_wages: { exit: 2, sentence: `--wage may be given ${maxWages} times at most` },
  wage_not_whole: { exit: 2, sentence: "--wage must be whole rupiah" },
  wage_too_small: { exit: 2, sentence: "--wage must be above 0" },
  wage_too_large: { exit: 2, sentence: `all wages together must not be above ${maxIncome}` },
  months_out_of_range: { exit: 2, sentence: `--months must be 1 to ${maxQuoteMonths}` },
  bad_month: { exit: 2, sentence: "--from must be a month written YYYY-MM" },
  programmes_not_offered: {
    exit: 2,
    sentence:
      "--programmes must hold what is compulsory (mandiri: jkk,jkm; usaha: by size) and nothing that is not offered",
  },
  too_few_workers_for_relief: {
    exit: 2,
    sentence: "--labour-intensive is for employers with more workers than these",
  },
  month_not_known: { exit: 1, sentence: "Aturan iuran untuk bulan ini tidak diketahui" },
  month_not_verified: {
    exit: 1,
    sentence: "Aturan iuran untuk bulan ini belum terverifikasi; tanyakan ke kantor cabang",
  },
  base_changes: {
    exit: 1,
    sentence: "Dasar perhitungan berubah mulai bulan ini; hitung terpisah",
  },
};
