import type { Problem } from "../../lib/problem.ts";
import { type Book, builtIns } from "../book.ts";
import { ofRepeat } from "../every-step.ts";
import type { AskStep, Flow, Step } from "../flow.ts";
import { programFlows } from "../program-flows.ts";
import { atStep } from "./place.ts";
import { type Reading, readingsOf, sourcesOf } from "./reads.ts";
import type { Visit } from "./walk.ts";

/** What is read before it can be known: answers asked later or never together with the step, results before they come. */
export const problemsInReads = (book: Book, flow: Flow, visits: readonly Visit[]): Problem[] =>
  visits.flatMap((visit) =>
    readingsOf(book, flow, visit.step).flatMap((reading) => {
      const [found] = [...sourcesOf(book, flow, reading.name)].flatMap(
        (source) => unknown(flow, visit, source) ?? [],
      );
      if (!found) return [];
      const { step } = visit;
      return [atStep(step, `${reads(reading, found.source)}, ${found.why}`, found.remedy)];
    }),
  );

const reads = ({ name, where }: Reading, source: string): string =>
  `${where} reads ${name}${name === source ? "" : `, which needs ${source}`}`;

/** Where a step stands, with its file where that is another. */
const place = ({ source, line }: Step, beside: Step): string =>
  source === beside.source ? `line ${line}` : `${source}:${line}`;

type Unknown = { source: string; why: string; remedy: string };

/** What a repeat gives is known behind it, and as far as it goes within. */
function beforeRepeat(flow: Flow, { step }: Visit, source: string): Unknown | null {
  const repeat = flow.byName.get(source.replace(/_(?:count|list)$/, ""));
  if (!repeat || repeat.index <= step.index || step.item?.repeat === repeat.name) return null;
  const why = `which is told only in ${place(repeat, step)}`;
  return { source, why, remedy: `move it behind ${repeat.name}` };
}

/** Why a source cannot be known when the step's turn has come; null where it may be. */
function unknown(flow: Flow, visit: Visit, source: string): Unknown | null {
  const { step } = visit;
  const asked = flow.byName.get(source);
  if (asked?.kind === "ask") {
    const because = step.kind === "say" && step.aside === "only" ? unsaid : unasked;
    return because(flow, visit, asked);
  }
  if (ofRepeat(flow, source) !== undefined) return beforeRepeat(flow, visit, source);
  const giver = flow.givenBy.get(source);
  if (giver)
    return flow.steps.findIndex(({ name }) => name === giver.name) < step.index
      ? null
      : {
          source,
          why: `which ${giver.name} gives only in ${place(giver, step)}`,
          remedy: `move it behind ${giver.name}`,
        };
  const { SHOW_DATA, COPY_DATA } = programFlows;
  if (source === "draft_summary" && flow.name !== SHOW_DATA && flow.name !== COPY_DATA)
    return {
      source,
      why: `which only ${SHOW_DATA} and ${COPY_DATA} know`,
      remedy: `send people there by go: ${programFlows.SHOW_DATA}`,
    };
  return builtIns.has(source)
    ? null
    : { source, why: "which this flow does not ask", remedy: `ask ${source} before` };
}

function unasked(flow: Flow, visit: Visit, asked: AskStep): Unknown | null {
  const { step, states, before, applying } = visit;
  const source = asked.name;
  if (takenBefore(flow, step, source)) return null;
  if (asked.index >= step.index)
    return {
      source,
      why: `which is asked only in ${place(asked, step)}`,
      remedy: `move it behind the question ${source}`,
    };
  const here = applying.length > 0 ? applying : before;
  const never =
    here.length > 0 &&
    here.every((state) => states.has(state, source) && states.get(state, source) === undefined);
  return never
    ? {
        source,
        why: `which is asked only when "${asked.when?.source}" (${place(asked, step)}), never together with this`,
        remedy: "mend one of the two conditions",
      }
    : null;
}

/** Whether another flow that was called before has asked it. */
const takenBefore = (flow: Flow, { index }: Step, source: string): boolean =>
  flow.steps.some(
    (step) => step.kind === "call" && step.index < index && step.takes.includes(source),
  );

/** Told aside, a step knows what the sentence says, what it leaves unsaid, and what other forms lend. */
const unsaid = (flow: Flow, { step }: Visit, asked: AskStep): Unknown | null =>
  asked.reads || asked.unsaid !== null || flow.borrows.includes(asked.name)
    ? null
    : {
        source: asked.name,
        why: `which is not read from a sentence (${place(asked, step)})`,
        remedy: `let ${asked.name} be read (reads), or borrowed`,
      };
