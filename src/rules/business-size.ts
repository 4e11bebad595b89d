import {
  type BusinessRules,
  type BusinessSize,
  businessRules,
  businessSizes,
} from "./business-rules.ts";
import { type Confidence, inForce } from "./dated.ts";

/** What a size goes by, in whole rupiah: capital without land and buildings, or sales a year; one of them or both. */
export type SizeAsk = { capital?: number; sales?: number };

/** The size with its law, or why none can be told. `criteria_disagree`: capital says one size, sales another; a branch decides. */
export type SizeAnswer =
  | { kind: "size"; size: BusinessSize; basis: string; confidence: Confidence }
  | {
      kind: "unknown";
      reason: "nothing_given" | "not_whole_rupiah" | "criteria_disagree" | "month_not_known";
    };

/** The size of a business by PP 7/2021 art. 35 in a month `YYYY-MM`; thresholds belong to the smaller size. */
export function businessSizeFor(
  { capital, sales }: SizeAsk,
  month: string,
  rules: BusinessRules = businessRules,
): SizeAnswer {
  const given = [capital, sales].filter((amount) => amount !== undefined);
  if (given.length === 0) return { kind: "unknown", reason: "nothing_given" };
  if (!given.every((amount) => Number.isSafeInteger(amount) && amount >= 0))
    return { kind: "unknown", reason: "not_whole_rupiah" };
  const rows = businessSizes.flatMap(
    (size) =>
      inForce(
        rules.sizes.filter((row) => row.size === size),
        month,
      ) ?? [],
  );
  const byCapital = rows.find((row) => within(capital, row.capitalUpTo));
  const bySales = rows.find((row) => within(sales, row.salesUpTo));
  const found = byCapital ?? bySales;
  if (found === undefined) return { kind: "unknown", reason: "month_not_known" };
  if (byCapital && bySales && byCapital !== bySales)
    return { kind: "unknown", reason: "criteria_disagree" };
  return { kind: "size", size: found.size, basis: found.basis, confidence: found.confidence };
}

const within = (amount: number | undefined, upTo: number | null): boolean =>
  amount !== undefined && (upTo === null || amount <= upTo);
