import type { Book } from "../flow/book.ts";
import type { AskStep, Flow } from "../flow/flow.ts";
import { type Phrases, phrasesOf } from "../lib/phrases.ts";

/** One way to ask for a flow. */
export type Request = { flow: Flow; words: string };

/** What a message is held against, so that it need not be held against every flow. */
export type FlowIndex = {
  /** Every request of every flow. */
  requests: Phrases<Request>;
  /** Flows by the words of their first group. */
  about: Phrases<Flow>;
  /** The most urgent first. */
  urgent: readonly Flow[];
  /** The first that may be filled in for other people. */
  forOthers: Flow | undefined;
  /** Flows that are told after something grave. */
  after: readonly Flow[];
  /** Questions that have a topic of the FAQ, which their texts may answer in short. */
  trusted: readonly { flow: string; step: AskStep }[];
};

const known = new WeakMap<Book["flows"], FlowIndex>();

/** The index of a book's flows, made when it is first asked for. */
export function flowIndexOf({ flows }: Pick<Book, "flows">): FlowIndex {
  const found = known.get(flows);
  if (found) return found;
  const made = indexOf([...flows.values()]);
  known.set(flows, made);
  return made;
}

const indexOf = (flows: readonly Flow[]): FlowIndex => ({
  requests: phrasesOf(
    flows.flatMap((flow) => flow.intents.map((words) => [words, { flow, words }] as const)),
  ),
  about: phrasesOf(
    flows.flatMap((flow) => (flow.about[0] ?? []).map((words) => [words, flow] as const)),
  ),
  urgent: flows.filter(({ urgent }) => urgent > 0).sort((a, b) => b.urgent - a.urgent),
  forOthers: flows.find(({ others }) => others),
  after: flows.filter(({ after }) => after.length > 0),
  trusted: trusted(flows),
});

const trusted = (flows: readonly Flow[]): FlowIndex["trusted"] =>
  flows.flatMap((flow) =>
    flow.steps.flatMap((step) =>
      step.kind === "ask" && step.topic !== null ? [{ flow: flow.name, step }] : [],
    ),
  );
