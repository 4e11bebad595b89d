import { isMonth } from "../lib/months.ts";
import { type Confidence, inForce, weakest } from "./dated.ts";
import { type PmiRates, type PmiVia, pmiRates } from "./pmi-rates.ts";

/** A migrant worker's contract, signed in a month `YYYY-MM`. */
export type PmiAsk = { via: PmiVia; contractMonths: number; month: string };

/** Whole rupiah for JKK and JKM, once for the contract; `coverMonths` null where no source was found. Or why there is no figure. */
export type PmiQuote =
  | {
      kind: "quote";
      before: number;
      during: number;
      total: number;
      coverMonths: number | null;
      /** Least contribution to JHT a month, for those who want it. */
      oldAgeFrom: number;
      basis: string;
      confidence: Confidence;
    }
  | { kind: "unknown"; reason: "months_out_of_range" | "bad_month" | "month_not_known" };

/** Longest contract taken for meant, in months. */
export const maxContractMonths = 60;

/**
 * Contribution of a migrant worker for JKK and JKM (Permenaker 4/2023 art. 18): the package for 6, 12 or 24 months, and a
 * price for each month that the contract is longer than a package. For other contracts there is no figure.
 */
export function pmiQuote(ask: PmiAsk, rates: PmiRates = pmiRates): PmiQuote {
  const { via, contractMonths, month } = ask;
  if (!Number.isInteger(contractMonths) || contractMonths < 1 || contractMonths > maxContractMonths)
    return { kind: "unknown", reason: "months_out_of_range" };
  if (!isMonth(month)) return { kind: "unknown", reason: "bad_month" };
  const own = rates.packages.filter((one) => one.via === via);
  const lengths = [...new Set(own.map((one) => one.contractMonths))].sort((a, b) => a - b);
  const length = lengths.findLast((one) => one <= contractMonths);
  if (length === undefined) return { kind: "unknown", reason: "months_out_of_range" };
  const found = inForce(
    own.filter((one) => one.contractMonths === length),
    month,
  );
  const extension = inForce(rates.extensions, month);
  const oldAge = inForce(rates.oldAge, month);
  if (!found || !extension || !oldAge) return { kind: "unknown", reason: "month_not_known" };
  const more = contractMonths - length;
  const during = found.during + more * extension.aMonth;
  return {
    kind: "quote",
    before: found.before,
    during,
    total: found.before + during,
    coverMonths: more === 0 ? found.coverMonths : null,
    oldAgeFrom: oldAge.leastAMonth,
    basis: found.basis,
    confidence: weakest(more === 0 ? [found] : [found, extension]),
  };
}
