import { activityCodes, businessRules } from "./business-rules.ts";
import { type Confidence, inForce } from "./dated.ts";
import type { RiskGroup } from "./pu-rates.ts";

/** A proposal: BPJS sets the group on registering and may change it. */
export type ProposedGroup = { group: RiskGroup; basis: string; confidence: Confidence };

/** Activities and occupations that a risk group is known for. */
export const knownActivities: readonly string[] = activityCodes(businessRules.activities);

/** The risk group of a main activity or occupation code in a month (PP 82/2019 Lampiran I); undefined where a branch must say. */
export function riskGroupFor(activity: string, month: string): ProposedGroup | undefined {
  const row = inForce(
    businessRules.activities.filter((one) => one.activity === activity),
    month,
  );
  return row && { group: row.group, basis: row.basis, confidence: row.confidence };
}
