import { answerTypes, type TypeName } from "../answer-types/answer-types.ts";
import type { Problem } from "../lib/problem.ts";
import { type BookValue, builtIns } from "./book.ts";
import { checkAsk } from "./check-ask.ts";
import { type CelType, type Condition, compileCondition } from "./condition.ts";
import type { StepDefinition } from "./definition.ts";
import { type EffectKind, effectKinds, isEffectKind, ownEffects, slowEffects } from "./effects.ts";
import type { AskStep, RepeatStep, Step } from "./flow.ts";
import type { Placed } from "./read-definition.ts";
import { sentFile } from "./sent-file.ts";
import { nameOf } from "./step-name.ts";
import { asksIn, computedFrom, declare } from "./variables.ts";

export type Among = {
  values: ReadonlyMap<string, BookValue>;
  variables: ReadonlyMap<string, CelType>;
  asked: ReadonlySet<string>;
  seen: Set<string>;
  problems: Problem[];
};
type Context = Among & { fault: (message: string, remedy: string) => void };

/** Steps ready to run; every fault is reported at its line. */
export const compileSteps = (steps: readonly Placed[], among: Among): Step[] =>
  steps.map((step, index) => compileStep(step, index, among));

function compileStep(placed: Placed, index: number, among: Among): Step {
  const { step, file, line, outer } = placed;
  const fault = (message: string, remedy: string) =>
    among.problems.push({ file, line, message, remedy });
  const context: Context = { ...among, fault };
  const name = nameOf(step, index);
  if (context.seen.has(name))
    fault(`step ${name} stands twice`, "give each step a name of its own");
  context.seen.add(name);
  const when = underAll([...outer, ...(step.when === undefined ? [] : [step.when])], context);
  const texts = `${placed.texts}${name}`;
  const partTexts = placed.partTexts === null ? null : `${placed.partTexts}${name}`;
  const common = { name, index, source: file, line, texts, partTexts, when };
  return "do" in step ? compileDo(step, common, context) : compileOther(placed, common, context);
}

/** All of these conditions as one; null where there is none. */
function underAll(conditions: readonly string[], context: Context): Condition | null {
  const [first, ...others] = conditions;
  if (first === undefined) return null;
  return condition(
    others.length === 0 ? first : conditions.map((one) => `(${one})`).join(" && "),
    context,
  );
}

function compileOther(placed: Placed, common: Common, context: Context): Step {
  const step = placed.step as Exclude<Placed["step"], { do: string }>;
  if ("ask" in step) return compileAsk(step, common, context);
  if ("say" in step) {
    const { picture = null, aside = null, alone } = step;
    return {
      kind: "say",
      ...common,
      file: sentFile(step.file, (variable) => known(variable, context)),
      picture,
      alone,
      aside,
    };
  }
  if ("review" in step) return { kind: "review", ...common };
  if ("end" in step) return { kind: "end", ...common, keep: step.keep, topics: step.topics };
  if ("go" in step)
    return {
      kind: "go",
      ...common,
      flow: step.go,
      with: asks(step.with, context),
      given: asks(step.given, context),
    };
  if ("call" in step)
    return { kind: "call", ...common, flow: step.call, takes: asks(step.takes, context) };
  if ("repeat" in step) return compileRepeat(step, common, placed.inner, context);
  asks([step.reopen], context);
  return { kind: "reopen", ...common, step: step.reopen };
}

function compileDo(
  step: Extract<StepDefinition, { do: string }>,
  common: Common,
  context: Context,
): Step {
  checkEffect(step, context);
  for (const read of Object.values(step.with)) if (!read.startsWith("text:")) known(read, context);
  return {
    kind: "do",
    ...common,
    effect: step.do as EffectKind,
    with: step.with,
    gives: step.gives,
    forgets: step.forgets,
    givesDrafts: step.gives_drafts,
    handsOver: step.hands_over,
    slow: slowEffects.has(step.do as EffectKind),
  };
}

/** Names of questions of this flow; others are reported. */
function asks(names: string[], context: Context): string[] {
  for (const name of names)
    if (!context.asked.has(name))
      context.fault(`names ${name}, which is not asked`, "name an ask step of this flow");
  return names;
}

