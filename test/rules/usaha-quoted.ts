import { type UsahaAsk, usahaQuote } from "../../src/rules/usaha-quote.ts";

/** A micro shop with one worker in November 2026, where a test does not change it. */
const ask: UsahaAsk = { size: "mikro", risk: 1, wages: [2_500_000], months: 1, from: "2026-11" };

/** The quote; throws where there is none. */
export function quoted(change: Partial<UsahaAsk>) {
  const quote = usahaQuote({ ...ask, ...change });
  if (quote.kind !== "quote") throw new Error(`no quote: ${quote.reason} ${quote.month}`);
  return quote;
}

/** Its first month. */
export function month(change: Partial<UsahaAsk>) {
  const [first] = quoted(change).months;
  if (first === undefined) throw new Error("no month");
  return first;
}

/** Why there is no quote and for which month; its total where there is one. */
export const reason = (change: Partial<UsahaAsk>) => {
  const quote = usahaQuote({ ...ask, ...change });
  return quote.kind === "unknown" ? [quote.reason, quote.month] : quote.total;
};
