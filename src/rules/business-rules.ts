import { z } from "zod";
import data from "./data/businesses.json" with { type: "json" };
import { datedByMonth as dated } from "./dated.ts";
import { listsOf, type Series } from "./rate-series.ts";

const size = z.enum(["mikro", "kecil", "menengah", "besar"]);
/** Whoever must take programmes: a business of a size, or a public agency for its non-ASN staff. */
const employer = z.enum([...size.options, "instansi"]);
const programmes = z.array(z.enum(["jkk", "jkm", "jht", "jp"]));
const amount = z.int().positive();

/** Shape of `data/businesses.json`: sizes of businesses, what each must take, and risk groups of activities. */
export const businessRulesSchema = z.strictObject({
  about: z.array(z.string()),
  sizes: z.array(
    z.strictObject({
      size,
      capitalUpTo: amount.nullable(),
      salesUpTo: amount.nullable(),
      ...dated,
    }),
  ),
  programmes: z.array(
    z.strictObject({
      size: employer,
      compulsory: programmes.min(1),
      optional: programmes,
      ...dated,
    }),
  ),
  activities: z.array(
    z.strictObject({
      activity: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      group: z.literal([1, 2, 3, 4, 5]),
      ...dated,
    }),
  ),
});

/** Rules that go by what a business is and how large. */
export type BusinessRules = z.infer<typeof businessRulesSchema>;
/** Size of a business by PP 7/2021. */
export type BusinessSize = z.infer<typeof size>;
/** A business by its size, or a public agency (`instansi`). */
export type EmployerKind = z.infer<typeof employer>;
/** The sizes, smallest first. */
export const businessSizes = size.options;

/** The rules on businesses that come with the program. To be trusted only once `problemsInRules` finds nothing in them. */
export const businessRules = data as BusinessRules;

/** Where the rules on businesses stand. */
export const businessFile = "src/rules/data/businesses.json";

/** The rules on businesses as series. */
export function businessSeries({ sizes, programmes, activities }: BusinessRules): Series[] {
  const of = listsOf(businessFile);
  return [
    ...of.each(
      "sizes",
      sizes,
      businessSizes,
      (one) => one.size,
      (key) => `size ${key}`,
    ),
    ...of.each(
      "programmes",
      programmes,
      employer.options,
      (one) => one.size,
      (key) => `list of programmes of size ${key}`,
    ),
    ...of.each(
      "activities",
      activities,
      activityCodes(activities),
      (one) => one.activity,
      (key) => `risk group of ${key}`,
    ),
  ];
}

/** The codes of activities that have a risk group, each once. */
export const activityCodes = (activities: BusinessRules["activities"]): string[] => [
  ...new Set(activities.map(({ activity }) => activity)),
];
