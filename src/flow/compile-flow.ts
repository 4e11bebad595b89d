import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { answerTypes, type TypeName } from "../answer-types/answer-types.ts";
import { plainWords } from "../lib/plain-words.ts";
import type { Problem } from "../lib/problem.ts";
import { type BookValue, builtIns } from "./book.ts";
import { type CelType, type Condition, compileCondition } from "./condition.ts";
import { type FlowDefinition, flowDefinition, type StepDefinition } from "./definition.ts";
import { type EffectKind, effectKinds, isEffectKind } from "./effects.ts";
import type { AskStep, DoStep, Flow, Step } from "./flow.ts";
import { headLines, lineOfItem } from "./head-lines.ts";

/** Reads one flow file. Every fault is reported with its line; a faulty flow is null. */
export function compileFlow(
  file: string,
  source: string,
  values: ReadonlyMap<string, BookValue>,
): { flow: Flow | null; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problems: Problem[] = [];
  const fault = (line: number, message: string, remedy: string) =>
    problems.push({ file, line, message, remedy });
  for (const error of document.errors)
    fault(lines.linePos(error.pos[0]).line, error.message.split("\n")[0] ?? "", "mend the YAML");
  if (problems.length > 0) return { flow: null, problems };

  const sequence: unknown = isMap(document.contents) ? document.contents.get("steps", true) : null;
  const lineOf = (index: number) => (isSeq(sequence) ? lineOfItem(sequence, index, lines) : 1);
  const parsed = flowDefinition.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reportIssue(issue, lineOf, fault);
    return { flow: null, problems };
  }
  const definition = parsed.data;
  const variables = variablesOf(definition, values);
  const seen = new Set<string>();
  const asked = new Set(definition.steps.flatMap((step) => ("ask" in step ? [step.ask] : [])));
  const steps = definition.steps.map((step, index) => {
    const line = lineOf(index);
    const report = (message: string, remedy: string) => fault(line, message, remedy);
    return compileStep(step, index, { variables, asked, seen, line, fault: report });
  });
  if (problems.length > 0) return { flow: null, problems };
  const head = headLines(document.contents, lines);
  return { flow: { ...assemble(definition, file, steps), lines: head }, problems };
}

function reportIssue(
  issue: z.core.$ZodIssue,
  lineOf: (index: number) => number,
  fault: (line: number, message: string, remedy: string) => void,
): void {
  const line = issue.path[0] === "steps" ? lineOf(Number(issue.path[1] ?? 0)) : 1;
  const message = `${issue.path.join(".") || "the file"}: ${shortest(issue)}`;
  fault(line, message, "see docs/flows.md for what a step may hold");
}

function assemble(definition: FlowDefinition, file: string, steps: Step[]): Omit<Flow, "lines"> {
  return {
    name: definition.flow,
    file,
    intents: definition.intent.map(plainWords),
    urgent: definition.urgent,
    unless: definition.unless.map(plainWords),
    about: definition.about.map((group) => group.map(plainWords)),
    borrows: definition.borrows,
    told: definition.told.map(plainWords),
    supposed: definition.supposed.map(plainWords),
    draft: definition.draft,
    steps,
    byName: new Map(steps.map((step) => [step.name, step])),
    givenBy: new Map(
      steps
        .filter((step): step is DoStep => step.kind === "do")
        .flatMap((step) => Object.keys(step.gives).map((field) => [field, step] as const)),
    ),
  };
}

/** Everything a condition, proposal or text of this flow may read. */
function variablesOf(
  definition: FlowDefinition,
  values: ReadonlyMap<string, BookValue>,
): ReadonlyMap<string, CelType> {
  const variables = new Map<string, CelType>(builtIns);
  for (const [name, value] of values) variables.set(name, value.type);
  for (const step of definition.steps) {
    if ("ask" in step && step.type in answerTypes)
      variables.set(step.ask, answerTypes[step.type as TypeName].cel);
    if ("do" in step)
      for (const [field, type] of Object.entries(step.gives)) variables.set(field, type);
  }
  return variables;
}

