import { addMonths, isMonth, monthRange } from "../lib/months.ts";
import { businessRules, type EmployerKind } from "./business-rules.ts";
import { type Confidence, type Dated, inForce, laws, weakest } from "./dated.ts";
import { maxIncome, maxQuoteMonths } from "./mandiri-quote.ts";
import {
  type PuProgramme,
  type PuRates,
  puProgrammes,
  puRates,
  type RiskGroup,
} from "./pu-rates.ts";
import { roundedShare } from "./rounded-share.ts";

/** What an employer's contributions are reckoned from. Wages in whole rupiah per month: basic pay and fixed allowances. */
export type UsahaAsk = {
  size: EmployerKind;
  /** Risk group of JKK; without one nothing is quoted. */
  risk: RiskGroup;
  wages: readonly number[];
  /** How many months in a row, 1 to `maxQuoteMonths`, the first one `YYYY-MM`. */
  months: number;
  from: string;
  /** What is compulsory for the size, unless told: that and what may be added. */
  programmes?: readonly PuProgramme[];
  /** Whether it is one of the labour-intensive industries of PP 7/2025. */
  labourIntensive?: boolean;
};

/** Whole rupiah that each side pays. */
export type Shares = { worker: number; employer: number };

/** Contributions of one month, due on an ISO date, with their regulations; `confidence` is that of the least sure rule. */
export type UsahaMonth = { month: string } & Record<PuProgramme, Shares> &
  Shares & { total: number; due: string; basis: string[]; confidence: Confidence };

/** Why there is no figure. `month_*` are limits of our knowledge, the others faults of the question. */
export type NoUsahaQuote =
  | "no_wages"
  | "too_many_wages"
  | "wage_not_whole"
  | "wage_too_small"
  | "wage_too_large"
  | "months_out_of_range"
  | "bad_month"
  | "programmes_not_offered"
  | "too_few_workers_for_relief"
  | "month_not_known"
  | "month_not_verified";

/** Contributions of all workers by month, and of each worker; `base` is all wages together. Or why there is no figure. */
export type UsahaQuote =
  | {
      kind: "quote";
      base: number;
      months: UsahaMonth[];
      workers: { wage: number; months: UsahaMonth[]; total: number }[];
      total: number;
    }
  | { kind: "unknown"; reason: NoUsahaQuote; month?: string };

/** Most workers a quote covers. */
export const maxWages = 10_000;

/**
 * Contributions of an employer (PU) for each worker, month by month: PP 44/2015 (JKK by risk group, JKM), PP 46/2015 (JHT),
 * PP 45/2015 (JP up to the wage ceiling of the month). Rounded as `roundedShare` says. JKP adds nothing to the bill. Never throws.
 */
export function usahaQuote(ask: UsahaAsk, rates: PuRates = puRates): UsahaQuote {
  const fault = faultIn(ask);
  if (fault) return { kind: "unknown", reason: fault };
  const perMonth: UsahaMonth[][] = [];
  for (const month of monthRange(ask.from, ask.months)) {
    const rules = rulesOf(ask, month, rates);
    if ("reason" in rules) return { kind: "unknown", reason: rules.reason, month };
    // many workers, few different wages
    const byWage = new Map(
      [...new Set(ask.wages)].map((wage) => [wage, workerMonth(wage, month, rules)]),
    );
    perMonth.push(ask.wages.flatMap((wage) => byWage.get(wage) ?? []));
  }
  const months = perMonth.map(together);
  const workers = ask.wages.map((wage, index) => {
    const own = perMonth.flatMap((month) => month[index] ?? []);
    return { wage, months: own, total: sum(own.map(({ total }) => total)) };
  });
  const total = sum(months.map((month) => month.total));
  return { kind: "quote", base: sum(ask.wages), months, workers, total };
}

/**
 * The programmes that an employer must take and may add in a month: by its size (Perpres 109/2013 art. 6); a public agency for its
 * non-ASN staff what every reading of Permenaker 1/2025 art. 3A holds, beside it what they differ on.
 */
export const programmesOf = (size: EmployerKind, month: string) =>
  inForce(
    businessRules.programmes.filter((one) => one.size === size),
    month,
  );

function faultIn(ask: UsahaAsk): NoUsahaQuote | undefined {
  const { wages, months, from } = ask;
  if (wages.length === 0) return "no_wages";
  if (wages.length > maxWages) return "too_many_wages";
  if (!wages.every(Number.isInteger)) return "wage_not_whole";
  if (wages.some((wage) => wage <= 0)) return "wage_too_small";
  if (sum(wages) > maxIncome) return "wage_too_large";
  if (!Number.isInteger(months) || months < 1 || months > maxQuoteMonths)
    return "months_out_of_range";
  if (!isMonth(from) || from > addMonths("9999-12", -months)) return "bad_month";
  return undefined;
}

