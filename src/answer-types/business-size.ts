import type { BusinessSize } from "../rules/business-rules.ts";
import { businessSizeFor } from "../rules/business-size.ts";
import { readAmount } from "./amount.ts";
import { edge, periodWords } from "./rupiah-words.ts";
import { asksBack } from "./talk.ts";
import { tidy } from "./tidy.ts";
import { wordsOf } from "./words.ts";

/** Longer texts tell more than a sum. */
const longest = 120;

/**
 * The size of a business (PP 7/2021 art. 35) by the one sum of capital or sales that a text names: "modal 50 juta", "omzet 30 juta
 * sebulan". A sum without a word for what it is counts where capital, sales a year and sales a month come to the same size.
 * Null where none is told for certain. `today`: ISO date.
 */
export function businessSizeIn(text: string, today: string): BusinessSize | null {
  const plain = tidy(text).toLowerCase();
  if (plain.length > longest || asksBack(plain, wordsOf(plain)) || edge.test(plain)) return null;
  const tokens = (plain.match(/\d+(?:[.,]\d+)*|[a-z]+/g) ?? []).filter(
    (token) => !money.has(token),
  );
  const sums = sumsIn(tokens);
  const [sum] = sums;
  if (sum === undefined || sums.length > 1 || sum < least) return null;
  const [first, ...others] = readings(tokens, sum).map((ask) => {
    const answer = businessSizeFor(ask, today.slice(0, 7));
    return answer.kind === "size" ? answer.size : null;
  });
  return first && others.every((size) => size === first) ? first : null;
}

/** Below it thousands or millions were left out. */
const least = 100_000;

const money = new Set(["rp", "idr", "rupiah"]);
const noCounts = { has: () => false };

function sumsIn(tokens: readonly string[]): number[] {
  const sums: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = readAmount(tokens, at, noCounts);
    if (amount?.kind === "rupiah") sums.push(amount.rupiah);
    else if (amount) sums.push(0); // a figure whose size is not clear
    at = amount?.next ?? at + 1;
  }
  return sums;
}

const capital = new Set("modal modalnya aset asetnya kekayaan capital assets".split(" "));
const sales = new Set(
  "omzet omset omzetnya omsetnya penjualan penjualannya jualan jualannya pemasukan pendapatan laku kotor putaran perputaran sales turnover revenue".split(
    " ",
  ),
);
/** Most turns of a period in a year: who sells every day sells no more than that. */
const turns = { day: 366, week: 53, month: 12 } as const;

type Ask = Parameters<typeof businessSizeFor>[0];

/** What the sum may be: capital, or sales a year. */
function readings(tokens: readonly string[], sum: number): Ask[] {
  const has = (words: ReadonlySet<string>) => tokens.some((token) => words.has(token));
  if (has(capital)) return has(sales) ? [] : [{ capital: sum }];
  const period = tokens.map((token) => periodWords.get(token)).find((one) => one !== undefined);
  if (period === "day" || period === "week" || period === "month")
    return [{ sales: sum * turns[period] }];
  if (period === "year") return [{ sales: sum }];
  if (period === "job") return [];
  const bySales = [{ sales: sum }, { sales: sum * turns.month }];
  return has(sales) ? bySales : [...bySales, { capital: sum }];
}
