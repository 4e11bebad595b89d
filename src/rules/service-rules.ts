import { z } from "zod";
import data from "./data/service.json" with { type: "json" };
import { datedByDay as dated, inForce } from "./dated.ts";
import { listsOf, type Series } from "./rate-series.ts";

const code = z.enum([
  ...["most_occupations", "joining_hours", "agency_working_days"],
  ...["withheld_prison_years", "withheld_fine", "data_request_hours"],
  ...["jkp_applications", "jkp_interviews", "jkp_arrears_months"],
] as const);

/** Shape of `data/service.json`: numbers of laws and of BPJS that belong to no contribution and no benefit. */
export const serviceRulesSchema = z.strictObject({
  about: z.array(z.string()),
  numbers: z.array(z.strictObject({ code, value: z.int().positive(), ...dated })),
});

/** Rules on registering, sanctions and data. */
export type ServiceRules = z.infer<typeof serviceRulesSchema>;
/** Names of these numbers. */
export type ServiceCode = z.infer<typeof code>;

/** The rules on service that come with the program. To be trusted only once `problemsInRules` finds nothing in them. */
export const serviceRules = data as ServiceRules;

/** Where the rules on service stand. */
export const serviceFile = "src/rules/data/service.json";

/** The rules on service as series. */
export const serviceSeries = ({ numbers }: ServiceRules): Series[] =>
  listsOf(serviceFile).each(
    "numbers",
    numbers,
    code.options,
    (one) => one.code,
    (key) => `number ${key}`,
  );

/** A number on an ISO date; undefined where no rule holds. */
export const serviceNumber = (wanted: ServiceCode, on: string): number | undefined =>
  inForce(
    serviceRules.numbers.filter((one) => one.code === wanted),
    on,
  )?.value;
