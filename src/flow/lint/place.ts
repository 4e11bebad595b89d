import type { Problem } from "../../lib/problem.ts";
import type { Flow, Step } from "../flow.ts";

/** A problem at a step of a flow file. */
export const atStep = (flow: Flow, step: Step, message: string, remedy: string): Problem => ({
  file: flow.file,
  line: step.line,
  message: `step ${step.name}: ${message}`,
  remedy,
});
