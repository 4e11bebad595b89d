import { z } from "zod";
import data from "./data/bpu.json" with { type: "json" };
import { datedByMonth as dated } from "./dated.ts";

const rupiah = z.int().nonnegative().max(1_000_000_000);
const basisPoints = z.int().positive().max(10_000);
const programme = z.enum(["jkk", "jkm", "jht"]);
const sector = z.enum(["transport", "not_transport"]);

/** Shape of `data/bpu.json`: income tables, rates and reliefs of members without an employer (BPU). */
export const bpuRatesSchema = z.strictObject({
  about: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      ...dated,
      rows: z.array(z.strictObject({ from: rupiah, base: rupiah })).min(1),
    }),
  ),
  rates: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ programme, kind: z.literal("share"), basisPoints, ...dated }),
      z.strictObject({ programme, kind: z.literal("flat"), rupiah, ...dated }),
    ]),
  ),
  reliefs: z.array(
    z.strictObject({
      sector,
      programmes: z.array(programme).min(1),
      offBasisPoints: basisPoints,
      exceptPaidByState: z.boolean(),
      ...dated,
    }),
  ),
  paying: z.array(
    z.strictObject({
      aheadMonths: z.array(z.int().positive()).min(1),
      arrearsMonths: z.int().positive(),
      ...dated,
    }),
  ),
});

/** Rules on BPU contributions: amounts in rupiah per month, shares in basis points (100 = 1 %). */
export type BpuRates = z.infer<typeof bpuRatesSchema>;
/** Share of the base, or flat amount, that one programme costs. */
export type BpuRate = BpuRates["rates"][number];

/** A programme of BPU: work accident (JKK), death (JKM), old age (JHT). */
export type BpuProgramme = z.infer<typeof programme>;
/** All programmes of BPU, the compulsory pair first. */
export const bpuProgrammes = programme.options;

/** Sector of an occupation as the relief of PP 50/2025 tells them apart. */
export type Sector = z.infer<typeof sector>;

/** The BPU rules that come with the program. To be trusted only once `problemsInRates` finds nothing in them. */
export const bpuRates = data as BpuRates;

/** What a rate makes of a base, in whole rupiah per month before any relief. */
export const normalAmount = (rate: BpuRate, base: number): number =>
  rate.kind === "flat" ? rate.rupiah : shareOf(base, rate.basisPoints);

/** A share of an amount in whole rupiah; `problemsInRates` sees to it that nothing is cut off. */
export const shareOf = (amount: number, basisPoints: number): number => {
  const product = amount * basisPoints;
  return (product - (product % 10_000)) / 10_000;
};
