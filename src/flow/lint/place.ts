import type { Problem } from "../../lib/problem.ts";
import type { Catalogue } from "../../locale/catalogue.ts";
import type { Flow, Step } from "../flow.ts";

/** A problem at a step of a flow file. */
export const atStep = (step: Step, message: string, remedy: string): Problem => ({
  file: step.source,
  line: step.line,
  message: `step ${step.name}: ${message}`,
  remedy,
});

/** A problem at a field above the steps of a flow file, or at an item of its list ("intent.0"). */
export const atHead = (flow: Flow, field: string, message: string, remedy: string): Problem => ({
  file: flow.file,
  line: flow.lines[field] ?? 1,
  message,
  remedy,
});

/** A problem at a text or a list of words. */
export function atText(
  catalogue: Catalogue,
  key: string,
  message: string,
  remedy: string,
): Problem {
  const { file, line } = catalogue.entryOf(key) ?? {
    file: `locales/${catalogue.language}`,
    line: 1,
  };
  return { file, line, message, remedy };
}
