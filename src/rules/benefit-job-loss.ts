import {
  type BenefitCase,
  type BenefitItem,
  type BenefitNote,
  item,
  limit,
  type Outcome,
} from "./benefit-case.ts";

/** An employee laid off (JKP, PP 37/2021 as changed by PP 6/2025): 60 % of the last wage, counted up to its ceiling, for six months. */
export function jobLoss(of: BenefitCase): Outcome {
  const { segment, monthsPaid } = of.ask;
  if (segment === "mandiri") return { items: [], notes: ["not_for_bpu"] };
  const notes: BenefitNote[] = ["jkp_laid_off_only", "jkp_conditions", "jkp_claim_within"];
  if (monthsPaid !== undefined && monthsPaid < limit(of, "jkp_paid_months"))
    return { items: [], notes: ["jkp_too_few_months", ...notes] };
  const ceiling = limit(of, "jkp_wage_ceiling");
  const counted = of.base === null ? null : Math.min(of.base, ceiling);
  const cash = item({ ...of, base: counted }, "jkp_cash");
  const most: BenefitItem = {
    ...cash,
    code: "jkp_cash_at_most",
    amount: cash.amount === null ? null : cash.amount * limit(of, "jkp_months"),
    unit: "rupiah_at_most",
  };
  return {
    items: [cash, most, item(of, "jkp_job_information"), item(of, "jkp_training")],
    notes: [...(counted === of.base ? [] : (["jkp_wage_capped"] as const)), ...notes],
  };
}
