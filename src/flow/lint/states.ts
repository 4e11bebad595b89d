import type { Value } from "../../answer-types/answer-type.ts";
import { type Book, builtIns } from "../book.ts";
import type { Condition } from "../condition.ts";
import type { Flow } from "../flow.ts";
import { conditionsOf, type Domain } from "./domains.ts";
import { readingsOf, sourcesOf } from "./reads.ts";

/**
 * What is decided at a point of a flow of answers, results and values: for each name, at its place, one character that
 * stands for a value, for "known to be missing" or for "open". So states are alike where they are equal.
 */
export type State = string;

/** Reads and makes states over some names. */
export type States = {
  /** Nothing is decided yet. */
  none: State;
  has(state: State, name: string): boolean;
  /** The value; undefined where it is open or known to be missing. */
  get(state: State, name: string): Value | undefined;
  /** The same with one name decided, be it as missing. */
  set(state: State, name: string, value: Value | undefined): State;
  /** The same with one name open. */
  clear(state: State, name: string): State;
  /** What is decided of some names: equal for states that are alike in them. */
  excerpt(names: readonly string[]): (state: State) => string;
};

const open = "\0";

export function statesOver(names: Iterable<string>): States {
  const places = new Map(unique(names).map((name, at) => [name, at]));
  const values: (Value | undefined)[] = [undefined];
  const codes = new Map<Value | undefined, string>();
  const place = (name: string): number => places.get(name) ?? -1;
  const codeOf = (value: Value | undefined): string => {
    const code = codes.get(value) ?? String.fromCharCode(values.length);
    if (!codes.has(value)) {
      codes.set(value, code);
      values.push(value);
    }
    return code;
  };
  const put = (state: State, at: number, code: string): State =>
    at < 0 ? state : state.slice(0, at) + code + state.slice(at + 1);
  return {
    none: open.repeat(places.size),
    has: (state, name) => (state.charCodeAt(place(name)) || 0) > 0,
    get: (state, name) => values[state.charCodeAt(place(name)) || 0],
    set: (state, name, value) => put(state, place(name), codeOf(value)),
    clear: (state, name) => put(state, place(name), open),
    excerpt(some) {
      const chosen = some.map(place).filter((at) => at >= 0);
      return (state) => {
        let found = "";
        for (const at of chosen) found += state.charAt(at);
        return found;
      };
    },
  };
}

/** Each once. */
export const unique = <One>(all: Iterable<One>): One[] => [...new Set(all)];

/** What a name needs to be known, and what it goes by at all, looked up once. */
export type Sources = { needed(name: string): Set<string>; all(name: string): Set<string> };

export function sourcesIn(book: Book, flow: Flow): Sources {
  const lookUp = (optional: boolean) => {
    const known = new Map<string, Set<string>>();
    return (name: string) => {
      const found = known.get(name) ?? sourcesOf(book, flow, name, optional);
      known.set(name, found);
      return found;
    };
  };
  return { needed: lookUp(false), all: lookUp(true) };
}

/** A state with what was decided on the way to a verdict, where it holds and where it does not; both where nothing can be proven. */
export type Decided = { holding: readonly State[]; failing: readonly State[] };

/** How a condition comes out in each state; found once for all states that are alike in what it goes by. */
export function decisionOn(
  states: States,
  sources: Sources,
  domain: (name: string) => Domain,
  { reads, comparisons, holds }: Condition,
): (state: State) => Decided {
  const goesBy = unique(reads.flatMap((name) => [name, ...sources.all(name)]));
  const excerpt = states.excerpt(goesBy);
  const known = new Map<string, Verdicts>();
  const verdictsOn = (state: State): Verdicts => {
    const all = expanded(states, sources, domain, state, reads).map(({ settled, fresh }) => {
      const names = new Map([...settled, ...fresh]);
      const held = holds((name) => (names.has(name) ? names.get(name) : states.get(state, name)));
      return { settled, held };
    });
    const settledWhere = (verdict: boolean): Names[] => {
      const some = all.filter(({ held }) => held === verdict || comparisons === null);
      const ways = some.map(({ settled }) => [withAll(states, states.none, settled), settled]);
      return [...new Map(ways as [State, Names][]).values()];
    };
    return { holding: settledWhere(true), failing: settledWhere(false) };
  };
  return (state) => {
    const key = excerpt(state);
    const verdicts = known.get(key) ?? verdictsOn(state);
    known.set(key, verdicts);
    return {
      holding: verdicts.holding.map((settled) => withAll(states, state, settled)),
      failing: verdicts.failing.map((settled) => withAll(states, state, settled)),
    };
  };
}

