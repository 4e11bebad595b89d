import { z } from "zod";
import data from "./data/pu.json" with { type: "json" };
import { datedByMonth as dated } from "./dated.ts";
import { listsOf, type Series } from "./rate-series.ts";

const programme = z.enum(["jkk", "jkm", "jht", "jp"]);
const group = z.literal([1, 2, 3, 4, 5]);
const rupiah = z.int().positive().max(1_000_000_000);
const share = z.int().nonnegative().max(10_000);

/** Shape of `data/pu.json`: what employers and their workers pay. Shares are basis points of the wage. */
export const puRatesSchema = z.strictObject({
  about: z.array(z.string()),
  rates: z.array(
    z.strictObject({
      programme,
      group: group.nullable(),
      employer: share,
      worker: share,
      ...dated,
    }),
  ),
  wageCeilings: z.array(z.strictObject({ programme, rupiah, ...dated })),
  jkp: z.array(z.strictObject({ government: share, ofJkk: share, ofJkm: share, ...dated })),
  reliefs: z.array(
    z.strictObject({
      only: z.enum(["everybody", "labour_intensive"]),
      programmes: z.array(programme).min(1),
      offBasisPoints: share.positive(),
      leastWorkers: z.int().positive(),
      ...dated,
    }),
  ),
  paying: z.array(
    z.strictObject({
      segment: z.literal("usaha"),
      dueDay: z.int().min(1).max(28),
      lateFine: share,
      ...dated,
    }),
  ),
});

/** Rules on contributions of employers and their workers (PU). */
export type PuRates = z.infer<typeof puRatesSchema>;
/** A programme of PU: work accident (JKK), death (JKM), old age (JHT), pension (JP). */
export type PuProgramme = z.infer<typeof programme>;
/** All programmes of PU, in the order of the law. */
export const puProgrammes = programme.options;
/** Risk group of JKK, I to V (PP 82/2019 Lampiran I). */
export type RiskGroup = z.infer<typeof group>;
/** The risk groups, least risk first. */
export const riskGroups: readonly RiskGroup[] = [1, 2, 3, 4, 5];

/** The PU rules that come with the program. To be trusted only once `problemsInRules` finds nothing in them. */
export const puRates = data as PuRates;

/** Where the rules on PU contributions stand. */
export const puFile = "src/rules/data/pu.json";

/** The rules on PU contributions as series. */
export function puSeries({ rates, wageCeilings, jkp, reliefs, paying }: PuRates): Series[] {
  const of = listsOf(puFile);
  const keys = [...riskGroups.map((one) => `jkk of group ${one}`), "jkm", "jht", "jp"];
  return [
    ...of.each("rates", rates, keys, rateKey, (key) => `rate of ${key}`),
    of.one("wageCeilings", wageCeilings, "wage ceiling of jp"),
    of.one("jkp", jkp, "composition of jkp"),
    { ...of.one("reliefs", reliefs, "relief for employers"), unbroken: false },
    of.one("paying", paying, "rule on paying"),
  ];
}

const rateKey = (rate: PuRates["rates"][number]): string =>
  rate.group === null ? rate.programme : `${rate.programme} of group ${rate.group}`;
