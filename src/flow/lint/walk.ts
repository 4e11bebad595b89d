import { picksIn } from "../../answer-types/choices.ts";
import type { Book } from "../book.ts";
import type { Condition } from "../condition.ts";
import type { AskStep, DoStep, Flow, Step } from "../flow.ts";
import { domainsOf } from "./domains.ts";
import {
  distinct,
  expanded,
  liveAfter,
  reduced,
  type State,
  sourcesIn,
  unique,
  withValue,
} from "./states.ts";

/** A step as the walk meets it. */
export type Visit = {
  step: Step;
  /** States in which everything before the step is settled. */
  before: readonly State[];
  /** Those of them in which the step applies. */
  applying: readonly State[];
  /** Of an ask with options: those offered, in each way the states allow. */
  offered: readonly (readonly string[])[];
};

/** States kept at once; a flow that needs more is not decided from there on. */
const most = 5000;

/**
 * Every way from the first step to the last, over values that stand for all others: what is reached here may not be
 * reached in truth (values of the book are taken as free), but what is not reached never is. Ends where there is too much
 * to go through.
 */
export function walk(book: Book, flow: Flow): Visit[] {
  const walker = makeWalker(book, flow);
  const visits: Visit[] = [];
  let states: State[] = [new Map()];
  for (const step of flow.steps) {
    const aside = step.kind === "say" && step.aside === "only";
    // told within other forms, upon whatever the sentence there says
    const before = aside ? [new Map()] : states;
    const { applying, passing } = walker.split(before, step);
    const offered = step.kind === "ask" ? applying.map((state) => walker.offered(state, step)) : [];
    const ways = offered.flatMap((sets) => sets.map((set) => set.values));
    visits.push({ step, before, applying, offered: distinct(ways, (way) => way.join(" ")) });
    if (aside) continue;
    states = walker.forget(walker.after(step, applying, passing), step.index);
    if (states.length > most) break;
  }
  return visits;
}

/** Types that are answered by their options alone. */
const ofOptions = new Set(["choice", "choices"]);

type Offer = { state: State; values: string[] };

type Walker = {
  split(states: readonly State[], step: Step): { applying: State[]; passing: State[] };
  offered(state: State, step: AskStep): Offer[];
  after(step: Step, applying: readonly State[], passing: readonly State[]): State[];
  forget(states: readonly State[], index: number): State[];
};

function makeWalker(book: Book, flow: Flow): Walker {
  const domain = domainsOf(book, flow);
  const sources = sourcesIn(book, flow);
  const live = liveAfter(book, flow, sources);

  /** Each state with what the condition reads decided, and whether it holds there. */
  const decide = (states: readonly State[], condition: Condition) => {
    const holding: State[] = [];
    const failing: State[] = [];
    for (const { state, fresh } of states.flatMap((one) =>
      expanded(sources, domain, one, condition.reads),
    )) {
      const holds = condition.holds((name) => fresh.get(name) ?? state.get(name));
      if (holds || condition.comparisons === null) holding.push(state);
      if (!holds || condition.comparisons === null) failing.push(state);
    }
    return { holding: unique(holding), failing: unique(failing) };
  };

  const offered = (state: State, step: AskStep): Offer[] => {
    let offers: Offer[] = [{ state, values: [] }];
    for (const { value, when } of step.options)
      offers = offers.flatMap((offer) => {
        const taken = { ...offer, values: [...offer.values, value] };
        if (!when) return [taken];
        const { holding, failing } = decide([offer.state], when);
        return [
          ...holding.map((held) => ({ ...taken, state: held })),
          ...failing.map((failed) => ({ ...offer, state: failed })),
        ];
      });
    return offers;
  };

  const answered = (state: State, step: AskStep): State[] =>
    (ofOptions.has(step.type.name) ? offered(state, step) : [{ state, values: null }]).flatMap(
      (offer) => {
        const { values } = domain(step.name);
        const given = values.filter((value) =>
          picksIn(String(value)).every((pick) => offer.values?.includes(pick) ?? true),
        );
        // where it was passed over all goes on as where it was answered, unless a condition asks
        const tells = given.length === 0 || live[step.index]?.deciding.has(step.name);
        const skipped = step.optional && tells ? [undefined] : [];
        return [...given, ...skipped].map((value) => withValue(offer.state, step.name, value));
      },
    );

  const gave = (state: State, step: DoStep): State[] =>
    Object.keys(step.gives).reduce<State[]>(
      (states, field) => {
        const { values } = domain(field);
        // of what no condition goes by, one value stands for all
        const { decisive, deciding } = live[step.index] ?? {};
        const tells = decisive?.has(field) || deciding?.has(field);
        return states.flatMap((one) =>
          (tells ? values : values.slice(0, 1)).map((value) => withValue(one, field, value)),
        );
      },
      [state],
    );

  return {
    offered,
    split(states, { when }) {
      if (!when) return { applying: [...states], passing: [] };
      const { holding, failing } = decide(states, when);
      return { applying: holding, passing: failing };
    },
    after(step, applying, passing) {
      switch (step.kind) {
        case "ask":
          return [
            ...applying.flatMap((state) => answered(state, step)),
            ...passing.map((state) => withValue(state, step.name, undefined)),
          ];
        case "do":
          return [...applying.flatMap((state) => gave(state, step)), ...passing];
        case "say":
        case "review":
        case "call":
        case "repeat":
          return [...applying, ...passing];
        case "end":
        case "go":
        case "reopen":
          return [...passing];
      }
    },
    forget: (states, index) => unique(states.map((state) => reduced(state, live[index]))),
  };
}
