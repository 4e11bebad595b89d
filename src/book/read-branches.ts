import { existsSync, readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { regionIndex } from "../answer-types/region-index.ts";
import type { Regions } from "../answer-types/regions.ts";
import type { Problem } from "../lib/problem.ts";
import { isDay } from "../rules/dated.ts";

const words = (most: number) => z.string().trim().min(1).max(most);

const branchSchema = z
  .strictObject({
    name: words(60),
    address: words(110),
    phone: words(20).optional(),
    /** Codes of the regencies and cities that it serves. */
    serves: z.array(z.string().regex(/^\d\d\.\d\d$/, "is not a code such as 34.04")).min(1),
    lat: z.number().min(-12).max(7).optional(),
    lon: z.number().min(94).max(142).optional(),
  })
  .refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
    message: "has lat or lon without the other",
  });

const listSchema = z.strictObject({
  source: words(80),
  as_of: z.string().refine(isDay, "is not a date written YYYY-MM-DD"),
  branches: z.array(branchSchema).min(1),
});

/** A branch office of BPJS Ketenagakerjaan as the operator wrote it down. */
export type Branch = z.infer<typeof branchSchema>;

/** Branch offices, who says so, and on which day (ISO) that was looked up. */
export type BranchList = { source: string; asOf: string; branches: readonly Branch[] };

const remedy = "see 'Branch offices' in docs/operating.md";

/** The operator's list of branch offices, or what is wrong with it; null where there is none. */
export function readBranches(
  file: string | undefined,
  regions: Regions,
): { list: BranchList | null; problems: Problem[] } {
  if (file === undefined) return { list: null, problems: [] };
  const fault = (line: number, message: string): Problem => ({ file, line, message, remedy });
  if (!existsSync(file)) return { list: null, problems: [fault(1, "there is no such file")] };
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: counter });
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : 1;
  };
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    return { list: null, problems: [fault(line, error.message.split("\n")[0] ?? "")] };
  }
  const read = listSchema.safeParse(document.toJS());
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) =>
      fault(lineOf(path), `${path.join(".")}: ${message}`),
    );
    return { list: null, problems };
  }
  const { byCode } = regionIndex(regions);
  const problems = read.data.branches.flatMap(({ serves }, at) =>
    serves.flatMap((code, place) =>
      byCode.has(code)
        ? []
        : [fault(lineOf(["branches", at, "serves", place]), `${code} is no regency or city`)],
    ),
  );
  const { source, as_of: asOf, branches } = read.data;
  return { list: problems.length > 0 ? null : { source, asOf, branches }, problems };
}
