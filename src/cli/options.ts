import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Io } from "./io.ts";

/** Options that every command takes. */
export type GlobalOptions = { json?: true; now?: string; data?: string; contact?: string };

/** A command whose help and faults go through `io` and that never ends the process. */
export function command(name: string, description: string, io: Io): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option("--json", "machine output alone on standard output"))
    .addOption(new Option("--now <iso>", "a pretended clock that stands still").argParser(instant))
    .addOption(new Option("--data <dir>", "embedded data folder; :memory: keeps nothing"))
    .addOption(new Option("--contact <id>", "whose conversation"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    });
}

/** A mere date stands for noon of that day in Jakarta. */
export const instantOf = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00+07:00` : text;

function instant(text: string): string {
  const full = instantOf(text);
  if (Number.isNaN(Date.parse(full)))
    throw new InvalidArgumentError("It takes an ISO date or time.");
  return full;
}

/** Exit code of what commander threw: 0 for help, 2 for wrong use. */
export function exitCodeOf(error: unknown): number | null {
  if (!(error instanceof CommanderError)) return null;
  return error.exitCode === 0 ? 0 : 2;
}
