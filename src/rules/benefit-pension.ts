import { isoDate } from "../lib/dates.ts";
import {
  amountRule,
  type BenefitCase,
  type BenefitNote,
  item,
  limit,
  maybeAmount,
  type Outcome,
} from "./benefit-case.ts";
import { type BenefitRules, benefitRules } from "./benefit-rules.ts";
import { inForce } from "./dated.ts";
import { puRates } from "./pu-rates.ts";
import { roundedShare } from "./rounded-share.ts";

/**
 * The pension of employees (JP, PP 45/2015): monthly after 180 months, else contributions and result at once. A month's
 * pension is 1 % × years × wage (counted up to the ceiling), between the lowest and the highest one; the formula is recalled.
 */
export function pension(of: BenefitCase): Outcome {
  const { ask } = of;
  if (ask.segment === "mandiri") return { items: [], notes: ["not_for_bpu"] };
  const long = ask.monthsPaid === undefined || ask.monthsPaid >= limit(of, "jp_months");
  const short = ask.monthsPaid === undefined || !long;
  const monthly = long ? monthlyPension(of) : null;
  const notes: BenefitNote[] = ["jp_age_in_force"];
  if (ask.monthsPaid === undefined) notes.push("jp_months_decide");
  if (long && ask.monthsPaid !== undefined && ask.income !== undefined && monthly === null)
    notes.push("jp_bounds_not_known");
  const eligibleFrom = ask.birthDate && pensionFrom(ask.birthDate, of.rules);
  if (eligibleFrom && eligibleFrom > ask.on) notes.push("jp_not_yet");
  const survivor = (code: "jp_widow" | "jp_child" | "jp_parents") =>
    item({ ...of, base: monthly }, code);
  return {
    items: [
      ...(long
        ? [
            item(of, "jp_monthly", { amount: monthly }),
            survivor("jp_widow"),
            survivor("jp_child"),
            survivor("jp_parents"),
          ]
        : []),
      ...(short ? [item(of, "jp_lump_sum")] : []),
    ],
    notes: [...notes, "jp_claim_lapses", "jp_paid_within"],
    ...(eligibleFrom ? { eligibleFrom } : {}),
  };
}

/** Null where wage or months are not told, or the ceiling or the bounds of the year are not known. */
function monthlyPension(of: BenefitCase): number | null {
  const { monthsPaid, on } = of.ask;
  const ceiling = inForce(puRates.wageCeilings, on.slice(0, 7));
  const lowest = maybeAmount(of.rules, "jp_lowest", on)?.rule;
  const highest = maybeAmount(of.rules, "jp_highest", on)?.rule;
  const { rule } = amountRule(of, "jp_monthly");
  if (monthsPaid === undefined || of.base === null || !ceiling || rule.kind !== "share")
    return null;
  if (lowest?.kind !== "fixed" || highest?.kind !== "fixed") return null;
  const counted = Math.min(of.base, ceiling.rupiah) * monthsPaid;
  const pensioned = roundedShare(counted, rule.basisPoints, 12 * 10_000);
  return Math.min(Math.max(pensioned, lowest.rupiah), highest.rupiah);
}

/** The ISO date from which someone born on `birthDate` is of pension age (PP 45/2015 art. 15: 56 in 2015 up to 65 from 2043). */
export function pensionFrom(
  birthDate: string,
  rules: BenefitRules = benefitRules,
): string | undefined {
  const [year = 0, month = 0, day = 0] = birthDate.split("-").map(Number);
  return rules.limits
    .filter(({ code }) => code === "jp_age")
    .map(({ from, until, value }) => {
      const birthday = isoDate(year + value, month, day) ?? `${year + value}-03-01`;
      return { start: [birthday, from].sort().at(-1) ?? from, until };
    })
    .find(({ start, until }) => until === null || start <= until)?.start;
}
