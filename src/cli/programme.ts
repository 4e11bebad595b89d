import { InvalidArgumentError, Option } from "commander";
import { isDay } from "../rules/dated.ts";
import { expiring } from "../rules/expiring.ts";
import { allSeries } from "../rules/problems-in-rules.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** How many days ahead an end is worth a look. */
const soonDays = 60;

/** `programme stale`: rates and reliefs that end within 60 days or have ended with nothing after. 1 when there are any. */
export function programmeStale(args: readonly string[], io: Io): number {
  const parser = command(
    "programme stale",
    `rates and reliefs that end within ${soonDays} days or have ended`,
    io,
  ).addOption(new Option("--on <date>", "the day to look from (default: today)").argParser(day));
  parser.parse(args, { from: "user" });
  const { on = nowFrom(io.now.at()).today, json } = parser.opts<GlobalOptions & { on?: string }>();
  const found = expiring(allSeries(), on, soonDays);
  if (json) io.out(JSON.stringify(found));
  else if (found.length === 0) io.out(`Nothing ends within ${soonDays} days of ${on}.`);
  else
    for (const { place, name, basis, until, daysLeft } of found)
      io.out(`${place}  ${name} (${basis}), until ${until}: ${inDays(daysLeft)}`);
  return found.length > 0 ? 1 : 0;
}

/** A date as `--on` takes it. */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Write a date as YYYY-MM-DD.");
  return text;
}

const inDays = (days: number): string =>
  days < 0 ? `ended ${-days} days ago` : `ends in ${days} days`;
