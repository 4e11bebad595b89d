import { harmless } from "./harmless.ts";

/** Fields of a registration or of a worker, as they were stored or masked. */
export type ExportFields = Readonly<Record<string, string | number | boolean>>;

/**
 * A value as a cell of text: dates as dd-mm-yyyy, Indonesian telephone numbers from 0 on, ya or tidak; on one line, without
 * characters that no workbook can hold, and never a formula in any program. Empty where nothing is known.
 */
export function exportCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  const text = String(value)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " ")
    .trim();
  return harmless(
    text.replace(/^(\d{4})-([\d•]{2})-([\d•]{2})$/, "$3-$2-$1").replace(/^\+62(?=[\d•]+$)/, "0"),
  );
}
