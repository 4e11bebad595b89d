import type { Placed } from "./read-definition.ts";

/** Steps without a name of their own (go, reopen) get one from their place; no mark depends on it. */
export function nameOf(step: Placed["step"], index: number): string {
  if ("ask" in step) return step.ask;
  if ("say" in step) return step.say;
  if ("review" in step) return step.review;
  if ("do" in step) return step.as;
  if ("end" in step) return step.end;
  if ("repeat" in step) return step.repeat;
  if ("call" in step) return `call_${step.call}`;
  return "go" in step ? `go_${index}` : `reopen_${index}`;
}
