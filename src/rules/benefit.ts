import { accident, disability, workDeath } from "./benefit-accident.ts";
import { type BenefitAsk, type BenefitEvent, faultIn, type NoBenefit } from "./benefit-ask.ts";
import {
  type BenefitCase,
  type BenefitItem,
  type BenefitNote,
  maybeAmount,
  maybeLimit,
  type Outcome,
} from "./benefit-case.ts";
import { death } from "./benefit-death.ts";
import { jobLoss } from "./benefit-job-loss.ts";
import { oldAge } from "./benefit-old-age.ts";
import { pension } from "./benefit-pension.ts";
import {
  type AmountCode,
  type BenefitRules,
  benefitRules,
  type LimitCode,
  scholarshipLevels,
} from "./benefit-rules.ts";
import { bandFor } from "./mandiri-quote.ts";

/** What an event brings, with the limits that its notes speak of; or why nothing can be said. */
export type Benefit =
  | {
      kind: "benefit";
      event: BenefitEvent;
      /** What shares are reckoned on, in rupiah a month: the base of the band (BPU) or the wage (PU); null where not told. */
      base: number | null;
      items: BenefitItem[];
      notes: BenefitNote[];
      limits: Partial<Record<LimitCode, number>>;
      /** The ISO date from which a pension is paid, where a birth date was told. */
      eligibleFrom: string | null;
    }
  | { kind: "unknown"; reason: NoBenefit };

/**
 * The benefits of an event by the rules of its day. A BPU member's multiples of income go by the base of the band
 * (facts on benefits: "Upah for BPU = the base income of the band"). A day without a rule for any part gives no figures at all.
 */
export function benefitFor(ask: BenefitAsk, rules: BenefitRules = benefitRules): Benefit {
  const fault = faultIn(ask);
  if (fault) return { kind: "unknown", reason: fault };
  const { amounts, limits, outcome } = events[ask.event];
  const known =
    amounts.every((code) => maybeAmount(rules, code, ask.on)) &&
    limits.every((code) => maybeLimit(rules, code, ask.on));
  const base = baseOf(ask);
  if (!known || base === undefined) return { kind: "unknown", reason: "date_not_known" };
  const of = { ask, base, rules };
  const found = ask.monthsPaid === 0 ? nothingPaid : outcome(of);
  return {
    kind: "benefit",
    event: ask.event,
    base,
    items: found.items,
    notes: [...found.notes, ...commonNotes(of, found.items)],
    limits: Object.fromEntries(
      limits.map((code) => [code, maybeLimit(rules, code, ask.on)?.value]),
    ),
    eligibleFrom: found.eligibleFrom ?? null,
  };
}

/** Cover begins when the first contribution is paid. */
const nothingPaid: Outcome = { items: [], notes: ["not_before_first_payment"] };

type Event = {
  /** Rules that must be known on the day. */
  amounts: readonly AmountCode[];
  limits: readonly LimitCode[];
  outcome(of: BenefitCase): Outcome;
};

const school: readonly AmountCode[] = scholarshipLevels.map(
  (level) => `scholarship_${level}` as const,
);
const claimLimits = ["jkk_claim_years", "jkk_working_days"] as const;
const schoolLimits = ["scholarship_children", "scholarship_age", "scholarship_back_years"] as const;

const events: Record<BenefitEvent, Event> = {
  kecelakaan: {
    amounts: [
      ...(["treatment", "transport_land", "transport_sea", "transport_air"] as const),
      ...(["stmb_first_year", "stmb_later", "homecare", "prosthesis", "dentures"] as const),
      ...(["hearing_aid", "glasses", "return_to_work"] as const),
    ],
    limits: [
      "stmb_full_months",
      "homecare_months",
      "report_hours",
      "disease_years",
      ...claimLimits,
    ],
    outcome: accident,
  },
  cacat: {
    amounts: ["disability_partial", "disability_total", "disability_periodic", ...school],
    limits: [...claimLimits, ...schoolLimits],
    outcome: disability,
  },
  "meninggal-kerja": {
    amounts: [
      ...(["work_death", "work_death_least", "work_death_periodic"] as const),
      "work_death_funeral",
      ...school,
    ],
    limits: ["report_hours", ...claimLimits, ...schoolLimits],
    outcome: workDeath,
  },
  meninggal: {
    amounts: ["death", "death_periodic", "death_funeral", ...school],
    limits: [
      "jkm_consecutive_months",
      "jkm_claim_years",
      "jkm_working_days",
      "scholarship_months",
      ...schoolLimits,
    ],
    outcome: death,
  },
  jht: {
    amounts: [
      ...(["jht_full", "jht_pension_preparation", "jht_housing", "jht_tax"] as const),
      ...(["loan_house", "loan_down_payment", "loan_renovation"] as const),
    ],
    limits: [
      ...(["jht_age", "jht_wait_months", "jht_partial_months", "jht_working_days"] as const),
      ...(["jht_app_balance", "jht_untaxed_balance", "loan_months"] as const),
    ],
    outcome: oldAge,
  },
  jp: {
    amounts: ["jp_monthly", "jp_lump_sum", "jp_widow", "jp_child", "jp_parents"],
    limits: ["jp_months", "jp_age", "jp_claim_years", "jp_working_days"],
    outcome: pension,
  },
  jkp: {
    amounts: ["jkp_cash", "jkp_job_information", "jkp_training"],
    limits: [
      ...(["jkp_wage_ceiling", "jkp_months", "jkp_paid_months", "jkp_window_months"] as const),
      ...(["jkp_claim_months", "jkp_entry_age", "jkp_times", "jkp_years_between"] as const),
    ],
    outcome: jobLoss,
  },
};

/** Null where no income was told, undefined where no income table holds. */
function baseOf({ income, segment, on }: BenefitAsk): number | null | undefined {
  if (income === undefined) return null;
  return segment === "usaha" ? income : bandFor(income, on.slice(0, 7))?.base;
}

/** Half a rupiah can only come from a wage that is no multiple of this. */
const wholeShares = 10_000;

function commonNotes({ ask, base }: BenefitCase, items: readonly BenefitItem[]): BenefitNote[] {
  const notes: BenefitNote[] = [];
  if (items.some(({ confidence }) => confidence === "recalled" || confidence === "conflict"))
    notes.push("some_not_settled");
  if (base !== null && base !== ask.income) notes.push("base_of_band");
  if (ask.segment === "usaha" && base !== null && base % wholeShares !== 0)
    notes.push("may_be_rounded");
  return [...notes, "estimate_only"];
}
