import { z } from "zod";
import data from "./data/pmi.json" with { type: "json" };
import { datedByMonth as dated } from "./dated.ts";
import { listsOf, type Series } from "./rate-series.ts";

const via = z.enum(["agency", "independent"]);
const rupiah = z.int().nonnegative().max(1_000_000_000);

/** Shape of `data/pmi.json`: what migrant workers pay for a contract. */
export const pmiRatesSchema = z.strictObject({
  about: z.array(z.string()),
  packages: z.array(
    z.strictObject({
      via,
      contractMonths: z.int().positive(),
      before: rupiah,
      during: rupiah,
      coverMonths: z.int().positive().nullable(),
      ...dated,
    }),
  ),
  extensions: z.array(z.strictObject({ aMonth: rupiah, ...dated })),
  oldAge: z.array(z.strictObject({ leastAMonth: rupiah, ...dated })),
});

/** Rules on contributions of migrant workers (PMI). */
export type PmiRates = z.infer<typeof pmiRatesSchema>;
/** How a migrant worker goes: placed by an agency, or by themselves. */
export type PmiVia = z.infer<typeof via>;
/** All ways to go. */
export const pmiVias = via.options;

/** The PMI rules that come with the program. To be trusted only once `problemsInRules` finds nothing in them. */
export const pmiRates = data as PmiRates;

/** Where the rules on PMI contributions stand. */
export const pmiFile = "src/rules/data/pmi.json";

/** The rules on PMI contributions as series. */
export function pmiSeries({ packages, extensions, oldAge }: PmiRates): Series[] {
  const of = listsOf(pmiFile);
  const key = (one: PmiRates["packages"][number]) => `${one.via}, ${one.contractMonths} months`;
  return [
    ...of.each(
      "packages",
      packages,
      [...new Set(packages.map(key))],
      key,
      (name) => `package (${name})`,
    ),
    of.one("extensions", extensions, "price of a further month"),
    of.one("oldAge", oldAge, "least contribution to JHT"),
  ];
}
