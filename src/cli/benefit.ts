import { Option } from "commander";
import { benefitFor } from "../rules/benefit.ts";
import {
  type BenefitAsk,
  benefitEvents,
  childLevels,
  jhtReasons,
  type NoBenefit,
} from "../rules/benefit-ask.ts";
import { maxIncome } from "../rules/mandiri-quote.ts";
import { problemsInRules } from "../rules/problems-in-rules.ts";
import { benefitLines } from "./benefit-lines.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { day } from "./programme.ts";
import { type Fault, faulty, namesAmong, refuse, whole } from "./quote-options.ts";

type Options = GlobalOptions &
  Omit<BenefitAsk, "on" | "segment" | "totalDisability" | "birthDate"> & {
    on?: string;
    segment?: BenefitAsk["segment"];
    total?: boolean;
    birth?: string;
  };

/** `benefit`: what an event brings by the rules of its day. 0 told, 1 not known for that day, 2 used wrongly. */
export function benefit(args: readonly string[], io: Io): number {
  const parser = benefitCommand(io);
  parser.parse(args, { from: "user" });
  const quoteIo = { ...io, now: nowFrom(io.now.at()) };
  if (faulty(problemsInRules(), quoteIo)) return 1;

  const { json, now: _now, data: _data, contact: _contact, ...given } = parser.opts<Options>();
  const { on = quoteIo.now.today, segment, total, birth, ...rest } = given;
  const ask: BenefitAsk = {
    ...rest,
    on,
    segment: segment ?? usual(rest.event),
    ...(total ? { totalDisability: true } : {}),
    ...(birth === undefined ? {} : { birthDate: birth }),
  };
  const found = benefitFor(ask);
  if (found.kind === "unknown") return refuse(found, faults[found.reason], json === true, quoteIo);
  const { event, items, notes, eligibleFrom } = found;
  const pension = eligibleFrom === null ? {} : { eligibleFrom };
  if (json) io.out(JSON.stringify({ event, items, notes, ...pension }));
  else for (const line of benefitLines(ask, found)) io.out(line);
  return 0;
}

/** JP and JKP are for employees alone. */
const usual = (event: BenefitAsk["event"]): BenefitAsk["segment"] =>
  event === "jp" || event === "jkp" ? "usaha" : "mandiri";

const benefitCommand = (io: Io) =>
  command("benefit", "what an event brings, each amount with its legal basis", io)
    .addOption(
      new Option("--event <event>", "what happened").choices(benefitEvents).makeOptionMandatory(),
    )
    .addOption(new Option("--on <date>", "the day of it (default: today)").argParser(day))
    .option("--income <rupiah>", "income or wage a month, digits only", whole)
    .option("--months-paid <number>", "contribution months paid", whole)
    .option(
      "--children <list>",
      `children at school: ${childLevels.join(",")}`,
      namesAmong(childLevels),
    )
    .addOption(
      new Option("--segment <segment>", "who pays (default: mandiri; of jp and jkp usaha)").choices(
        ["mandiri", "usaha"],
      ),
    )
    .option("--months-off <number>", "kecelakaan: months unable to work", whole)
    .option("--percent <number>", "cacat: what the table gives for the part, 0 to 100", Number)
    .option("--loss-percent <number>", "cacat: how much of its use is lost, 0 to 100", Number)
    .option("--total", "cacat: total and permanent")
    .addOption(new Option("--birth <date>", "jht, jp: date of birth").argParser(day))
    .addOption(new Option("--reason <reason>", "jht: why in full").choices(jhtReasons))
    .option("--balance <rupiah>", "jht: what lies in the account", whole);

const faults: Record<NoBenefit, Fault> = {
  bad_date: { exit: 2, sentence: "--on must be a date written YYYY-MM-DD" },
  income_missing: { exit: 2, sentence: "--income must be given for this event" },
  income_not_whole: { exit: 2, sentence: "--income must be whole rupiah" },
  income_too_small: { exit: 2, sentence: "--income must be above 0" },
  income_too_large: { exit: 2, sentence: `--income must not be above ${maxIncome}` },
  months_out_of_range: {
    exit: 2,
    sentence: "--months-paid and --months-off must be whole numbers from 0 to 1200",
  },
  percent_out_of_range: {
    exit: 2,
    sentence: "--percent and --loss-percent must be above 0 and at most 100, with two decimals",
  },
  too_many_children: { exit: 2, sentence: "--children names too many children" },
  bad_birth_date: { exit: 2, sentence: "--birth must be a date not after --on" },
  balance_out_of_range: {
    exit: 2,
    sentence: `--balance must be whole rupiah from 0 to ${maxIncome}`,
  },
  date_not_known: { exit: 1, sentence: "Not known for that date: no rule of that time is on file" },
};
