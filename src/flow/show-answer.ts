import type { Value } from "../answer-types/answer-type.ts";
import { picksIn } from "../answer-types/choices.ts";
import { filesIn } from "../answer-types/file.ts";
import { regionName } from "../answer-types/region.ts";
import type { Catalogue } from "../locale/catalogue.ts";
import { dateInWords, listInWords, moneyInDigits } from "../locale/words.ts";
import type { Book } from "./book.ts";
import type { AskStep } from "./flow.ts";

/** An answer in finished words, as it is read back to its owner; identity numbers masked. */
export function showAnswer(book: Book, catalogue: Catalogue, step: AskStep, value: Value): string {
  if (value === "") return catalogue.format("engine.skipped");
  const template = `${step.texts}.value`;
  if (catalogue.has(template)) return catalogue.format(template, { value });
  switch (step.type.display) {
    case "text":
    case "number":
      return String(value);
    case "yes-no":
      return catalogue.format(value ? "engine.yes" : "engine.no");
    case "money":
      return moneyInDigits(Number(value), catalogue.language);
    case "date":
      return dateInWords(String(value), catalogue.language);
    case "phone":
      return String(value).replace(/^\+62(\d{3})(\d{4})(\d+)$/, "0$1-$2-$3");
    case "identity":
      return masked(String(value));
    case "option":
      return optionLabel(catalogue, step, String(value));
    case "options":
      return optionsInWords(catalogue, step, picksIn(String(value)));
    case "file":
      return shownFiles(catalogue, step, String(value));
    case "region":
      return regionName(String(value), book.regions);
  }
}

/** "JKK, JKM dan JHT". */
function optionsInWords(catalogue: Catalogue, step: AskStep, picks: readonly string[]): string {
  if (picks.length === 0) return catalogue.format("engine.pick_none");
  const labels = picks.map((value) => optionLabel(catalogue, step, value));
  return listInWords(labels, catalogue.language);
}

/** `3313050907809021` -> `3313••••••••9021`. */
const masked = (identity: string): string =>
  identity.length > 8
    ? `${identity.slice(0, 4)}${"•".repeat(identity.length - 8)}${identity.slice(-4)}`
    : "•".repeat(identity.length);

/** Names of files, or the option that was picked instead of one. */
const shownFiles = (catalogue: Catalogue, step: AskStep, answer: string): string => {
  if (step.options.some(({ value }) => value === answer))
    return optionLabel(catalogue, step, answer);
  return filesIn(answer)
    .map(({ name }) => name)
    .join(", ");
};

/** Label of an option: the step's own, else the one its answer type has. */
export function optionLabel(catalogue: Catalogue, step: AskStep, value: string): string {
  const own = `${step.texts}.options.${value}`;
  return catalogue.format(catalogue.has(own) ? own : `types.${step.type.name}.options.${value}`);
}
