import { bpuRates } from "../rules/bpu-rates.ts";
import { quoteKoperasi } from "./quote-koperasi.ts";
import { quoteMandiri } from "./quote-mandiri.ts";
import type { QuoteIo } from "./quote-options.ts";
import { quotePmi } from "./quote-pmi.ts";
import { quoteUsaha } from "./quote-usaha.ts";

const bySegment: Partial<Record<string, (args: string[], io: QuoteIo) => number>> = {
  usaha: quoteUsaha,
  koperasi: quoteKoperasi,
  pmi: quotePmi,
};

/**
 * `quote`: contributions month by month with their legal basis, in whole rupiah, for the segment that `--segment` names.
 * Returns the exit code: 0 quoted, 1 no figure is known or the rates are faulty, 2 used wrongly. `today` is an ISO date.
 */
export function quote(args: string[], io: QuoteIo, rates = bpuRates): number {
  const own = bySegment[segmentIn(args) ?? ""];
  return own ? own(args, io) : quoteMandiri(args, io, rates);
}

function segmentIn(args: readonly string[]): string | undefined {
  const joined = args.find((one) => one.startsWith("--segment="));
  if (joined) return joined.slice("--segment=".length);
  const index = args.indexOf("--segment");
  return index < 0 ? undefined : args[index + 1];
}
