import { Option } from "commander";
import { maxContractMonths, type PmiQuote, pmiQuote } from "../rules/pmi-quote.ts";
import { type PmiVia, pmiVias } from "../rules/pmi-rates.ts";
import { problemsInRules } from "../rules/problems-in-rules.ts";
import {
  type Fault,
  faulty,
  parsed,
  type QuoteIo,
  quoteCommand,
  refuse,
  whole,
} from "./quote-options.ts";
import { estimate, rupiah } from "./quote-words.ts";

type Options = { via: PmiVia; contract: number; from?: string; json?: boolean };

/** `quote --segment pmi`: what a migrant worker pays for a contract. Gives the exit code. */
export function quotePmi(args: string[], io: QuoteIo): number {
  const command = quoteCommand(io)
    .addOption(
      new Option("--via <way>", "placed by an agency or going alone")
        .choices(pmiVias)
        .makeOptionMandatory(),
    )
    .requiredOption("--contract <months>", "length of the contract: 6, 12, 24 or more", whole)
    .option("--from <YYYY-MM>", "month of registering (default: this month)");
  const done = parsed(command, args);
  if (done !== undefined) return done;
  if (faulty(problemsInRules(), io)) return 1;

  const { via, contract, from, json = false } = command.opts<Options>();
  const month = from ?? io.now.today.slice(0, 7);
  const quoted = pmiQuote({ via, contractMonths: contract, month });
  if (quoted.kind === "unknown") return refuse(quoted, faults[quoted.reason], json, io);
  if (json) io.out(JSON.stringify({ ...quoted, kind: undefined }));
  else for (const line of lines(contract, quoted)) io.out(line);
  return 0;
}

const faults: Record<Extract<PmiQuote, { kind: "unknown" }>["reason"], Fault> = {
  months_out_of_range: { exit: 2, sentence: `--contract must be 6 to ${maxContractMonths} months` },
  bad_month: { exit: 2, sentence: "--from must be a month written YYYY-MM" },
  month_not_known: { exit: 1, sentence: "Aturan iuran PMI untuk bulan ini tidak diketahui" },
};

const lines = (contract: number, quoted: Extract<PmiQuote, { kind: "quote" }>): string[] => [
  `Iuran pekerja migran (PMI), JKK dan JKM, kontrak ${contract} bulan`,
  ...(quoted.before > 0 ? [`Sebelum berangkat: Rp${rupiah(quoted.before)}`] : []),
  `Selama dan setelah bekerja: Rp${rupiah(quoted.during)}`,
  `Jumlah: Rp${rupiah(quoted.total)}${quoted.coverMonths === null ? "" : ` untuk ${quoted.coverMonths} bulan perlindungan`}`,
  `Dasar hukum: ${quoted.basis}. JHT sukarela mulai Rp${rupiah(quoted.oldAgeFrom)} sebulan.`,
  estimate,
];
