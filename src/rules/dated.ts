import { z } from "zod";
import { isoDate } from "../lib/dates.ts";
import { isMonth } from "../lib/months.ts";

/** How sure we are of a rule, surest first: known for certain, found in a source, from memory, sources disagree. */
export const confidences = ["certain", "verified", "recalled", "conflict"] as const;
/** How sure we are of a rule; `recalled` and `conflict` are for a branch or 175 to decide. */
export type Confidence = (typeof confidences)[number];

const law = {
  basis: z.string().trim().min(1, "names no law"),
  confidence: z.enum(confidences),
};
const month = z.string().refine(isMonth, "is not a month written YYYY-MM");
const day = z.string().refine(isDay, "is not a date written YYYY-MM-DD");

/** What a rule on contributions carries: first and last contribution month (until null: no end known), law, confidence. */
export const datedByMonth = { from: month, until: month.nullable(), ...law };
/** What a rule on benefits carries: first and last day of the event (until null: no end known), law, confidence. */
export const datedByDay = { from: day, until: day.nullable(), ...law };

/** The time, law and confidence that every rule carries. Months `YYYY-MM` or days `YYYY-MM-DD`, both ends included. */
export type Dated = { from: string; until: string | null; basis: string; confidence: Confidence };

/** The entry that holds for a month or day, written as the entries write theirs; both ends of its time included. */
export const inForce = <T extends Dated>(entries: readonly T[], when: string): T | undefined =>
  entries.find(({ from, until }) => from <= when && (until === null || when <= until));

/** The confidence of a figure that several rules went into: that of the least sure one. */
export const weakest = (rules: readonly Pick<Dated, "confidence">[]): Confidence =>
  confidences[
    Math.max(0, ...rules.map(({ confidence }) => confidences.indexOf(confidence)))
  ] as Confidence;

/** Whether a text is a date of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isoDate(Number(year), Number(month), Number(day)) === text;
}

/** Each law once; a regulation that is named with its annex is not named again without. */
export function laws(used: readonly Pick<Dated, "basis">[]): string[] {
  const names = [...new Set(used.map(({ basis }) => basis))];
  return names.filter((name) => !names.some((other) => other.startsWith(`${name} `)));
}
