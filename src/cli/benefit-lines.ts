import type { Benefit } from "../rules/benefit.ts";
import type { BenefitAsk } from "../rules/benefit-ask.ts";
import type { BenefitItem } from "../rules/benefit-case.ts";
import type { BenefitUnit } from "../rules/benefit-rules.ts";
import { noteSentences } from "./benefit-notes.ts";
import { rupiah } from "./quote-words.ts";

/** Benefits as English lines for the terminal: amount, law and how sure it is; then what else matters. */
export function benefitLines(
  ask: BenefitAsk,
  { event, base, items, notes, limits, eligibleFrom }: Extract<Benefit, { kind: "benefit" }>,
): string[] {
  const width = Math.max(0, ...items.map(({ code }) => code.length));
  return [
    `Benefits (${event}, ${ask.segment}) by the rules of ${ask.on}`,
    ...(base === null ? [] : [`Reckoned on Rp${rupiah(base)} a month.`]),
    ...(eligibleFrom === null ? [] : [`Pension from ${eligibleFrom}.`]),
    "",
    ...items.map(
      (one) =>
        `${one.code.padEnd(width)}  ${amountOf(one).padStart(34)}   ${one.basis}${sure(one)}`,
    ),
    "",
    ...notes.map((note) => `- ${noteSentences[note](limits)}`),
  ];
}

const amountOf = ({ amount, unit }: BenefitItem): string =>
  amount === null
    ? words[unit].none
    : `${words[unit].before}Rp${rupiah(amount)}${words[unit].after}`;

const word = (none: string, before = "", after = "") => ({ none, before, after });
const words: Record<BenefitUnit, ReturnType<typeof word>> = {
  rupiah: word("no figure"),
  rupiah_at_most: word("no figure", "up to "),
  rupiah_per_month: word("no figure", "", " a month"),
  rupiah_per_year: word("no figure", "", " a year"),
  cost: word("what it costs"),
  service: word("a service"),
  balance: word("the whole account"),
  balance_at_most: word("part of the account", "up to "),
  tax: word("tax", "less tax of "),
  loan_at_most: word("a loan", "a loan up to "),
  contributions_and_result: word("contributions and their result"),
};

const sure = ({ confidence }: BenefitItem): string =>
  confidence === "recalled" || confidence === "conflict" ? ` [${confidence}: ask a branch]` : "";