/** Its steps may read what stands outside, and each item's own answers under their plain names. */
function compileRepeat(
  step: Extract<StepDefinition, { repeat: string }>,
  common: Common,
  inner: readonly Placed[],
  context: Context,
): RepeatStep {
  const variables = new Map(context.variables);
  for (const one of inner) declare(one.step, variables);
  variables.set("item", "int");
  const asked = asksIn(inner);
  const steps = compileSteps(inner, { ...context, variables, asked, seen: new Set() });
  const within = steps.filter(isWithinRepeat);
  for (const one of steps)
    if (!isWithinRepeat(one))
      context.fault(`${one.kind} ${one.name} of a part stands in a repeat`, "use the part outside");
  return {
    kind: "repeat",
    ...common,
    max: step.max,
    steps: within,
    more: moreOf(common),
    local: new Set(["item", ...asked, ...computedFrom(asked, context.values)]),
  };
}

const isWithinRepeat = (step: Step): step is RepeatStep["steps"][number] =>
  step.kind === "ask" || step.kind === "say" || step.kind === "reopen";

/** Whether there is another: asked under the name of the repeat. */
const moreOf = (common: Common): AskStep => ({
  ...common,
  kind: "ask",
  name: "more",
  type: answerTypes.choice,
  class: "plain",
  propose: null,
  options: ["more", "done"].map((value) => ({ value, when: null, shown: null })),
  optional: false,
  accepts: [],
  location: false,
  digits: true,
  sums: false,
  numbers: false,
  story: false,
  topic: null,
  reads: false,
  unsaid: null,
  was: [],
  kinds: [],
  several: "latest",
  min: undefined,
  max: undefined,
  basis: [],
});

function checkEffect(step: Extract<StepDefinition, { do: string }>, context: Context): void {
  if (!isEffectKind(step.do) || ownEffects.has(step.do)) {
    context.fault(`there is no effect ${step.do}`, `one of ${Object.keys(effectKinds).join(", ")}`);
    return;
  }
  const result: Record<string, CelType> = effectKinds[step.do];
  for (const [field, type] of Object.entries(step.gives))
    if (result[field] !== type)
      context.fault(`${step.do} does not give ${field} as ${type}`, "see src/flow/effects.ts");
}

type Common = Pick<Step, "name" | "index" | "source" | "line" | "texts" | "partTexts" | "when">;

function compileAsk(
  step: Extract<StepDefinition, { ask: string }>,
  common: Common,
  context: Context,
): AskStep {
  const type = answerTypes[step.type as TypeName] as AskStep["type"] | undefined;
  if (!type)
    context.fault(
      `step ${step.ask}: there is no answer type ${step.type}`,
      `one of ${Object.keys(answerTypes).join(", ")}`,
    );
  checkAsk(step, context);
  for (const name of step.depends_on) known(name, context);
  if (step.propose) known(step.propose, context);
  return {
    kind: "ask",
    ...common,
    type: type ?? answerTypes.text,
    class: step.class,
    propose: step.propose ?? null,
    options: step.options.map((option) =>
      typeof option === "string"
        ? { value: option, when: null, shown: null }
        : {
            value: option.value,
            when: option.when ? condition(option.when, context) : null,
            shown: option.shown ? condition(option.shown, context) : null,
          },
    ),
    optional: step.optional,
    accepts: step.accepts.map((text) => text.toLowerCase()),
    location: step.location,
    digits: step.digits,
    sums: step.sums,
    numbers: step.numbers,
    story: step.story,
    topic: step.topic ?? null,
    reads: step.reads,
    unsaid: step.unsaid ?? null,
    was: step.was,
    kinds: step.kinds,
    several: step.several,
    min: step.min,
    max: step.max,
    // what the moment brings (the sender's number) is no ground to ask again
    basis: [
      ...new Set([
        ...(common.when?.reads ?? []),
        ...(step.propose ? [step.propose] : []),
        ...step.depends_on,
      ]),
    ].filter((name) => !builtIns.has(name)),
  };
}

function condition(source: string, context: Context): Condition | null {
  const compiled = compileCondition(source, context.variables);
  if ("condition" in compiled) return compiled.condition;
  context.fault(
    `condition "${source}": ${compiled.fault}`,
    "conditions are CEL over answers and values",
  );
  return null;
}

function known(name: string, context: Context): void {
  if (!context.variables.has(name))
    context.fault(`${name} is neither an answer, a value nor built in`, "check its spelling");
}
