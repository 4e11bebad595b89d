import { type BpuProgramme, bpuProgrammes, bpuRates } from "../rules/bpu-rates.ts";
import { mandiriQuote } from "../rules/mandiri-quote.ts";
import { problemsInRates } from "../rules/problems-in-rates.ts";
import { quoteFaults } from "./quote-faults.ts";
import { quoteTable } from "./quote-mandiri-table.ts";
import {
  faulty,
  monthOptions,
  namesAmong,
  parsed,
  type QuoteIo,
  quoteCommand,
  refuse,
  whole,
} from "./quote-options.ts";

type Options = {
  income: number;
  programmes: BpuProgramme[];
  months: number;
  from?: string;
  transport?: boolean;
  paidByState?: boolean;
  json?: boolean;
};

/** `quote --segment mandiri`: the contribution of a member without an employer, and the help of `quote`. Gives the exit code. */
export function quoteMandiri(args: string[], io: QuoteIo, rates = bpuRates): number {
  const command = monthOptions(quoteCommand(io))
    .requiredOption("--income <rupiah>", "income a month, digits only", whole)
    .requiredOption("--programmes <list>", "jkk,jkm or jkk,jkm,jht", namesAmong(bpuProgrammes))
    .option("--transport", "works in transport: ojek, drivers, couriers")
    .option("--paid-by-state", "APBN or APBD pays: then there is no relief")
    .addHelpText(
      "after",
      "\nThese are the options of mandiri. For the others: quote --segment usaha|koperasi|pmi --help",
    );
  const done = parsed(command, args);
  if (done !== undefined) return done;
  if (faulty(problemsInRates(rates), io)) return 1;

  const options = command.opts<Options>();
  const ask = {
    income: options.income,
    programmes: options.programmes,
    months: options.months,
    from: options.from ?? io.now.today.slice(0, 7),
    transport: options.transport === true,
    paidByState: options.paidByState === true,
  };
  const quoted = mandiriQuote(ask, rates);
  if (quoted.kind === "unknown")
    return refuse(quoted, quoteFaults[quoted.reason], options.json === true, io);
  const { base, months, total } = quoted;
  if (options.json) io.out(JSON.stringify({ base, months, total }));
  else for (const line of quoteTable(ask, quoted, rates)) io.out(line);
  return 0;
}
