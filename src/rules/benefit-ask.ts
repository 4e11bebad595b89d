import { scholarshipLevels } from "./benefit-rules.ts";
import { isDay } from "./dated.ts";
import { maxIncome } from "./mandiri-quote.ts";

/** What happened: accident, disability by accident, death by accident, other death; savings, pension, job lost. */
export const benefitEvents = [
  "kecelakaan",
  "cacat",
  "meninggal-kerja",
  "meninggal",
  "jht",
  "jp",
  "jkp",
] as const;
/** What happened. */
export type BenefitEvent = (typeof benefitEvents)[number];

/** Why a member takes out the JHT account. */
export const jhtReasons = [
  "age",
  "resigned",
  "laid_off",
  "contract_ended",
  "stopped",
  "total_disability",
  "death",
  "left_country",
] as const;

/** Levels of school that a child may be at; `belum`: not yet at school. */
export const childLevels = ["belum", ...scholarshipLevels] as const;
/** Where a child stands at school. */
export type ChildLevel = (typeof childLevels)[number];

/** What a benefit is reckoned from. Amounts in whole rupiah, dates ISO. What is left out is not known. */
export type BenefitAsk = {
  event: BenefitEvent;
  /** The day of the event. */
  on: string;
  /** Income (mandiri) or wage (usaha) a month. */
  income?: number;
  /** Whether the member pays alone (BPU) or through an employer (PU). JP and JKP are for `usaha` alone. */
  segment: "mandiri" | "usaha";
  /** Months paid: for JKM in a row since registering, for JKP within the months that count, else altogether. */
  monthsPaid?: number;
  children?: readonly ChildLevel[];
  /** Months that the person could not work. */
  monthsOff?: number;
  /** What the table says the injured part is worth, above 0 to 100, at most two decimals. */
  percent?: number;
  /** How much of its use is lost, above 0 to 100; without it the part itself is lost. */
  lossPercent?: number;
  totalDisability?: boolean;
  birthDate?: string;
  reason?: (typeof jhtReasons)[number];
  /** What lies in the JHT account. */
  balance?: number;
};

/** Why there is no answer. `date_not_known` is a limit of our knowledge, the others are faults of the question. */
export type NoBenefit =
  | "bad_date"
  | "income_missing"
  | "income_not_whole"
  | "income_too_small"
  | "income_too_large"
  | "months_out_of_range"
  | "percent_out_of_range"
  | "too_many_children"
  | "bad_birth_date"
  | "balance_out_of_range"
  | "date_not_known";

/** Most months of paying or of illness taken for meant: a hundred years. */
const maxMonths = 1_200;
/** Most children taken for meant. */
const maxChildren = 30;

const needsIncome: readonly BenefitEvent[] = ["kecelakaan", "cacat", "meninggal-kerja", "jkp"];

/** What is wrong with a question, if anything. */
export function faultIn(ask: BenefitAsk): NoBenefit | undefined {
  if (!isDay(ask.on)) return "bad_date";
  const { birthDate } = ask;
  if (birthDate !== undefined && !(isDay(birthDate) && birthDate <= ask.on))
    return "bad_birth_date";
  return incomeFault(ask) ?? countFault(ask) ?? percentFault(ask);
}

function incomeFault({ event, income }: BenefitAsk): NoBenefit | undefined {
  if (income === undefined) return needsIncome.includes(event) ? "income_missing" : undefined;
  if (!Number.isInteger(income)) return "income_not_whole";
  if (income <= 0) return "income_too_small";
  return income > maxIncome ? "income_too_large" : undefined;
}

function countFault({ monthsPaid, monthsOff, children, balance }: BenefitAsk) {
  const months = [monthsPaid, monthsOff].filter((one) => one !== undefined);
  if (!months.every((one) => Number.isInteger(one) && one >= 0 && one <= maxMonths))
    return "months_out_of_range";
  if (children !== undefined && children.length > maxChildren) return "too_many_children";
  const sound = balance === undefined || (Number.isInteger(balance) && balance >= 0);
  return sound && (balance ?? 0) <= maxIncome ? undefined : "balance_out_of_range";
}

function percentFault({ percent, lossPercent }: BenefitAsk): NoBenefit | undefined {
  const given = [percent, lossPercent].filter((one) => one !== undefined);
  const sound = given.every((one) => one > 0 && one <= 100 && hundredths(one) !== undefined);
  return sound ? undefined : "percent_out_of_range";
}

/** A percentage in basis points; undefined where it has more than two decimals. */
export function hundredths(percent: number): number | undefined {
  const points = Math.round(percent * 100);
  return Math.abs(points - percent * 100) < 1e-6 ? points : undefined;
}
