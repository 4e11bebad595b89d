import type { z } from "zod";
import { benefitFile, benefitRules, benefitRulesSchema, benefitSeries } from "./benefit-rules.ts";
import { bpuRates } from "./bpu-rates.ts";
import {
  businessFile,
  businessRules,
  businessRulesSchema,
  businessSeries,
} from "./business-rules.ts";
import { expiring } from "./expiring.ts";
import { pmiFile, pmiRates, pmiRatesSchema, pmiSeries } from "./pmi-rates.ts";
import { problemsInRates } from "./problems-in-rates.ts";
import { puFile, puRates, puRatesSchema, puSeries } from "./pu-rates.ts";
import { bpuSeries, type Series } from "./rate-series.ts";
import { problemsInSeries, type RateProblem, shapeProblem } from "./series-problems.ts";
import { serviceFile, serviceRules, serviceRulesSchema, serviceSeries } from "./service-rules.ts";

/** The rules of all files, as they lie on disk or as a test spoils them. */
export type AllRules = Readonly<
  Record<"bpu" | "pu" | "businesses" | "pmi" | "benefits" | "service", unknown>
>;

/** All rules that come with the program. */
export const allRules: AllRules = {
  bpu: bpuRates,
  pu: puRates,
  businesses: businessRules,
  pmi: pmiRates,
  benefits: benefitRules,
  service: serviceRules,
};

/** Everything wrong with the rules, worded for the person who keeps the files; [] when they may be used. Never throws. */
export const problemsInRules = (rules: AllRules = allRules): RateProblem[] => [
  ...problemsInRates(rules.bpu),
  ...problemsIn(puFile, puRatesSchema, puSeries, rules.pu),
  ...problemsIn(businessFile, businessRulesSchema, businessSeries, rules.businesses),
  ...problemsIn(pmiFile, pmiRatesSchema, pmiSeries, rules.pmi),
  ...problemsIn(benefitFile, benefitRulesSchema, benefitSeries, rules.benefits),
  ...problemsIn(serviceFile, serviceRulesSchema, serviceSeries, rules.service),
];

/** All rules that come with the program, as series. */
export const allSeries = (): Series[] => [
  ...bpuSeries(bpuRates),
  ...puSeries(puRates),
  ...businessSeries(businessRules),
  ...pmiSeries(pmiRates),
  ...benefitSeries(benefitRules),
  ...serviceSeries(serviceRules),
];

/** Rules that must hold without a break and have run out before an ISO date, with nothing after. Reliefs may end. */
export const rulesRunOut = (series: readonly Series[], today: string): RateProblem[] =>
  expiring(
    series.filter(({ unbroken }) => unbroken),
    today,
    -1,
  ).map(({ file, place, name, basis, until }) => ({
    file,
    place,
    message: `the ${name} of ${basis} ended with ${until} and nothing follows`,
    remedy: "Add the entry that holds now; until then there is no figure.",
  }));

function problemsIn<T>(
  file: string,
  schema: z.ZodType<T>,
  seriesOf: (rules: T) => Series[],
  rules: unknown,
): RateProblem[] {
  const read = schema.safeParse(rules);
  if (!read.success) return read.error.issues.map((issue) => shapeProblem(file, issue));
  return problemsInSeries(seriesOf(read.data));
}
