import { fileMegabytes } from "../answer-types/file.ts";
import type { StepDefinition } from "./definition.ts";

type AskDefinition = Extract<StepDefinition, { ask: string }>;
type Faults = { fault: (message: string, remedy: string) => void };

/** What a question of some types needs, and what no other question has. */
export function checkAsk(step: AskDefinition, faults: Faults): void {
  if (["choice", "choices"].includes(step.type) && step.options.length < 2)
    faults.fault(`step ${step.ask}: a choice needs two options`, "list them under options");
  const values = step.options.map((option) => (typeof option === "string" ? option : option.value));
  if (step.unsaid !== undefined && !values.includes(step.unsaid))
    faults.fault(`step ${step.ask}: ${step.unsaid} is none of its options`, "name an option");
  if (step.type === "choices") checkPicks(step, faults);
  checkFile(step, faults);
}

/** How many may be picked must be possible; nothing picked is an answer of its own. */
function checkPicks(step: AskDefinition, { fault }: Faults): void {
  const { min = 1, max = step.options.length } = step;
  if (step.optional)
    fault(`step ${step.ask}: choices are not optional`, "say min: 0, which offers none");
  if (min < 0 || max < Math.max(min, 1) || max > step.options.length)
    fault(
      `step ${step.ask}: between ${min} and ${max} of ${step.options.length} options`,
      "min and max count the options that are picked",
    );
}

/** What a question for a file needs, and what no other question has. */
function checkFile(step: AskDefinition, { fault }: Faults): void {
  const { ask, type, kinds, max = fileMegabytes } = step;
  if (type === "file" && kinds.length === 0)
    fault(`step ${ask}: a file of which kinds?`, "list them under kinds");
  if (type === "file" && (max < 1 || max > fileMegabytes))
    fault(`step ${ask}: a file has 1 to ${fileMegabytes} MB`, "mend max, or leave it out");
  if (type !== "file" && (kinds.length > 0 || step.several === "all"))
    fault(`step ${ask}: only a file has kinds`, "drop kinds and several");
}
