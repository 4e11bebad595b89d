import { type Command, Option } from "commander";
import { type BusinessSize, businessSizes } from "../rules/business-rules.ts";
import { businessSizeFor } from "../rules/business-size.ts";
import { problemsInRules } from "../rules/problems-in-rules.ts";
import { type PuProgramme, puProgrammes, type RiskGroup, riskGroups } from "../rules/pu-rates.ts";
import { knownActivities, riskGroupFor } from "../rules/risk-group.ts";
import { type UsahaAsk, usahaQuote } from "../rules/usaha-quote.ts";
import { quoteFaults } from "./quote-faults.ts";
import {
  type Fault,
  faulty,
  monthOptions,
  namesAmong,
  parsed,
  type QuoteIo,
  quoteCommand,
  refuse,
  whole,
  wholes,
} from "./quote-options.ts";
import { usahaTable } from "./quote-usaha-table.ts";

/** What the command line says about a business. */
export type BusinessOptions = {
  size?: BusinessSize;
  capital?: number;
  sales?: number;
  risk?: string;
  activity?: string;
  programmes?: PuProgramme[];
  labourIntensive?: boolean;
  wage?: number[];
};
type Options = BusinessOptions & { months: number; from?: string; json?: boolean };

/** `quote --segment usaha`: what an employer and the workers pay. Gives the exit code. */
export function quoteUsaha(args: string[], io: QuoteIo): number {
  const command = businessOptions(monthOptions(quoteCommand(io))).option(
    "--programmes <list>",
    "what is compulsory for the size and what may be added (default: what is compulsory)",
    namesAmong(puProgrammes),
  );
  const done = parsed(command, args);
  if (done !== undefined) return done;
  if (faulty(problemsInRules(), io)) return 1;

  const options = command.opts<Options>();
  const from = options.from ?? io.now.today.slice(0, 7);
  const business = businessFrom(options, from);
  const json = options.json === true;
  if ("fault" in business) return refuse({ reason: business.reason }, business.fault, json, io);
  const ask = { ...business, months: options.months, from };
  const quoted = usahaQuote(ask);
  if (quoted.kind === "unknown") return refuse(quoted, quoteFaults[quoted.reason], json, io);
  const { base, months, workers, total } = quoted;
  if (json) io.out(JSON.stringify({ base, months, total, workers }));
  else for (const line of usahaTable(ask, quoted)) io.out(line);
  return 0;
}

/** Adds the options that describe a business and its wages. */
export const businessOptions = (command: Command): Command =>
  command
    .addOption(new Option("--size <size>", "size of the business").choices(businessSizes))
    .option("--capital <rupiah>", "in place of --size: capital without land and buildings", whole)
    .option("--sales <rupiah>", "in place of --size: sales a year", whole)
    .addOption(new Option("--risk <group>", "risk group of JKK").choices(riskGroups.map(String)))
    .addOption(
      new Option("--activity <code>", "in place of --risk: main activity").choices(knownActivities),
    )
    .option("--wage <rupiah>", "wage of a worker a month; once for each worker", wholes)
    .option("--labour-intensive", "one of the industries of PP 7/2025, 50 workers or more");

/** The business that the options describe, or what is wrong with them. */
export function businessFrom(
  options: BusinessOptions,
  month: string,
): Omit<UsahaAsk, "months" | "from"> | { reason: string; fault: Fault } {
  const { wage = [], programmes, labourIntensive = false } = options;
  const sized = options.size
    ? { kind: "size" as const, size: options.size }
    : businessSizeFor(options, month);
  if (sized.kind === "unknown") return { reason: sized.reason, fault: sizeFaults[sized.reason] };
  const proposed = options.activity ? riskGroupFor(options.activity, month) : undefined;
  const risk = options.risk ? (Number(options.risk) as RiskGroup) : proposed?.group;
  if (!risk) return { reason: "no_risk_group", fault: noRisk };
  const business = { size: sized.size, risk, wages: wage, labourIntensive };
  return programmes ? { ...business, programmes } : business;
}

const noRisk: Fault = {
  exit: 2,
  sentence: "--risk 1 to 5 or --activity must be given, one whose group is known in that month",
};
const sizeFaults: Record<
  Extract<ReturnType<typeof businessSizeFor>, { kind: "unknown" }>["reason"],
  Fault
> = {
  nothing_given: { exit: 2, sentence: "--size, or --capital, or --sales must be given" },
  not_whole_rupiah: { exit: 2, sentence: "--capital and --sales must be whole rupiah, 0 or more" },
  criteria_disagree: {
    exit: 1,
    sentence: "Modal dan penjualan menunjuk skala yang berbeda; tanyakan ke kantor cabang",
  },
  month_not_known: { exit: 1, sentence: "Aturan skala usaha untuk bulan ini tidak diketahui" },
};
