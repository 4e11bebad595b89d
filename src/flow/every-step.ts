import type { CelType } from "./condition.ts";
import type { Flow, Step } from "./flow.ts";

/** The steps of a flow as they are written, those within a repeat before it. */
export const everyStep = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step): Step[] => (step.kind === "repeat" ? [...step.steps, step] : [step]));

/** The key of a step's texts, by its name. */
export const textsOf = ({ name: flow, byName }: Pick<Flow, "name" | "byName">, name: string) =>
  byName.get(name)?.texts ?? `${flow}.${name}`;

/** The key of each step's texts that came with a part, and that of the part's. */
export const partTextsOf = (flows: Iterable<Flow>): Map<string, string> =>
  new Map(
    [...flows].flatMap(({ steps }) =>
      everyStep(steps).flatMap(({ texts, partTexts }) =>
        partTexts === null ? [] : [[texts, partTexts] as const],
      ),
    ),
  );

/** What a repeat gives to whatever stands beside it: its answers as JSON, `_count` how many, `_list` a line each. */
export const repeatGives = (name: string): Record<string, CelType> => ({
  [name]: "string",
  [`${name}_count`]: "int",
  [`${name}_list`]: "string",
});

/** The type of a variable that a repeat of this flow gives. */
export const ofRepeat = ({ byName }: Pick<Flow, "byName">, name: string): CelType | undefined => {
  const repeat = byName.get(name.replace(/_(?:count|list)$/, ""));
  return repeat?.kind === "repeat" ? repeatGives(repeat.name)[name] : undefined;
};
