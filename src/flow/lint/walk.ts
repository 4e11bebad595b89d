import type { Value } from "../../answer-types/answer-type.ts";
import { picksIn } from "../../answer-types/choices.ts";
import type { Book } from "../book.ts";
import type { Condition } from "../condition.ts";
import type { AskStep, DoStep, Flow, Step } from "../flow.ts";
import { domainsOf } from "./domains.ts";
import {
  type Decided,
  decisionOn,
  liveAround,
  nothingLive,
  pastUse,
  reduced,
  type State,
  type States,
  sourcesIn,
  statesOver,
  unique,
  withEach,
} from "./states.ts";

/** A step as the walk meets it. */
export type Visit = {
  step: Step;
  /** Reads the states. */
  states: States;
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
  const { states, ...walker } = makeWalker(book, flow);
  const visits: Visit[] = [];
  let ways: readonly State[] = [states.none];
  for (const step of flow.steps) {
    const aside = step.kind === "say" && step.aside === "only";
    // told within other forms, upon whatever the sentence there says
    const before = aside ? [states.none] : ways;
    const { applying, passing } = walker.split(before, step);
    const offers =
      step.kind === "ask" ? applying.flatMap((state) => walker.offered(state, step)) : [];
    const offered = new Map(offers.map(({ values }) => [values.join(" "), values]));
    visits.push({ step, states, before, applying, offered: [...offered.values()] });
    if (aside) continue;
    ways = walker.forget(walker.after(step, applying, passing), step.index);
    if (ways.length > most) break;
  }
  return visits;
}

/** Types that are answered by their options alone. */
const ofOptions = new Set(["choice", "choices"]);

type Decide = (state: State, condition: Condition) => Decided;
type Offer = { state: State; values: string[] };

type Walker = {
  states: States;
  split(
    ways: readonly State[],
    step: Step,
  ): { applying: readonly State[]; passing: readonly State[] };
  offered(state: State, step: AskStep): Offer[];
  after(step: Step, applying: readonly State[], passing: readonly State[]): State[];
  forget(ways: readonly State[], index: number): State[];
};

/** The options offered in a state, in each way that it leaves open. */
function offersIn(decide: Decide, state: State, step: AskStep): Offer[] {
  let offers: Offer[] = [{ state, values: [] }];
  for (const { value, when } of step.options)
    offers = offers.flatMap((offer) => {
      const taken = { ...offer, values: [...offer.values, value] };
      if (!when) return [taken];
      const { holding, failing } = decide(offer.state, when);
      return [
        ...holding.map((held) => ({ ...taken, state: held })),
        ...failing.map((failed) => ({ ...offer, state: failed })),
      ];
    });
  return offers;
}

function makeWalker(book: Book, flow: Flow): Walker {
  const domain = domainsOf(book, flow);
  const sources = sourcesIn(book, flow);
  const { before, after } = liveAround(book, flow, sources);
  const states = statesOver([...before.decisive, ...before.needed]);
  const liveAfter = (index: number) => after[index] ?? nothingLive;
  const decisions = new Map<Condition, (state: State) => Decided>();

  const decide: Decide = (state, condition) => {
    const decision = decisions.get(condition) ?? decisionOn(states, sources, domain, condition);
    decisions.set(condition, decision);
    return decision(state);
  };

  const withValues = (
    state: State,
    name: string,
    values: readonly (Value | undefined)[],
    index: number,
  ): State[] => withEach(states, state, name, values, liveAfter(index));

  const answered = (state: State, step: AskStep): State[] =>
    (ofOptions.has(step.type.name)
      ? offersIn(decide, state, step)
      : [{ state, values: null }]
    ).flatMap((offer) => {
      const { values } = domain(step.name);
      const given = values.filter((value) =>
        picksIn(String(value)).every((pick) => offer.values?.includes(pick) ?? true),
      );
      // where it was passed over all goes on as where it was answered, unless a condition asks
      const tells = given.length === 0 || liveAfter(step.index).deciding.has(step.name);
      const skipped = step.optional && tells ? [undefined] : [];
      return withValues(offer.state, step.name, [...given, ...skipped], step.index);
    });

  const gave = (state: State, step: DoStep): State[] =>
    Object.keys(step.gives).reduce<State[]>(
      (found, field) => {
        const { values } = domain(field);
        // of what no condition goes by, one value stands for all
        const { decisive, deciding } = liveAfter(step.index);
        const tells = decisive.has(field) || deciding.has(field);
        const told = tells ? values : values.slice(0, 1);
        return found.flatMap((one) => withValues(one, field, told, step.index));
      },
      [state],
    );

  const passed = (state: State, { name, index }: AskStep): State[] =>
    withValues(state, name, [undefined], index);

  return {
    states,
    offered: (state, step) => offersIn(decide, state, step),
    split(ways, { when }) {
      if (!when) return { applying: ways, passing: [] };
      const decided = ways.map((state) => decide(state, when));
      return {
        applying: decided.flatMap(({ holding }) => holding),
        passing: decided.flatMap(({ failing }) => failing),
      };
    },
    after(step, applying, passing) {
      switch (step.kind) {
        case "ask":
          return [
            ...applying.flatMap((state) => answered(state, step)),
            ...passing.flatMap((state) => passed(state, step)),
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
    forget(ways, index) {
      const past = pastUse(after[index - 1] ?? before, liveAfter(index));
      return unique(ways.map((state) => reduced(states, state, past, liveAfter(index))));
    },
  };
}
