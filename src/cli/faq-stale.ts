import { Option } from "commander";
import { type StaleAnswer, staleAnswers } from "../flow/problems-in-answers.ts";
import { faqBook } from "./faq-book.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { day } from "./programme.ts";

/** How many days ahead a review is worth planning. */
const soonDays = 60;

/** `faq stale`: answers that are over-due or lack a figure (1 when there are any), and those due within 60 days. */
export function faqStale(args: readonly string[], io: Io): number {
  const parser = command(
    "faq stale",
    `answers that are over-due, or due within ${soonDays} days`,
    io,
  ).addOption(new Option("--on <date>", "the day to look from (default: today)").argParser(day));
  parser.parse(args, { from: "user" });
  const { on = nowFrom(io.now.at()).today, json } = parser.opts<GlobalOptions & { on?: string }>();
  const book = faqBook(io);
  if (!book) return 1;
  const found = staleAnswers(book, on, soonDays);
  if (json) io.out(JSON.stringify(found));
  else if (found.length === 0) io.out(`No answer is due within ${soonDays} days of ${on}.`);
  else for (const one of found) io.out(`${one.file}  review by ${one.reviewBy}: ${state(one)}`);
  return found.some(isWithheld) ? 1 : 0;
}

const isWithheld = ({ daysLeft, missing }: StaleAnswer): boolean =>
  daysLeft < 0 || missing !== null;

function state({ daysLeft, missing }: StaleAnswer): string {
  const due = daysLeft < 0 ? `over-due by ${-daysLeft} days` : `due in ${daysLeft} days`;
  return missing === null ? due : `${due}, {${missing}} is not known`;
}
