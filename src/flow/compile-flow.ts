import { plainWords } from "../lib/plain-words.ts";
import type { Problem } from "../lib/problem.ts";
import type { BookValue } from "./book.ts";
import { compileSteps } from "./compile-steps.ts";
import type { FlowDefinition } from "./definition.ts";
import type { DoStep, Flow, Step } from "./flow.ts";
import { type Part, readFlow } from "./read-definition.ts";
import { asksIn, variablesOf } from "./variables.ts";

/** Reads one flow file. Every fault is reported with its line; a faulty flow is null. */
export function compileFlow(
  file: string,
  source: string,
  values: ReadonlyMap<string, BookValue>,
  parts: ReadonlyMap<string, Part> = new Map(),
): { flow: Flow | null; problems: Problem[] } {
  const read = readFlow(file, source, parts);
  const problems = [...read.problems];
  if (!read.definition || problems.length > 0) return { flow: null, problems };
  const { definition, steps: written, lines } = read;
  const steps = compileSteps(written, {
    values,
    variables: variablesOf(written, values),
    asked: asksIn(written),
    seen: new Set(),
    problems,
  });
  if (problems.length > 0) return { flow: null, problems };
  return { flow: { ...assemble(definition, file, steps), lines }, problems };
}

function assemble(definition: FlowDefinition, file: string, steps: Step[]): Omit<Flow, "lines"> {
  return {
    name: definition.flow,
    file,
    intents: definition.intent.map(plainWords),
    urgent: definition.urgent,
    unless: definition.unless.map(plainWords),
    tells: definition.tells.map((group) => group.map(clauseWords)),
    about: definition.about.map((group) => group.map(plainWords)),
    opensBy: definition.opens_by.map(plainWords),
    borrows: definition.borrows,
    told: definition.told.map(plainWords),
    supposed: definition.supposed.map(plainWords),
    topic: definition.topic ?? null,
    after: definition.after,
    says: definition.says.map((group) => group.map(plainWords)),
    inSentences: definition.in_sentences,
    draft: definition.draft,
    others: definition.others,
    steps,
    byName: new Map(steps.map((step) => [step.name, step])),
    givenBy: new Map(
      steps
        .filter((step): step is DoStep => step.kind === "do")
        .flatMap((step) => Object.keys(step.gives).map((field) => [field, step] as const)),
    ),
  };
}

/** Plain words, with the sign for the end of a clause behind them where it stands there. */
const clauseWords = (words: string): string =>
  words.trimEnd().endsWith("|") ? `${plainWords(words)} |` : plainWords(words);
