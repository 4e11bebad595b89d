import type { Benefit } from "../rules/benefit.ts";
import type { BenefitNote } from "../rules/benefit-case.ts";
import type { LimitCode } from "../rules/benefit-rules.ts";
import { rupiah } from "./quote-words.ts";

type Limits = Extract<Benefit, { kind: "benefit" }>["limits"];

/** A limit in digits; "?" where an answer does not carry it. */
const of = (limits: Limits, code: LimitCode): string => {
  const value = limits[code];
  return value === undefined ? "?" : rupiah(value);
};

/** What each note says to a person at the terminal; numbers come from the limits of the answer. */
export const noteSentences: Record<BenefitNote, (limits: Limits) => string> = {
  estimate_only: () => "An estimate: BPJS Ketenagakerjaan decides.",
  some_not_settled: () => "Marked amounts are not settled: a branch or 175 decides.",
  base_of_band: () => "The base of the income band counts, not the income itself.",
  may_be_rounded: () => "No rule on rounding is known; amounts may differ by a rupiah.",
  not_before_first_payment: () => "Cover begins when the first contribution is paid.",
  not_for_bpu: () => "This programme is for employees, not for members who pay alone.",
  report_within: (l) => `Report the accident within ${of(l, "report_hours")} hours.`,
  network_hospital: () =>
    "In a hospital of the network (PLKK) nothing is paid in cash; elsewhere keep the receipts (recalled).",
  late_report_costs_employer: (l) =>
    `An employer who reports after ${of(l, "report_hours")} hours owes the benefits.`,
  traffic_accident: () => "A traffic accident needs a police report; Jasa Raharja pays first.",
  transport_adds_up: () => "Several means of transport add up.",
  disease_within: (l) =>
    `A disease from work counts if found within ${of(l, "disease_years")} years after the work ended.`,
  stmb_until_recovered: (l) =>
    `Income is replaced in full for ${of(l, "stmb_full_months")} months, then by half until recovered, disabled or dead.`,
  homecare_at_most: (l) =>
    `Homecare on a doctor's advice for ${of(l, "homecare_months")} months at most.`,
  jkk_claim_lapses: (l) => `The claim lapses after ${of(l, "jkk_claim_years")} years.`,
  jkk_paid_within: (l) =>
    `Paid within ${of(l, "jkk_working_days")} working days of complete papers (recalled).`,
  percent_needed: () => "A disability in part needs the percentage of the table (--percent).",
  disability_sources_disagree: () =>
    "Sources disagree whether the periodic sum comes on top of the sum for total disability.",
  scholarship_for_children: () => "Children at school get scholarships (--children).",
  scholarship_conditions: (l) =>
    `Scholarships: at school, under ${of(l, "scholarship_age")}, unmarried, not working; applied for each year, up to ${of(l, "scholarship_back_years")} past years.`,
  scholarship_children_at_most: (l) =>
    `Scholarships are for ${of(l, "scholarship_children")} children at most; the first ones named are counted.`,
  scholarship_if_months_paid: (l) =>
    `Children at school get scholarships if ${of(l, "scholarship_months")} months were paid (--months-paid, --children).`,
  no_scholarship_yet: (l) =>
    `No scholarships: they need ${of(l, "scholarship_months")} months paid.`,
  must_be_active: () => "The membership must be active on the day of death.",
  jkm_only_funeral: (l) =>
    `Fewer than ${of(l, "jkm_consecutive_months")} months in a row paid: the funeral money alone.`,
  jkm_if_months_paid: (l) =>
    `All of it only if ${of(l, "jkm_consecutive_months")} months in a row were paid since registering, else the funeral money alone.`,
  jkm_counting_disputed: (l) =>
    `Sources count the ${of(l, "jkm_consecutive_months")} months differently: a branch decides.`,
  jkm_for_employees_disputed: (l) =>
    `Sources disagree whether employees need ${of(l, "jkm_consecutive_months")} months as well.`,
  jkm_claim_lapses: (l) => `The claim lapses after ${of(l, "jkm_claim_years")} years (recalled).`,
  jkm_paid_within: (l) =>
    `Paid about ${of(l, "jkm_working_days")} working days after complete papers.`,
  jht_conditions: (l) =>
    `In full at ${of(l, "jht_age")}, on leaving or losing work, on total disability, on death, or on leaving the country for good.`,
  jht_not_yet_age: (l) => `Not yet ${of(l, "jht_age")}.`,
  jht_wait: (l) => `Wait ${of(l, "jht_wait_months")} month after the work ended.`,
  jht_partial_needs_months: (l) =>
    `Part of it while a member only from ${of(l, "jht_partial_months")} months paid.`,
  jht_partial_one_of_two: () =>
    "One part, once: for pension preparation or for a house; a later full claim may be taxed more (recalled).",
  jht_with_result: () => "The account holds the result of investing already.",
  jht_without_result: () =>
    "The account grows by a yearly result; look it up in JMO. No rate is known here.",
  jht_by_app: (l) => `Up to Rp${of(l, "jht_app_balance")} the JMO app pays.`,
  jht_by_form_or_branch: (l) =>
    `Above Rp${of(l, "jht_app_balance")}: Lapak Asik or a branch, not the JMO app.`,
  jht_paid_within: (l) =>
    `Paid within ${of(l, "jht_working_days")} working days of complete papers.`,
  loans_are_no_gift: (l) =>
    `Housing loans through a bank, from ${of(l, "loan_months")} months of JHT; to be paid back.`,
  loan_for_bpu_disputed: () => "Whether members who pay alone get housing loans is disputed.",
  jp_age_in_force: (l) => `Pension age in force on that day: ${of(l, "jp_age")}.`,
  jp_not_yet: () => "The pension age is not reached on that day.",
  jp_months_decide: (l) =>
    `A monthly pension from ${of(l, "jp_months")} months paid, else contributions and result at once (--months-paid).`,
  jp_bounds_not_known: () =>
    "The lowest and highest pension or the wage ceiling of that time is not known: no figure.",
  jp_claim_lapses: (l) => `The claim lapses after ${of(l, "jp_claim_years")} years (recalled).`,
  jp_paid_within: (l) => `Paid about ${of(l, "jp_working_days")} working days after it is granted.`,
  jkp_laid_off_only: () =>
    "Only for those laid off: not after resigning, pension, death, or the end of a contract.",
  jkp_conditions: (l) =>
    `Citizen, under ${of(l, "jkp_entry_age")} on joining, in JKN, ${of(l, "jkp_paid_months")} months paid within ${of(l, "jkp_window_months")}, willing to work again; ${of(l, "jkp_times")} times in a life, ${of(l, "jkp_years_between")} years apart.`,
  jkp_too_few_months: (l) =>
    `Fewer than ${of(l, "jkp_paid_months")} months paid within the last ${of(l, "jkp_window_months")}: nothing.`,
  jkp_wage_capped: (l) => `The wage counts up to Rp${of(l, "jkp_wage_ceiling")}.`,
  jkp_claim_within: (l) =>
    `Claim within ${of(l, "jkp_claim_months")} months of being laid off, or it is lost.`,
};
