import type { Arguments, Catalogue } from "../locale/catalogue.ts";
import type { Language } from "../locale/language.ts";
import { benefitEvents } from "../rules/benefit-ask.ts";
import { puProgrammes } from "../rules/pu-rates.ts";
import { itemNames, itemUnits, noteLimits } from "./benefit-texts.ts";

/** Finished words of a locale text, for values that are made of several. */
export type ValueSay = (language: Language, key: string, args: Arguments) => string;

/** Says texts of these catalogues. */
export const valueSay =
  (catalogues: Readonly<Record<Language, Catalogue>>): ValueSay =>
  (language, key, args) =>
    catalogues[language].format(key, args);

const keyed = (
  prefix: string,
  names: readonly string[],
  args: readonly string[],
): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, args]));

/** Every text that values speak, by locale file and key, with the arguments it may name. */
export const valueTexts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  hitung: {
    ...keyed("program", puProgrammes, []),
    employer: ["program", "employer"],
    both: ["program", "employer", "worker"],
  },
  usaha: {
    agency: ["place", "name", "employer"],
    employer: ["place", "name", "employer"],
    both: ["place", "name", "employer", "worker"],
    others: ["left"],
  },
  koperasi: {
    staff: [],
    members: [],
    member: ["place", "name", "amount"],
    unknown: ["place", "name"],
    laws: ["laws"],
  },
  gambar: {
    contribution: [],
    income: ["income", "base"],
    two: [],
    three: [],
    months: ["from", "until"],
    since: ["month"],
    relief: ["months"],
    employee: [],
    wage: ["wage", "count", "total"],
    by_employer: [],
    by_worker: [],
    at_most: ["money"],
    basis: ["law", "day"],
    no_decision: [],
  },
  manfaat: {
    ...keyed("title", benefitEvents, []),
    ...keyed("item", itemNames, []),
    ...keyed("amount", itemUnits, ["item", "amount"]),
    ...keyed("none", itemUnits, ["item"]),
    ...Object.fromEntries(
      Object.entries(noteLimits).map(([note, limits]) => [`note.${note}`, limits]),
    ),
    by_law: ["line", "law"],
    unsettled: ["line"],
    total: ["amount"],
    base: ["base"],
    base_example: ["base"],
  },
};