type Context = {
  variables: ReadonlyMap<string, CelType>;
  asked: ReadonlySet<string>;
  seen: Set<string>;
  line: number;
  fault: (message: string, remedy: string) => void;
};

function compileStep(step: StepDefinition, index: number, context: Context): Step {
  const name = nameOf(step, index);
  if (context.seen.has(name))
    context.fault(`step ${name} stands twice`, "give each step a name of its own");
  context.seen.add(name);
  const when = step.when ? condition(step.when, context) : null;
  const common = { name, index, line: context.line, when };
  if ("ask" in step) return compileAsk(step, common, context);
  if ("say" in step) return compileSay(step, common);
  if ("review" in step) return { kind: "review", ...common };
  if ("end" in step) return { kind: "end", ...common, keep: step.keep };
  if ("go" in step) return compileGo(step, common, context);
  if ("reopen" in step) {
    if (!context.asked.has(step.reopen))
      context.fault(`reopens ${step.reopen}, which is not asked`, "name an ask step of this flow");
    return { kind: "reopen", ...common, step: step.reopen };
  }
  checkEffect(step, context);
  for (const source of Object.values(step.with))
    if (!source.startsWith("text:")) known(source, context);
  return {
    kind: "do",
    ...common,
    effect: step.do as EffectKind,
    with: step.with,
    gives: step.gives,
    forgets: step.forgets,
    handsOver: step.hands_over,
  };
}

const compileSay = (step: Extract<StepDefinition, { say: string }>, common: Common): Step => ({
  kind: "say",
  ...common,
  file: step.file ?? null,
  aside: step.aside ?? null,
});

function compileGo(
  step: Extract<StepDefinition, { go: string }>,
  common: Common,
  context: Context,
): Step {
  for (const name of step.with)
    if (!context.asked.has(name))
      context.fault(`hands over ${name}, which is not asked`, "name an ask step of this flow");
  return { kind: "go", ...common, flow: step.go, with: step.with };
}

function checkEffect(step: Extract<StepDefinition, { do: string }>, context: Context): void {
  if (!isEffectKind(step.do)) {
    context.fault(`there is no effect ${step.do}`, `one of ${Object.keys(effectKinds).join(", ")}`);
    return;
  }
  const result: Record<string, CelType> = effectKinds[step.do];
  for (const [field, type] of Object.entries(step.gives))
    if (result[field] !== type)
      context.fault(`${step.do} does not give ${field} as ${type}`, "see src/flow/effects.ts");
}

type Common = Pick<Step, "name" | "index" | "line" | "when">;

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
  const values = step.options.map((option) => (typeof option === "string" ? option : option.value));
  if (step.unsaid !== undefined && !values.includes(step.unsaid))
    context.fault(`step ${step.ask}: ${step.unsaid} is none of its options`, "name an option");
  if (step.type === "choice" && step.options.length < 2)
    context.fault(`step ${step.ask}: a choice needs two options`, "list them under options");
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
        ? { value: option, when: null }
        : { value: option.value, when: option.when ? condition(option.when, context) : null },
    ),
    optional: step.optional,
    accepts: step.accepts.map((text) => text.toLowerCase()),
    location: step.location,
    digits: step.digits,
    reads: step.reads,
    unsaid: step.unsaid ?? null,
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

/** Steps without a name of their own (go, reopen) get one from their place; no mark depends on it. */
function nameOf(step: StepDefinition, index: number): string {
  if ("ask" in step) return step.ask;
  if ("say" in step) return step.say;
  if ("review" in step) return step.review;
  if ("do" in step) return step.as;
  if ("end" in step) return step.end;
  return "go" in step ? `go_${index}` : `reopen_${index}`;
}

/** Of a step that fits no kind, the complaint of the kind it comes nearest to. */
function shortest(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const best = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0];
  return best ? `${best.path.join(".")} ${best.message}`.trim() : issue.message;
}
