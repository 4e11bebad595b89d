import type { Problem } from "../../lib/problem.ts";
import type { Book } from "../book.ts";
import type { Condition } from "../condition.ts";
import type { EndStep, Flow, ReopenStep, Step } from "../flow.ts";
import { conditionsOf, domainsOf, wordsFor } from "./domains.ts";
import { atStep } from "./place.ts";
import { repeatOf, sourcesOf } from "./reads.ts";
import type { Visit } from "./walk.ts";

/** Steps and options that nobody can come to, and forms that never end. */
export function problemsInPaths(book: Book, flow: Flow, visits: readonly Visit[]): Problem[] {
  return [
    ...cutOff(visits),
    ...undecided(flow, visits),
    ...visits
      .filter(isNoneOf(neverRepeated(visits)))
      .flatMap((visit) => [
        ...deadCondition(visit),
        ...deadOptions(visit),
        ...(visit.step.kind === "reopen" ? endless(book, flow, visit.step, visit) : []),
        ...(visit.step.kind === "end" ? unfinished(flow, visit.step) : []),
      ]),
    ...flow.steps.flatMap((step) => strangeWords(book, flow, step)),
  ];
}

/** Repeats that nobody comes to: said of them once, not of each step within. */
const neverRepeated = (visits: readonly Visit[]): Set<string> =>
  new Set(
    visits.flatMap(({ step, applying }) =>
      step.kind === "repeat" && applying.length === 0 ? [step.name] : [],
    ),
  );

const isNoneOf =
  (repeats: ReadonlySet<string>) =>
  ({ step }: Visit): boolean =>
    !step.item || !repeats.has(step.item.repeat);

/** The first step that everybody has left before. */
function cutOff(visits: readonly Visit[]): Problem[] {
  const index = visits.findIndex(({ before }) => before.length === 0);
  const cut = visits[index];
  if (!cut) return [];
  const last = visits
    .slice(0, index)
    .findLast(({ step }) => ["end", "go", "reopen"].includes(step.kind));
  const message = last
    ? `nobody comes here: everybody leaves by ${last.step.name} in line ${last.step.line}`
    : "nobody comes here";
  return [atStep(cut.step, message, "give that step a condition, or remove what is after it")];
}

/** The step from which on there was too much to go through: what is wrong there would go unnoticed. */
function undecided(flow: Flow, visits: readonly Visit[]): Problem[] {
  const next = flow.steps[visits.length];
  const message = "there are too many ways to here for what follows to be checked";
  return next ? [atStep(next, message, "let fewer conditions go by what was told before")] : [];
}

const deadCondition = ({ step, before, applying }: Visit): Problem[] =>
  before.length > 0 && applying.length === 0
    ? [
        atStep(
          step,
          `nobody comes here: "${step.when?.source}" never holds after the steps before it`,
          "mend the condition, or remove the step",
        ),
      ]
    : [];

function deadOptions({ step, offered }: Visit): Problem[] {
  if (step.kind !== "ask" || offered.length === 0) return [];
  return step.options
    .filter(({ value }) => !offered.some((way) => way.includes(value)))
    .map(({ value, when }) =>
      atStep(
        step,
        `the option ${value} is never offered: "${when?.source}" never holds here`,
        "mend its condition, or remove it",
      ),
    );
}

/** What is forgotten must be able to change the condition, else the question comes again for ever. */
function endless(book: Book, flow: Flow, step: ReopenStep, { applying }: Visit): Problem[] {
  const { when } = step;
  if (!when || applying.length === 0) return [];
  const forgotten = new Set([step.step, ...when.reads]);
  const answers = when.reads
    .flatMap((name) => [...sourcesOf(book, flow, name, true)])
    .flatMap((name) => [name, ...readAnew(flow, name)])
    .filter((name) => flow.byName.get(name)?.kind === "ask");
  if (answers.some((name) => forgotten.has(name)) && !holdsAlways(book, flow, when)) return [];
  return [
    atStep(
      step,
      `asks ${step.step} again for ever: "${when.source}" holds whatever is answered`,
      `let the condition go by ${step.step}, or by a question that follows it`,
    ),
  ];
}

/** What a slow effect is handed: with another file it gives another result. */
function readAnew(flow: Flow, name: string): string[] {
  const giver = flow.givenBy.get(name);
  return giver?.slow ? Object.values(giver.with) : [];
}

/** Whether a condition holds whatever the variables are that it reads. */
function holdsAlways(book: Book, flow: Flow, { reads, comparisons, holds }: Condition): boolean {
  if (comparisons === null) return false;
  const domain = domainsOf(book, flow);
  let ways: Record<string, string | number | boolean>[] = [{}];
  for (const name of reads)
    ways = ways.flatMap((way) => domain(name).values.map((value) => ({ ...way, [name]: value })));
  return ways.every((way) => holds((name) => way[name]));
}

/** A form kept as a draft is opened again where the condition was decided; without one it stays at its end. */
const unfinished = (flow: Flow, step: EndStep): Problem[] =>
  step.keep && (step.when?.reads ?? []).every((name) => flow.byName.get(name)?.kind !== "ask")
    ? [
        atStep(
          step,
          "keeps a form that can never be finished: no answer leads back into it",
          "give it a condition on an answer, or drop keep",
        ),
      ]
    : [];

const isOptional = (flow: Flow, name: string): boolean => {
  const step = flow.byName.get(name);
  return step?.kind === "ask" && step.optional;
};

/** Words that the variable beside them never is. */
function strangeWords(book: Book, flow: Flow, step: Step): Problem[] {
  const conditions = conditionsOf({ ...flow, steps: [step] });
  const around = repeatOf(flow, step)?.when?.comparisons ?? []; // said of the repeat
  return conditions.flatMap(({ comparisons }) =>
    (comparisons ?? []).flatMap((comparison) => {
      const { name, with: other } = comparison;
      if (around.includes(comparison)) return [];
      if ("name" in other || typeof other.literal !== "string") return [];
      if (other.literal === "" && isOptional(flow, name)) return []; // whether it was answered
      const words = wordsFor(book, flow, name);
      if (!words || words.includes(other.literal)) return [];
      const are = words.filter((word) => word !== "").join(", ");
      const message = `compares ${name} with "${other.literal}", which it never is`;
      return [atStep(step, message, `one of ${are}`)];
    }),
  );
}
