import type { Value } from "../answer-types/answer-type.ts";
import { isMore, itemName } from "../flow/expanded.ts";
import type { AskStep, Flow, RepeatStep, Step } from "../flow/flow.ts";
import type { Arguments } from "../locale/catalogue.ts";
import type { Form } from "./session.ts";

/** What a form knows, as far as its items go by it. */
type Scope = {
  flow: Flow;
  form: Form;
  get(name: string): Value | undefined;
  applies(step: Step): boolean;
  text(key: string, extra: Arguments, step: Step): string;
};

/** Answers of the items that are filled in, each under its plain name; none where the repeat does not apply. */
export const itemsOf = (scope: Scope, repeat: RepeatStep): Record<string, Value>[] =>
  wholeItems(scope, repeat).map((steps) =>
    Object.fromEntries(
      steps.flatMap(({ name }) => {
        const answer = scope.get(name);
        return answer === undefined ? [] : [[itemName(name)?.name ?? name, answer] as const];
      }),
    ),
  );

/** One line for each item that is filled in. */
export const itemLines = (scope: Scope, repeat: RepeatStep): string[] =>
  wholeItems(scope, repeat).flatMap(([step]) =>
    step ? [scope.text(`${repeat.texts}.item`, {}, step)] : [],
  );

/** The questions of each item that has all its answers. */
const wholeItems = (scope: Scope, repeat: RepeatStep): AskStep[][] => {
  if (!scope.applies(repeat)) return [];
  const items: AskStep[][] = [];
  for (const step of scope.flow.steps)
    if (isOwnAsk(step, repeat) && scope.applies(step)) {
      const at = (step.item?.index ?? 1) - 1;
      items[at] = [...(items[at] ?? []), step];
    }
  return items.filter((steps) => steps.every(({ name }) => scope.form.marks[name] !== undefined));
};

const isOwnAsk = (step: Step, repeat: RepeatStep): step is AskStep =>
  step.kind === "ask" && step.item?.repeat === repeat.name && !isMore(step);
