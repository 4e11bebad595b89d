import type { Value } from "../answer-types/answer-type.ts";
import type { Step } from "../flow/flow.ts";
import type { Scope } from "./scope.ts";

/** Sets a mark that stands on what the step depends on now. */
export function mark(scope: Scope, step: Step, value: Value, result?: Record<string, Value>): void {
  const on = scope.basis(step);
  scope.form.marks[step.name] = {
    v: value,
    ...(on === undefined ? {} : { on }),
    ...(result ? { r: result } : {}),
  };
}
