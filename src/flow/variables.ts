import { answerTypes, type TypeName } from "../answer-types/answer-types.ts";
import { type BookValue, builtIns } from "./book.ts";
import type { CelType } from "./condition.ts";
import { repeatGives } from "./every-step.ts";
import type { Placed } from "./read-definition.ts";

/** Everything that a condition, proposal or text beside these steps may read. */
export function variablesOf(
  steps: readonly Placed[],
  values: ReadonlyMap<string, BookValue>,
): Map<string, CelType> {
  const variables = new Map<string, CelType>(builtIns);
  for (const [name, value] of values) variables.set(name, value.type);
  for (const { step } of steps) declare(step, variables);
  return variables;
}

export function declare(step: Placed["step"], variables: Map<string, CelType>): void {
  if ("ask" in step && step.type in answerTypes)
    variables.set(step.ask, answerTypes[step.type as TypeName].cel);
  if ("do" in step)
    for (const [field, type] of Object.entries(step.gives)) variables.set(field, type);
  if ("repeat" in step)
    for (const [name, type] of Object.entries(repeatGives(step.repeat))) variables.set(name, type);
}

/** Names of the questions among these steps. */
export const asksIn = (steps: readonly Placed[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ step }) => ("ask" in step ? [step.ask] : [])));

/** Values that read one of these answers, whether at first hand or not. */
export function computedFrom(
  answers: ReadonlySet<string>,
  values: ReadonlyMap<string, BookValue>,
): string[] {
  const found = new Set(answers);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [name, { inputs, optional = [] }] of values)
      if ([...inputs, ...optional].some((input) => found.has(input))) found.add(name);
  }
  return [...found].filter((name) => !answers.has(name));
}
