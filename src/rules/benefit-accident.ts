import { hundredths } from "./benefit-ask.ts";
import {
  amountRule,
  type BenefitCase,
  type BenefitItem,
  type BenefitNote,
  item,
  limit,
  type Outcome,
} from "./benefit-case.ts";
import { scholarships } from "./benefit-scholarship.ts";
import { roundedShare } from "./rounded-share.ts";

/** An accident at work or on the way (PP 82/2019): treatment, transport, income while unable to work (STMB), aids. */
export function accident(of: BenefitCase): Outcome {
  const first = item(of, "stmb_first_year");
  const later = item(of, "stmb_later");
  return {
    items: [
      item(of, "treatment"),
      item(of, "transport_land"),
      item(of, "transport_sea"),
      item(of, "transport_air"),
      first,
      later,
      ...stmbTotal(of, first, later),
      item(of, "homecare"),
      item(of, "prosthesis"),
      item(of, "dentures"),
      item(of, "hearing_aid"),
      item(of, "glasses"),
      item(of, "return_to_work"),
    ],
    notes: [
      ...reporting(of),
      "network_hospital",
      "traffic_accident",
      "transport_adds_up",
      "stmb_until_recovered",
      "homecare_at_most",
      "disease_within",
      ...claiming,
    ],
  };
}

/** Whoever hears of an accident must report it; an employer who is late owes the benefits (Permenaker 1/2025). */
const reporting = ({ ask }: BenefitCase): BenefitNote[] =>
  ask.segment === "usaha" ? ["report_within", "late_report_costs_employer"] : ["report_within"];

const claiming: readonly BenefitNote[] = ["jkk_claim_lapses", "jkk_paid_within"];

/** All months that the person could not work: the first twelve in full, the later ones by half. */
function stmbTotal(of: BenefitCase, first: BenefitItem, later: BenefitItem): BenefitItem[] {
  const { monthsOff } = of.ask;
  if (monthsOff === undefined || first.amount === null || later.amount === null) return [];
  const full = Math.min(monthsOff, limit(of, "stmb_full_months"));
  const amount = full * first.amount + (monthsOff - full) * later.amount;
  return [{ ...first, code: "stmb_total", amount, unit: "rupiah" }];
}

/** Disability by an accident at work (PP 82/2019): in part by the table's percentage × 80 × base, or 56 × base in total. */
export function disability(of: BenefitCase): Outcome {
  const { percent, totalDisability } = of.ask;
  const school = scholarships(of);
  const total: Outcome = {
    items: [item(of, "disability_total"), item(of, "disability_periodic"), ...school.items],
    notes: ["disability_sources_disagree", ...school.notes, ...claiming],
  };
  if (totalDisability) return total;
  if (percent !== undefined) return { items: [partial(of, percent)], notes: [...claiming] };
  return {
    items: [
      item(of, "disability_partial", { code: "disability_partial_anatomical", amount: null }),
      item(of, "disability_partial", { code: "disability_partial_functional", amount: null }),
      ...total.items,
    ],
    notes: ["percent_needed", ...total.notes],
  };
}

function partial(of: BenefitCase, percent: number): BenefitItem {
  const { rule } = amountRule(of, "disability_partial");
  const { lossPercent } = of.ask;
  const shares = [percent, lossPercent ?? 100].map((one) => hundredths(one) ?? 0);
  const [table = 0, loss = 0] = shares;
  const amount =
    rule.kind !== "share" || of.base === null
      ? null
      : roundedShare(of.base, rule.basisPoints * table * loss, 10_000 ** 3);
  const code =
    lossPercent === undefined ? "disability_partial_anatomical" : "disability_partial_functional";
  return item(of, "disability_partial", { code, amount });
}

/** Death by an accident at work (PP 82/2019): 48 × base, never less than the sum for any death; periodic sum, funeral, school. */
export function workDeath(of: BenefitCase): Outcome {
  const own = item(of, "work_death");
  const least = item(of, "work_death_least", { code: "work_death" });
  const school = scholarships(of);
  return {
    items: [
      (own.amount ?? 0) < (least.amount ?? 0) ? least : own,
      item(of, "work_death_periodic"),
      item(of, "work_death_funeral"),
      ...school.items,
    ],
    notes: [...reporting(of), "traffic_accident", ...school.notes, ...claiming],
  };
}
