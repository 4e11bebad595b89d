import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type BpuProgramme, bpuProgrammes, bpuRates } from "../rules/bpu-rates.ts";
import {
  type MandiriQuote,
  mandiriQuote,
  maxIncome,
  maxQuoteMonths,
  type NoQuoteReason,
} from "../rules/mandiri-quote.ts";
import { problemsInRates } from "../rules/problems-in-rates.ts";
import { quoteTable } from "./quote-table.ts";

type Io = { out(line: string): void; err(line: string): void; now: { today: string } };
type Options = {
  income: number;
  programmes: BpuProgramme[];
  months: number;
  from?: string;
  transport?: boolean;
  json?: boolean;
};

/**
 * `quote`: the contribution of a member without an employer, month by month with its legal basis, in whole rupiah.
 * Returns the exit code: 0 quoted, 1 no figure is known or the rates are faulty, 2 used wrongly. `today` is an ISO date.
 */
export function quote(args: string[], io: Io, rates = bpuRates): number {
  const command = quoteCommand(io);
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const problems = problemsInRates(rates);
  for (const { place, message, remedy } of problems) io.err(`${place}: ${message}. ${remedy}`);
  if (problems.length > 0) return 1;

  const options = command.opts<Options>();
  const ask = {
    income: options.income,
    programmes: options.programmes,
    months: options.months,
    from: options.from ?? io.now.today.slice(0, 7),
    transport: options.transport === true,
  };
  const quoted = mandiriQuote(ask, rates);
  if (quoted.kind === "unknown") return refuse(quoted, options.json === true, io);
  const { base, months, total } = quoted;
  if (options.json) io.out(JSON.stringify({ base, months, total }));
  else for (const line of quoteTable(ask, quoted)) io.out(line);
  return 0;
}

function quoteCommand(io: Io): Command {
  return new Command("quote")
    .description("contribution month by month, each amount with its legal basis")
    .addOption(
      new Option("--segment <segment>", "who pays").choices(["mandiri"]).makeOptionMandatory(),
    )
    .requiredOption("--income <rupiah>", "income a month, digits only", whole)
    .requiredOption("--programmes <list>", "jkk,jkm or jkk,jkm,jht", programmeList)
    .requiredOption("--months <number>", `months in a row, 1 to ${maxQuoteMonths}`, whole)
    .option("--from <YYYY-MM>", "first contribution month (default: this month)")
    .option("--transport", "works in transport: ojek, drivers, couriers")
    .option("--json", "one JSON line alone")
    .addOption(new Option("--now <iso>").hideHelp())
    .addOption(new Option("--data <dir>").hideHelp())
    .addOption(new Option("--contact <id>").hideHelp())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => each(text, io.out),
      writeErr: (text) => each(text, io.err),
    });
}

function each(text: string, write: (line: string) => void): void {
  for (const line of text.trimEnd().split("\n")) write(line);
}

function whole(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number in digits only.");
  return Number(text);
}

function programmeList(text: string): BpuProgramme[] {
  return text.split(",").map((name) => {
    const known = bpuProgrammes.find((programme) => programme === name.trim());
    if (known === undefined)
      throw new InvalidArgumentError(`Choose among ${bpuProgrammes.join(", ")}.`);
    return known;
  });
}

const faults: Record<NoQuoteReason, { exit: 1 | 2; sentence: string }> = {
  income_not_whole: { exit: 2, sentence: "--income must be whole rupiah" },
  income_too_small: { exit: 2, sentence: "--income must be above 0" },
  income_too_large: { exit: 2, sentence: `--income must not be above ${maxIncome}` },
  months_out_of_range: { exit: 2, sentence: `--months must be 1 to ${maxQuoteMonths}` },
  bad_month: { exit: 2, sentence: "--from must be a month written YYYY-MM" },
  programmes_not_offered: {
    exit: 2,
    sentence: "--programmes must be jkk,jkm or jkk,jkm,jht: jkk and jkm are compulsory",
  },
  month_not_known: { exit: 1, sentence: "Aturan iuran untuk bulan ini tidak diketahui" },
  month_not_verified: {
    exit: 1,
    sentence: "Aturan iuran untuk bulan ini belum terverifikasi; tanyakan ke kantor cabang",
  },
  base_changes: {
    exit: 1,
    sentence: "Dasar perhitungan berubah mulai bulan ini; hitung terpisah",
  },
};

function refuse(
  { reason, month }: Extract<MandiriQuote, { kind: "unknown" }>,
  json: boolean,
  io: Io,
): number {
  const { exit, sentence } = faults[reason];
  if (json && exit === 1) io.out(JSON.stringify({ error: reason, month }));
  io.err(month === undefined ? `error: ${sentence}` : `${sentence}: ${month}`);
  return exit;
}
