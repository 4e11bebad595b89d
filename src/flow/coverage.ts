import { everyStep } from "./every-step.ts";
import { itemName } from "./expanded.ts";
import type { Flow, Step } from "./flow.ts";

/** How much of a flow has been come to; what has not, with its place. */
export type Coverage = {
  flow: string;
  /** As they are written: those of parts and those within a repeat count, each once. */
  steps: number;
  reached: number;
  missing: { step: string; file: string; line: number }[];
};

/** What of a flow was walked; `names` are those of the steps that forms came to (`expanded`). */
export function coverageOf(flow: Flow, names: Iterable<string>): Coverage {
  const reached = new Set([...names].map((name) => writtenStep(flow, name)));
  const steps = everyStep(flow.steps);
  return {
    flow: flow.name,
    steps: steps.length,
    reached: steps.filter((step) => reached.has(step)).length,
    missing: steps
      .filter((step) => !reached.has(step))
      .map((step) => ({ step: shownName(step), file: step.source, line: step.line })),
  };
}

/** A step of an item as it is written; the question for another item is the repeat itself. */
function writtenStep({ byName }: Flow, name: string): Step | undefined {
  const item = itemName(name);
  const repeat = item && byName.get(item.repeat);
  if (repeat?.kind !== "repeat") return byName.get(name);
  return item?.name === "more" ? repeat : repeat.steps.find((step) => step.name === item?.name);
}

/** Steps without a name of their own are called by what they do. */
function shownName(step: Step): string {
  if (step.kind === "go") return `go ${step.flow}`;
  return step.kind === "reopen" ? `reopen ${step.step}` : step.name;
}