type Rate = PuRates["rates"][number];
type MonthRules = {
  rates: Rate[];
  ceiling: PuRates["wageCeilings"][number] | undefined;
  relief: PuRates["reliefs"][number] | undefined;
  due: string;
  law: Dated;
};

function rulesOf(
  ask: UsahaAsk,
  month: string,
  rules: PuRates,
): MonthRules | { reason: NoUsahaQuote } {
  const offered = programmesOf(ask.size, month);
  const paying = inForce(rules.paying, month);
  if (offered === undefined || paying === undefined) return { reason: "month_not_known" };
  const programmes = ask.programmes ?? offered.compulsory;
  const known = [...offered.compulsory, ...offered.optional];
  const complete = offered.compulsory.every((one) => programmes.includes(one));
  if (!complete || !programmes.every((one) => known.includes(one)))
    return { reason: "programmes_not_offered" };

  const rates = puProgrammes
    .filter((one) => programmes.includes(one))
    .map((one) => rateFor(one, ask.risk, month, rules));
  const ceiling = inForce(rules.wageCeilings, month);
  if (rates.includes(undefined) || (programmes.includes("jp") && ceiling === undefined))
    return { reason: "month_not_known" };
  const relief = reliefFor(ask, month, rules);
  if (relief && !["certain", "verified"].includes(relief.confidence))
    return { reason: "month_not_verified" };
  if (relief && ask.wages.length < relief.leastWorkers)
    return { reason: "too_few_workers_for_relief" };
  const due = `${addMonths(month, 1)}-${String(paying.dueDay).padStart(2, "0")}`;
  return { rates: rates.filter((one) => one !== undefined), ceiling, relief, due, law: offered };
}

const rateFor = (programme: PuProgramme, risk: RiskGroup, month: string, { rates }: PuRates) =>
  inForce(
    rates.filter(
      (one) => one.programme === programme && (one.group === null || one.group === risk),
    ),
    month,
  );

const reliefFor = ({ labourIntensive }: UsahaAsk, month: string, { reliefs }: PuRates) =>
  inForce(
    reliefs.filter(({ only }) => only === "everybody" || labourIntensive === true),
    month,
  );

const nobody: Shares = { worker: 0, employer: 0 };

function workerMonth(wage: number, month: string, rules: MonthRules): UsahaMonth {
  const due: Record<PuProgramme, Shares> = { jkk: nobody, jkm: nobody, jht: nobody, jp: nobody };
  const used: Dated[] = [rules.law];
  for (const rate of rules.rates) {
    const ceiling = rate.programme === "jp" ? rules.ceiling : undefined;
    const relief = rules.relief?.programmes.includes(rate.programme) ? rules.relief : undefined;
    const capped = ceiling && ceiling.rupiah < wage ? ceiling : undefined;
    const counted = capped?.rupiah ?? wage;
    due[rate.programme] = {
      worker: relieved(counted, rate.worker, relief?.offBasisPoints),
      employer: relieved(counted, rate.employer, relief?.offBasisPoints),
    };
    used.push(rate, ...[capped, relief].filter((one) => one !== undefined));
  }
  const sides = added(Object.values(due));
  return {
    month,
    ...due,
    ...sides,
    total: sides.worker + sides.employer,
    due: rules.due,
    basis: laws(used.slice(1)),
    confidence: weakest(used),
  };
}

/** A share of a wage less its relief, rounded once. */
const relieved = (wage: number, basisPoints: number, off = 0): number =>
  roundedShare(wage, basisPoints * (10_000 - off), 100_000_000);

/** One month of all workers. */
function together(workers: readonly UsahaMonth[]): UsahaMonth {
  const [first] = workers;
  if (first === undefined) throw new RangeError("a quote has at least one worker");
  const of = (programme: PuProgramme) => added(workers.map((one) => one[programme]));
  const sides = added(workers);
  return {
    ...first,
    jkk: of("jkk"),
    jkm: of("jkm"),
    jht: of("jht"),
    jp: of("jp"),
    ...sides,
    total: sides.worker + sides.employer,
    basis: [...new Set(workers.flatMap(({ basis }) => basis))],
    confidence: weakest(workers),
  };
}

const added = (shares: readonly Shares[]): Shares => ({
  worker: sum(shares.map(({ worker }) => worker)),
  employer: sum(shares.map(({ employer }) => employer)),
});

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
