import type { Catalogue } from "../../locale/catalogue.ts";
import type { AskStep } from "../flow.ts";

/** What can be tapped: its value, the text its label is, and the words that pick it too. */
export type Tappable = { value: string; label: string; labelKey: string; wordsKey: string };

/** The options of a question in one language; those of a yes-no are its two answers. */
export const tappables = (catalogue: Catalogue, step: AskStep): Tappable[] =>
  step.type.name === "yes-no"
    ? [
        tappable(catalogue, step, "ya", "engine.yes"),
        tappable(catalogue, step, "tidak", "engine.no"),
      ]
    : step.options.map(({ value }) =>
        tappable(catalogue, step, value, `types.${step.type.name}.options.${value}`),
      );

function tappable(catalogue: Catalogue, step: AskStep, value: string, common: string): Tappable {
  const base = step.texts;
  const own = `${base}.options.${value}`;
  const labelKey = catalogue.has(own) ? own : common;
  const label = catalogue.has(labelKey) ? catalogue.format(labelKey) : "";
  return { value, label, labelKey, wordsKey: `${base}.words.${value}` };
}

/** In code points, as WhatsApp may count. */
export const lengthOf = (text: string): number => [...text].length;
