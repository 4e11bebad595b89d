import { type BenefitCase, type BenefitNote, item, limit, type Outcome } from "./benefit-case.ts";
import { scholarships } from "./benefit-scholarship.ts";

/**
 * Death that work did not cause (JKM, PP 82/2019). Since Permenaker 1/2025 heirs of a BPU member who paid fewer than three
 * months in a row get the funeral money alone; whether that holds for employees too is disputed and marked so.
 */
export function death(of: BenefitCase): Outcome {
  const { monthsPaid, segment } = of.ask;
  const needed = limit(of, "jkm_consecutive_months");
  const short = monthsPaid !== undefined && monthsPaid < needed;
  const disputed = short && segment === "usaha" ? { confidence: "conflict" as const } : {};
  const sums =
    short && segment === "mandiri"
      ? []
      : [item(of, "death", disputed), item(of, "death_periodic", disputed)];
  const school = schooling(of);
  return {
    items: [...sums, item(of, "death_funeral"), ...school.items],
    notes: [
      "must_be_active",
      ...(needed > 0 ? monthsNotes(of, short) : []),
      ...school.notes,
      "jkm_claim_lapses",
      "jkm_paid_within",
    ],
  };
}

function monthsNotes({ ask }: BenefitCase, short: boolean): BenefitNote[] {
  if (short)
    return ask.segment === "usaha"
      ? ["jkm_for_employees_disputed"]
      : ["jkm_only_funeral", "jkm_counting_disputed"];
  if (ask.segment === "usaha") return [];
  return ask.monthsPaid === undefined
    ? ["jkm_if_months_paid", "jkm_counting_disputed"]
    : ["jkm_counting_disputed"];
}

/** Children get scholarships after a death that work did not cause only where three years were paid. */
function schooling(of: BenefitCase): Outcome {
  const { monthsPaid } = of.ask;
  if (monthsPaid === undefined) return { items: [], notes: ["scholarship_if_months_paid"] };
  if (monthsPaid < limit(of, "scholarship_months"))
    return { items: [], notes: ["no_scholarship_yet"] };
  return scholarships(of);
}
