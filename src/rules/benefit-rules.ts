import { z } from "zod";
import data from "./data/benefits.json" with { type: "json" };
import { datedByDay as dated } from "./dated.ts";
import { listsOf, type Series } from "./rate-series.ts";

const schoolLevels = ["tk", "sd", "smp", "sma", "kuliah"] as const;

const amountCode = z.enum([
  ...["treatment", "transport_land", "transport_sea", "transport_air"],
  ...["stmb_first_year", "stmb_later", "homecare", "prosthesis", "dentures", "hearing_aid"],
  ...["glasses", "return_to_work", "disability_partial", "disability_total"],
  ...["disability_periodic", "work_death", "work_death_periodic", "work_death_funeral"],
  ...["work_death_least", "death", "death_periodic", "death_funeral"],
  ...["scholarship_tk", "scholarship_sd", "scholarship_smp", "scholarship_sma"],
  ...["scholarship_kuliah", "jht_full", "jht_pension_preparation", "jht_housing", "jht_tax"],
  ...["loan_house", "loan_down_payment", "loan_renovation", "jp_monthly", "jp_lump_sum"],
  ...["jp_widow", "jp_child", "jp_parents", "jp_lowest", "jp_highest"],
  ...["jkp_cash", "jkp_job_information", "jkp_training"],
] as const);
const limitCode = z.enum([
  ...["stmb_full_months", "homecare_months", "report_hours", "jkk_claim_years"],
  ...["jkk_working_days", "disease_years", "jkm_working_days", "jp_working_days"],
  ...["jp_claim_years", "jkp_years_between"],
  ...["jkm_consecutive_months", "jkm_claim_years", "scholarship_months"],
  ...["scholarship_children", "scholarship_age", "scholarship_back_years", "jht_age"],
  ...["jht_wait_months", "jht_partial_months", "jht_working_days", "jht_app_balance"],
  ...["jht_untaxed_balance", "loan_months", "jp_months", "jp_age", "jkp_wage_ceiling"],
  ...["jkp_months", "jkp_paid_months", "jkp_window_months", "jkp_claim_months"],
  ...["jkp_entry_age", "jkp_times"],
] as const);
const rupiah = z.int().positive().max(1_000_000_000);
/** Up to 80 times the base. */
const basisPoints = z.int().positive().max(800_000);
const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), rupiah }),
  z.strictObject({ kind: z.literal("share"), basisPoints }),
  z.strictObject({ kind: z.literal("share_of_balance"), basisPoints }),
  z.strictObject({ kind: z.literal("yearly"), rupiah, years: z.int().positive() }),
  z.strictObject({ kind: z.literal("cost") }),
  z.strictObject({ kind: z.literal("unknown") }),
]);
const unit = z.enum([
  ...["rupiah", "rupiah_at_most", "rupiah_per_month", "rupiah_per_year", "cost", "service"],
  ...["balance", "balance_at_most", "tax", "loan_at_most", "contributions_and_result"],
] as const);

/** Shape of `data/benefits.json`: amounts of benefits, and the limits in their conditions, by the day of the event. */
export const benefitRulesSchema = z.strictObject({
  about: z.array(z.string()),
  amounts: z.array(z.strictObject({ code: amountCode, rule, unit, ...dated })),
  limits: z.array(z.strictObject({ code: limitCode, value: z.int().nonnegative(), ...dated })),
});

/** Rules on benefits. */
export type BenefitRules = z.infer<typeof benefitRulesSchema>;
/** One amount with its rule, law and time. */
export type AmountRule = BenefitRules["amounts"][number];
/** Names of amounts in the rules. */
export type AmountCode = AmountRule["code"];
/** Names of numbers that conditions need: months, years, ages, hours, rupiah. */
export type LimitCode = BenefitRules["limits"][number]["code"];
/** What an amount counts: once, at most, a month, a year of school; or what is given where there is no figure. */
export type BenefitUnit = AmountRule["unit"];
/** Levels of school that scholarships know (PP 82/2019), lowest first. */
export const scholarshipLevels: readonly (typeof schoolLevels)[number][] = schoolLevels;

/** The rules on benefits that come with the program. To be trusted only once `problemsInRules` finds nothing in them. */
export const benefitRules = data as BenefitRules;

/** Where the rules on benefits stand. */
export const benefitFile = "src/rules/data/benefits.json";

/** The rules on benefits as series. */
export function benefitSeries({ amounts, limits }: BenefitRules): Series[] {
  const of = listsOf(benefitFile);
  return [
    ...of.each(
      "amounts",
      amounts,
      amountCode.options,
      ({ code }) => code,
      (code) => `benefit ${code}`,
    ),
    ...of.each(
      "limits",
      limits,
      limitCode.options,
      ({ code }) => code,
      (code) => `limit ${code}`,
    ),
  ];
}