/** What is to be decided of names that were open, where the condition holds and where it does not. */
type Verdicts = { holding: readonly Names[]; failing: readonly Names[] };
type Names = ReadonlyMap<string, Value | undefined>;

const withAll = (states: States, state: State, names: Names): State => {
  let found = state;
  for (const [name, value] of names) found = states.set(found, name, value);
  return found;
};

/** What is decided beside a state: for good, and for one look only because it may be otherwise at the next. */
type Expanded = { settled: Names; fresh: Names };

/** Every way in which names may come out that a state leaves open. */
function expanded(
  states: States,
  sources: Sources,
  domain: (name: string) => Domain,
  state: State,
  names: readonly string[],
): Expanded[] {
  // an answer that the value needs was not given
  const isKnownMissing = (name: string): boolean =>
    [...sources.needed(name)].some(
      (source) => states.has(state, source) && states.get(state, source) === undefined,
    );
  // nothing that the value goes by is still to come
  const isSettled = (name: string): boolean =>
    [...sources.all(name)].every((source) => builtIns.has(source) || states.has(state, source));
  let found: Expanded[] = [{ settled: new Map(), fresh: new Map() }];
  for (const name of names) {
    if (states.has(state, name)) continue;
    const isMissing = isKnownMissing(name);
    const values = isMissing ? [undefined] : [...domain(name).values, ...mayBeMissing(name)];
    const stays = !isMissing && isSettled(name);
    found = found.flatMap(({ settled, fresh }) =>
      values.map((value) =>
        stays
          ? { settled: new Map(settled).set(name, value), fresh }
          : { settled, fresh: new Map(fresh).set(name, value) },
      ),
    );
  }
  return found;
}

/** The engine always knows these of its own. */
const always = new Set([
  "today",
  "now",
  "language",
  "form_beneath",
  "drafts_here",
  "tells_of",
  "for_other",
  "whose",
]);
const mayBeMissing = (name: string): undefined[] => (always.has(name) ? [] : [undefined]);

/** Names that are of use later. */
export type Live = {
  /** Conditions read them. */
  decisive: ReadonlySet<string>;
  /** What conditions read is made of them. */
  deciding: ReadonlySet<string>;
  /** Of these and all others that are read it matters only whether they are known. */
  needed: ReadonlySet<string>;
};
export const nothingLive: Live = { decisive: new Set(), deciding: new Set(), needed: new Set() };

/** What is still of use after each step, and before the first. */
export function liveAround(
  book: Book,
  flow: Flow,
  sources: Sources,
): { before: Live; after: Live[] } {
  const live: Live[] = [];
  let after = nothingLive;
  for (const step of [...flow.steps].reverse()) {
    live[step.index] = after;
    const read = readingsOf(book, flow, step).map(({ name }) => name);
    const decisive = conditionsOf({ ...flow, steps: [step] }).flatMap(({ reads }) => reads);
    after = {
      decisive: new Set([...after.decisive, ...decisive]),
      deciding: new Set([...after.deciding, ...decisive.flatMap((name) => [...sources.all(name)])]),
      needed: new Set([...after.needed, ...read.flatMap((name) => [...sources.all(name)])]),
    };
  }
  return { before: after, after: live };
}

/** Stands for an answer whose value decides nothing any more. */
const given = true;

/** Value by value, a state with what of it is of use. */
export function withEach(
  states: States,
  state: State,
  name: string,
  values: readonly (Value | undefined)[],
  live: Live,
): State[] {
  const kept = new Set(values.map((value) => (value === undefined ? undefined : given)));
  if (live.decisive.has(name)) return values.map((value) => states.set(state, name, value));
  if (live.needed.has(name)) return [...kept].map((value) => states.set(state, name, value));
  return values.length === 0 ? [] : [state];
}

/** Names that are of less use after a step than before it. */
export const pastUse = (before: Live, after: Live): string[] =>
  unique([...before.decisive, ...before.needed]).filter(
    (name) => !after.decisive.has(name) && (before.decisive.has(name) || !after.needed.has(name)),
  );

/** A state without what of these names is of no use any more. */
export function reduced(
  states: States,
  state: State,
  past: readonly string[],
  { needed }: Live,
): State {
  let found = state;
  for (const name of past) {
    if (!states.has(found, name)) continue;
    if (!needed.has(name)) found = states.clear(found, name);
    else if (states.get(found, name) !== undefined) found = states.set(found, name, given);
  }
  return found;
}
