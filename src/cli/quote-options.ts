import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { maxQuoteMonths } from "../rules/mandiri-quote.ts";
import type { RateProblem } from "../rules/series-problems.ts";

/** Where a quote is printed, and the ISO date of today. */
export type QuoteIo = {
  out(line: string): void;
  err(line: string): void;
  now: { today: string };
};

/** Whom a contribution is quoted for. */
export const segments = ["mandiri", "usaha", "koperasi", "pmi"] as const;

/** A `quote` command for one of the segments with the options that all have; its own come on top. */
export function quoteCommand(io: QuoteIo): Command {
  return new Command("quote")
    .description("contribution month by month, each amount with its legal basis")
    .addOption(
      new Option("--segment <segment>", "who pays").choices(segments).makeOptionMandatory(),
    )
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

/** Adds the options that say which months are quoted. */
export const monthOptions = (command: Command): Command =>
  command
    .requiredOption("--months <number>", `months in a row, 1 to ${maxQuoteMonths}`, whole)
    .option("--from <YYYY-MM>", "first contribution month (default: this month)");

/** Reads the arguments; an exit code where nothing is left to do. */
export function parsed(command: Command, args: string[]): number | undefined {
  try {
    command.parse(args, { from: "user" });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Prints what is wrong with the rules; whether anything is. */
export function faulty(problems: readonly RateProblem[], io: QuoteIo): boolean {
  for (const { place, message, remedy } of problems) io.err(`${place}: ${message}. ${remedy}`);
  return problems.length > 0;
}

/** Why there is no figure: the exit code and a sentence. 2 for a fault of the question, 1 where the rules know no figure. */
export type Fault = { exit: 1 | 2; sentence: string };

/** Says why there is no figure, in JSON too where the rules know none; gives the exit code. */
export function refuse(
  unknown: { reason: string; month?: string },
  { exit, sentence }: Fault,
  json: boolean,
  io: QuoteIo,
): number {
  const { reason, month } = unknown;
  if (json && exit === 1) io.out(JSON.stringify({ error: reason, month }));
  io.err(month === undefined ? `error: ${sentence}` : `${sentence}: ${month}`);
  return exit;
}

/** A whole number in digits. */
export function whole(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number in digits only.");
  return Number(text);
}

/** A list of whole numbers: the option may come several times, and each time with several numbers between commas. */
export const wholes = (text: string, before: number[] = []): number[] => [
  ...before,
  ...text.split(",").map((one) => whole(one.trim())),
];

/** A reader of a list of names between commas. */
export const namesAmong =
  <T extends string>(known: readonly T[]) =>
  (text: string): T[] =>
    text.split(",").map((name) => {
      const found = known.find((one) => one === name.trim());
      if (found === undefined) throw new InvalidArgumentError(`Choose among ${known.join(", ")}.`);
      return found;
    });

function each(text: string, write: (line: string) => void): void {
  for (const line of text.trimEnd().split("\n")) write(line);
}
