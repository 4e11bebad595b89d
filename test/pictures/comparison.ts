import type { Comparison } from "../../src/flow/comparison.ts";
import { bookForTests } from "../support/talk.ts";

const book = bookForTests();

/** What a picture of the book shows by these answers. */
export const comparisonFor = (
  name: string,
  answers: Readonly<Record<string, string | number | boolean>>,
): Comparison | undefined =>
  book.pictures.get(name)?.compare({ language: "id", today: "2026-11-22", ...answers });

/** The contributions of a greengrocer who earns 2.500.000 a month: two packages, with relief and without. */
export function usualComparison(): Comparison {
  const comparison = comparisonFor("iuran", { penghasilan: 2_500_000, angkutan: false });
  if (!comparison) throw new Error("nothing to compare");
  return comparison;
}
