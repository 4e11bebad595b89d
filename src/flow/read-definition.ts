import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "../lib/problem.ts";
import {
  type FlowDefinition,
  flowDefinition,
  type PartDefinition,
  partDefinition,
  type StepDefinition,
} from "./definition.ts";
import { headLines } from "./head-lines.ts";

/** A step and where it is written; `texts` is what the keys of its texts begin with, `partTexts` those of its part's, `outer` the conditions it stands under. */
export type Placed<S extends StepDefinition = Exclude<StepDefinition, { use: string }>> = {
  step: S;
  file: string;
  line: number;
  texts: string;
  partTexts: string | null;
  outer: readonly string[];
  /** The steps within a repeat. */
  inner: readonly Placed[];
};

/** A part ready to be used by flows. */
export type Part = { name: string; steps: readonly Placed[] };

type Read<D> =
  | { definition: D; lineAt: LineAt; head: Record<string, number>; problems: [] }
  | { definition: null; problems: Problem[] };
type LineAt = (path: readonly PropertyKey[]) => number;

/** Reads a part file; every fault is reported with its line. */
export function readPart(
  file: string,
  source: string,
): { part: Part | null; problems: readonly Problem[] } {
  const read = readDefinition<PartDefinition>(file, source, partDefinition);
  if (!read.definition) return { part: null, problems: read.problems };
  const { definition, lineAt } = read;
  const from = { file, texts: `${definition.part}.`, lineAt, parts: new Map(), problems: [] };
  const steps = placeAll(definition.steps, ["steps"], from);
  return { part: { name: definition.part, steps }, problems: [] };
}

/** Reads a flow file, with the steps of the parts it uses in their places. */
export function readFlow(
  file: string,
  source: string,
  parts: ReadonlyMap<string, Part>,
):
  | { definition: null; problems: readonly Problem[] }
  | {
      definition: FlowDefinition;
      steps: readonly Placed[];
      /** Lines of what stands above the steps, by field. */
      lines: Readonly<Record<string, number>>;
      problems: readonly Problem[];
    } {
  const read = readDefinition<FlowDefinition>(file, source, flowDefinition);
  if (!read.definition) return read;
  const { definition, lineAt, head } = read;
  const problems: Problem[] = [];
  const from = { file, texts: `${definition.flow}.`, lineAt, parts, problems };
  const steps = placeAll(definition.steps, ["steps"], from);
  return { definition, steps, lines: head, problems };
}

type From = {
  file: string;
  texts: string;
  lineAt: LineAt;
  parts: ReadonlyMap<string, Part>;
  problems: Problem[];
};

function placeAll(
  steps: readonly StepDefinition[],
  path: readonly PropertyKey[],
  from: From,
): Placed[] {
  return steps.flatMap((step, index) => place(step, [...path, index], from));
}

function place(step: StepDefinition, path: readonly PropertyKey[], from: From): Placed[] {
  const { file, texts, lineAt, parts, problems } = from;
  const line = lineAt(path);
  if (!("use" in step)) {
    const inner =
      "repeat" in step
        ? placeAll(step.steps, [...path, "steps"], { ...from, texts: `${texts}${step.repeat}_` })
        : [];
    return [{ step, file, line, texts, partTexts: null, outer: [], inner }];
  }
  const part = parts.get(step.use);
  if (!part) {
    const message = `uses ${step.use}, which is no part`;
    problems.push({ file, line, message, remedy: "name a file of flows/parts/" });
    return [];
  }
  const outer = step.when === undefined ? [] : [step.when];
  return part.steps.map((one) => ({
    ...one,
    texts,
    partTexts: one.texts,
    outer: [...outer, ...one.outer],
  }));
}

function readDefinition<D>(file: string, source: string, schema: z.ZodType<D>): Read<D> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split("\n")[0] ?? "",
    remedy: "mend the YAML",
  }));
  if (problems.length > 0) return { definition: null, problems };
  const lineAt: LineAt = (path) => lineOf(document, path, lines);
  const parsed = schema.safeParse(document.toJS());
  const head = headLines(document.contents, lines);
  if (parsed.success) return { definition: parsed.data, lineAt, head, problems: [] };
  for (const issue of parsed.error.issues)
    problems.push({
      file,
      line: lineAt(issue.path.slice(0, 2)),
      message: `${issue.path.join(".") || "the file"}: ${shortest(issue)}`,
      remedy: "see docs/flows.md for what a step may hold",
    });
  return { definition: null, problems };
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  const node = path.length > 1 ? document.getIn(path, true) : undefined;
  const range = (node as { range?: [number, number, number] } | undefined)?.range;
  return range ? lines.linePos(range[0]).line : 1;
}

/** Of a step that fits no kind, the complaint of the kind it comes nearest to. */
function shortest(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const best = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0];
  return best ? `${best.path.join(".")} ${best.message}`.trim() : issue.message;
}
