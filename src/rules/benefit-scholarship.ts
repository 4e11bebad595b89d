import type { ChildLevel } from "./benefit-ask.ts";
import {
  amountRule,
  type BenefitCase,
  type BenefitItem,
  item,
  limit,
  type Outcome,
} from "./benefit-case.ts";
import { scholarshipLevels } from "./benefit-rules.ts";
import { weakest } from "./dated.ts";

/** Scholarships (PP 82/2019) for the first two children named: a year at the level of now, and the most up to the end of studies. */
export function scholarships(of: BenefitCase): Outcome {
  const { children = [] } = of.ask;
  if (children.length === 0) return { items: [], notes: ["scholarship_for_children"] };
  const most = limit(of, "scholarship_children");
  const counted = children.slice(0, most);
  const yearly = counted
    .filter((level) => level !== "belum")
    .map((level) => item(of, `scholarship_${level}`));
  return {
    items: [...yearly, untilTheEnd(of, counted)],
    notes: [
      "scholarship_conditions",
      ...(children.length > most ? (["scholarship_children_at_most"] as const) : []),
    ],
  };
}

function untilTheEnd(of: BenefitCase, children: readonly ChildLevel[]): BenefitItem {
  const rules = scholarshipLevels.map((level) => amountRule(of, `scholarship_${level}`));
  const worth = rules.map(({ rule }) => (rule.kind === "yearly" ? rule.rupiah * rule.years : 0));
  const amount = children
    .map((level) => (level === "belum" ? 0 : scholarshipLevels.indexOf(level)))
    .flatMap((from) => worth.slice(from))
    .reduce((all, one) => all + one, 0);
  return item(of, "scholarship_tk", {
    code: "scholarships_at_most",
    amount,
    unit: "rupiah_at_most",
    confidence: weakest(rules),
  });
}
