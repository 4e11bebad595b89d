import type { BenefitAsk } from "./benefit-ask.ts";
import type {
  AmountCode,
  AmountRule,
  BenefitRules,
  BenefitUnit,
  LimitCode,
} from "./benefit-rules.ts";
import { type Confidence, inForce } from "./dated.ts";
import { roundedShare } from "./rounded-share.ts";

/** What an amount in an answer is called: as in the rules, and what is reckoned from several of them. */
export type BenefitItemCode =
  | AmountCode
  | "stmb_total"
  | "disability_partial_anatomical"
  | "disability_partial_functional"
  | "scholarships_at_most"
  | "jht_own_contributions"
  | "jkp_cash_at_most";

/** One benefit: whole rupiah, null where there is no figure; what it counts, its law and how sure it is. */
export type BenefitItem = {
  code: BenefitItemCode;
  amount: number | null;
  unit: BenefitUnit;
  basis: string;
  confidence: Confidence;
};

/** What else a person must hear, as codes; numbers for the sentences are in the limits of the answer. */
export type BenefitNote =
  | "estimate_only"
  | "some_not_settled"
  | "base_of_band"
  | "may_be_rounded"
  | "not_before_first_payment"
  | "not_for_bpu"
  | "report_within"
  | "network_hospital"
  | "stmb_until_recovered"
  | "homecare_at_most"
  | "late_report_costs_employer"
  | "traffic_accident"
  | "transport_adds_up"
  | "disease_within"
  | "jkk_claim_lapses"
  | "jkk_paid_within"
  | "percent_needed"
  | "disability_sources_disagree"
  | "scholarship_for_children"
  | "scholarship_conditions"
  | "scholarship_children_at_most"
  | "scholarship_if_months_paid"
  | "no_scholarship_yet"
  | "must_be_active"
  | "jkm_only_funeral"
  | "jkm_if_months_paid"
  | "jkm_counting_disputed"
  | "jkm_for_employees_disputed"
  | "jkm_claim_lapses"
  | "jkm_paid_within"
  | "jht_conditions"
  | "jht_not_yet_age"
  | "jht_wait"
  | "jht_partial_needs_months"
  | "jht_partial_one_of_two"
  | "jht_with_result"
  | "jht_without_result"
  | "jht_by_app"
  | "jht_by_form_or_branch"
  | "jht_paid_within"
  | "loans_are_no_gift"
  | "loan_for_bpu_disputed"
  | "jp_age_in_force"
  | "jp_not_yet"
  | "jp_months_decide"
  | "jp_bounds_not_known"
  | "jp_claim_lapses"
  | "jp_paid_within"
  | "jkp_laid_off_only"
  | "jkp_conditions"
  | "jkp_too_few_months"
  | "jkp_wage_capped"
  | "jkp_claim_within";

/** What an event brings; `eligibleFrom` is the ISO date a pension begins, where one was asked for. */
export type Outcome = { items: BenefitItem[]; notes: BenefitNote[]; eligibleFrom?: string };

/** A question with the base it is reckoned on (rupiah a month, null: not known) and the rules of its day. */
export type BenefitCase = {
  ask: BenefitAsk;
  base: number | null;
  rules: BenefitRules;
};

/** The rule of an amount on the day of the event. Throws where none holds: `benefitFor` has looked before. */
export function amountRule({ rules, ask }: BenefitCase, code: AmountCode): AmountRule {
  const found = maybeAmount(rules, code, ask.on);
  if (found === undefined) throw new RangeError(`no rule for ${code} on ${ask.on}`);
  return found;
}

/** The rule of an amount on a day, if any holds. */
export const maybeAmount = ({ amounts }: BenefitRules, code: AmountCode, on: string) =>
  inForce(
    amounts.filter((one) => one.code === code),
    on,
  );

/** A limit on the day of the event. Throws where none holds: `benefitFor` has looked before. */
export function limit({ rules, ask }: BenefitCase, code: LimitCode): number {
  const found = maybeLimit(rules, code, ask.on);
  if (found === undefined) throw new RangeError(`no limit ${code} on ${ask.on}`);
  return found.value;
}

/** A limit on a day, if any holds. */
export const maybeLimit = ({ limits }: BenefitRules, code: LimitCode, on: string) =>
  inForce(
    limits.filter((one) => one.code === code),
    on,
  );

/** A benefit as its rule says; `change` names what is reckoned otherwise. Rounded as `roundedShare` says. */
export function item(
  of: BenefitCase,
  code: AmountCode,
  change: Partial<BenefitItem> = {},
): BenefitItem {
  const { rule, unit, basis, confidence } = amountRule(of, code);
  return { code, amount: amountOf(rule, of), unit, basis, confidence, ...change };
}

function amountOf(rule: AmountRule["rule"], { base, ask }: BenefitCase): number | null {
  switch (rule.kind) {
    case "fixed":
    case "yearly":
      return rule.rupiah;
    case "share":
      return base === null ? null : roundedShare(base, rule.basisPoints, 10_000);
    case "share_of_balance":
      return ask.balance === undefined ? null : roundedShare(ask.balance, rule.basisPoints, 10_000);
    case "cost":
    case "unknown":
      return null;
  }
}
