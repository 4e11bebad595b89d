import { addMonths, isMonth, monthRange } from "../lib/months.ts";
import {
  type BpuProgramme,
  type BpuRates,
  bpuRates,
  normalAmount,
  type Sector,
  shareOf,
} from "./bpu-rates.ts";
import { type Dated, inForce, laws, weakest } from "./dated.ts";

/** What a contribution is reckoned from. Income in whole rupiah per month, `from` the first contribution month `YYYY-MM`. */
export type MandiriAsk = {
  income: number;
  /** JKK and JKM always, JHT if wanted. */
  programmes: readonly BpuProgramme[];
  /** How many months in a row, 1 to `maxQuoteMonths`. */
  months: number;
  from: string;
  transport: boolean;
  /** Whether APBN or APBD pays the contribution: then PP 50/2025 gives no relief. */
  paidByState?: boolean;
};

/** Contributions of one month in whole rupiah, with the regulations they follow. */
export type MonthQuote = { month: string } & Record<BpuProgramme, number> & {
    total: number;
    basis: string[];
  };

/** Why there is no figure. `month_*` and `base_changes` are limits of our knowledge, the others faults of the question. */
export type NoQuoteReason =
  | "income_not_whole"
  | "income_too_small"
  | "income_too_large"
  | "months_out_of_range"
  | "bad_month"
  | "programmes_not_offered"
  | "month_not_known"
  | "month_not_verified"
  | "base_changes";

/** Whole rupiah per month and altogether, on one base; or why there is no figure. */
export type MandiriQuote =
  | { kind: "quote"; base: number; months: MonthQuote[]; total: number }
  | {
      kind: "unknown";
      reason: NoQuoteReason;
      /** The month that the reason is about, where it is about one. */
      month?: string;
    };

/** Most months a quote covers. BPJS takes 1, 3, 6 or 12 in advance. */
export const maxQuoteMonths = 24;

/** Largest monthly income taken for meant, in rupiah. */
export const maxIncome = 999_999_999_999;

/** A band of the income table: incomes from `from` to below `next` (null: no end), all in rupiah per month. */
export type Band = { from: number; next: number | null; base: number; basis: string };

/** The band an income falls in, in a contribution month (PP 44/2015 Lampiran II); undefined where no table is known or the income is not above 0. */
export function bandFor(income: number, month: string, rates = bpuRates): Band | undefined {
  const table = inForce(rates.tables, month);
  if (table === undefined || !(income > 0)) return undefined;
  const index = table.rows.findLastIndex((row) => row.from <= income);
  const row = table.rows[index];
  if (row === undefined) return undefined;
  return { ...row, next: table.rows[index + 1]?.from ?? null, basis: table.basis };
}

/**
 * Contributions of a member without an employer (BPU), month by month in whole rupiah: PP 44/2015 Lampiran II for JKK and
 * JKM, PP 46/2015 for JHT, PP 50/2025 for the relief. A reason instead wherever a figure would be a guess. Never throws.
 */
export function mandiriQuote(ask: MandiriAsk, rates: BpuRates = bpuRates): MandiriQuote {
  const fault = faultIn(ask);
  if (fault) return { kind: "unknown", reason: fault };
  const months: MonthQuote[] = [];
  let base: number | undefined;
  for (const month of monthRange(ask.from, ask.months)) {
    const quoted = monthQuote(ask, month, rates);
    if ("reason" in quoted) return { kind: "unknown", reason: quoted.reason, month };
    base ??= quoted.base;
    if (base !== quoted.base) return { kind: "unknown", reason: "base_changes", month };
    months.push(quoted.due);
  }
  if (base === undefined) return { kind: "unknown", reason: "months_out_of_range" };
  return { kind: "quote", base, months, total: sum(months.map(({ total }) => total)) };
}

function faultIn({ income, programmes, months, from }: MandiriAsk): NoQuoteReason | undefined {
  if (!Number.isInteger(income)) return "income_not_whole";
  if (income <= 0) return "income_too_small";
  if (income > maxIncome) return "income_too_large";
  if (!Number.isInteger(months) || months < 1 || months > maxQuoteMonths)
    return "months_out_of_range";
  if (!isMonth(from) || from > addMonths("9999-12", 1 - months)) return "bad_month";
  const compulsory = programmes.includes("jkk") && programmes.includes("jkm");
  if (!compulsory || new Set(programmes).size !== programmes.length)
    return "programmes_not_offered";
  return undefined;
}

function monthQuote(
  ask: MandiriAsk,
  month: string,
  rates: BpuRates,
): { base: number; due: MonthQuote } | { reason: NoQuoteReason } {
  const table = inForce(rates.tables, month);
  const band = bandFor(ask.income, month, rates);
  if (table === undefined || band === undefined) return { reason: "month_not_known" };
  const relief = inForce(
    rates.reliefs.filter(({ sector }) => sector === sectorOf(ask)),
    month,
  );
  const relieved = relief !== undefined && !(relief.exceptPaidByState && ask.paidByState);
  const used: Dated[] = [table];
  const due: MonthQuote = { month, jkk: 0, jkm: 0, jht: 0, total: 0, basis: [] };
  for (const programme of ask.programmes) {
    const rate = inForce(
      rates.rates.filter((one) => one.programme === programme),
      month,
    );
    if (rate === undefined) return { reason: "month_not_known" };
    used.push(rate);
    due[programme] = normalAmount(rate, band.base);
    if (relieved && relief.programmes.includes(programme))
      due[programme] -= shareOf(due[programme], relief.offBasisPoints);
  }
  if (relieved) used.push(relief);
  if (!["certain", "verified"].includes(weakest(used))) return { reason: "month_not_verified" };
  due.total = due.jkk + due.jkm + due.jht;
  due.basis = laws(used);
  return { base: band.base, due };
}

const sectorOf = ({ transport }: MandiriAsk): Sector => (transport ? "transport" : "not_transport");

const sum = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);
