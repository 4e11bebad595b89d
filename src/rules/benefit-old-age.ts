import { ageInYears } from "../lib/dates.ts";
import type { BenefitAsk } from "./benefit-ask.ts";
import {
  type BenefitCase,
  type BenefitItem,
  type BenefitNote,
  item,
  limit,
  type Outcome,
} from "./benefit-case.ts";
import { bpuRates } from "./bpu-rates.ts";
import { inForce } from "./dated.ts";
import { puRates } from "./pu-rates.ts";
import { roundedShare } from "./rounded-share.ts";

const waiting: readonly BenefitAsk["reason"][] = ["resigned", "laid_off", "stopped"];

/** The JHT account (PP 46/2015, Permenaker 4/2022): in full for a reason that the rules know, in part while still a member. */
export function oldAge(of: BenefitCase): Outcome {
  const { birthDate, on, reason, balance } = of.ask;
  const ofAge =
    birthDate === undefined ? undefined : ageInYears(birthDate, on) >= limit(of, "jht_age");
  const full = reason === "age" ? ofAge !== false : reason !== undefined || ofAge === true;
  const part = full ? { items: [], notes: [] } : whileMember(of);
  const notes: BenefitNote[] = ["jht_conditions"];
  if (ofAge === false && !full) notes.push("jht_not_yet_age");
  if (waiting.includes(reason) && ofAge !== true) notes.push("jht_wait");
  if (balance !== undefined)
    notes.push(balance <= limit(of, "jht_app_balance") ? "jht_by_app" : "jht_by_form_or_branch");
  return {
    items: [
      item(of, "jht_full", full ? {} : { amount: null }),
      ...(full ? tax(of) : []),
      ...ownContributions(of),
      ...part.items,
    ],
    notes: [
      ...notes,
      balance === undefined ? "jht_without_result" : "jht_with_result",
      ...part.notes,
      "jht_paid_within",
    ],
  };
}

function tax(of: BenefitCase): BenefitItem[] {
  const above = (of.ask.balance ?? 0) - limit(of, "jht_untaxed_balance");
  return above > 0 ? [item({ ...of, ask: { ...of.ask, balance: above } }, "jht_tax")] : [];
}

/** What was paid in, reckoned at the income and the rate of the day; the result of investing comes on top. */
function ownContributions(of: BenefitCase): BenefitItem[] {
  const { segment, monthsPaid, balance, on } = of.ask;
  if (of.base === null || monthsPaid === undefined || balance !== undefined) return [];
  const month = on.slice(0, 7);
  const basisPoints = segment === "mandiri" ? bpuShare(month) : puShare(month);
  if (basisPoints === undefined) return [];
  const amount = roundedShare(of.base, basisPoints * monthsPaid, 10_000);
  return [item(of, "jht_full", { code: "jht_own_contributions", amount, unit: "rupiah" })];
}

function bpuShare(month: string): number | undefined {
  const rate = inForce(
    bpuRates.rates.filter(({ programme }) => programme === "jht"),
    month,
  );
  return rate?.kind === "share" ? rate.basisPoints : undefined;
}

function puShare(month: string): number | undefined {
  const rate = inForce(
    puRates.rates.filter(({ programme }) => programme === "jht"),
    month,
  );
  return rate && rate.employer + rate.worker;
}

function whileMember(of: BenefitCase): Outcome {
  const { monthsPaid = 0, segment } = of.ask;
  const loan = segment === "mandiri" ? { confidence: "conflict" as const } : {};
  const items: BenefitItem[] = [];
  const notes: BenefitNote[] = [];
  if (monthsPaid >= limit(of, "jht_partial_months")) {
    items.push(item(of, "jht_pension_preparation"), item(of, "jht_housing"));
    notes.push("jht_partial_one_of_two");
  } else notes.push("jht_partial_needs_months");
  if (monthsPaid >= limit(of, "loan_months")) {
    items.push(
      item(of, "loan_house", loan),
      item(of, "loan_down_payment", loan),
      item(of, "loan_renovation", loan),
    );
    notes.push("loans_are_no_gift");
    if (segment === "mandiri") notes.push("loan_for_bpu_disputed");
  }
  return { items, notes };
}
