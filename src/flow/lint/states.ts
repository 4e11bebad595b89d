import type { Value } from "../../answer-types/answer-type.ts";
import { type Book, builtIns } from "../book.ts";
import type { Flow } from "../flow.ts";
import { conditionsOf, type Domain } from "./domains.ts";
import { readingsOf, sourcesOf } from "./reads.ts";

/** What is decided at a point of a flow: answers, results, values by name; undefined = known to be missing. */
export type State = ReadonlyMap<string, Value | undefined>;

export const withValue = (state: State, name: string, value: Value | undefined): State =>
  new Map(state).set(name, value);

export const distinct = <One>(all: readonly One[], key: (one: One) => string): One[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

/** Each state once, in whatever order its names were decided. */
export function unique(states: readonly State[]): State[] {
  if (states.length < 2) return [...states];
  const places = placesFor(states);
  return distinct(states, (state) => {
    const words = new Array<number | string>(places.size).fill("");
    for (const [name, value] of state) {
      const { at, codes } = places.get(name) ?? unplaced;
      words[at] = codes.get(value) ?? codes.set(value, codes.size).size - 1;
    }
    return words.join();
  });
}

type Place = { at: number; codes: Map<Value | undefined, number> };
const unplaced: Place = { at: 0, codes: new Map() };

/** A place for each name, and room to number its values. */
function placesFor(states: readonly State[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const state of states)
    for (const name of state.keys())
      if (!places.has(name)) places.set(name, { at: places.size, codes: new Map() });
  return places;
}

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

/** A state, and beside it what was decided for one look only because it may be otherwise at the next. */
export type Expanded = { state: State; fresh: State };

/** Every way in which names may come out that a state leaves open. */
export function expanded(
  sources: Sources,
  domain: (name: string) => Domain,
  state: State,
  names: readonly string[],
): Expanded[] {
  let found: Expanded[] = [{ state, fresh: new Map() }];
  for (const name of names) {
    if (state.has(name)) continue;
    const isMissing = isKnownMissing(sources, state, name);
    const values = isMissing ? [undefined] : [...domain(name).values, ...mayBeMissing(name)];
    const stays = !isMissing && isSettled(sources, state, name);
    found = found.flatMap((one) =>
      values.map((value) =>
        stays
          ? { ...one, state: withValue(one.state, name, value) }
          : { ...one, fresh: withValue(one.fresh, name, value) },
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

/** Whether an answer that the value needs was not given. */
const isKnownMissing = (sources: Sources, state: State, name: string): boolean =>
  [...sources.needed(name)].some((source) => state.has(source) && state.get(source) === undefined);

/** Whether nothing that the value goes by is still to come. */
const isSettled = (sources: Sources, state: State, name: string): boolean =>
  [...sources.all(name)].every((source) => builtIns.has(source) || state.has(source));

/** Names that are of use later. */
export type Live = {
  /** Conditions read them. */
  decisive: ReadonlySet<string>;
  /** What conditions read is made of them. */
  deciding: ReadonlySet<string>;
  /** Of these and all others that are read it matters only whether they are known. */
  needed: ReadonlySet<string>;
};
const nothing: Live = { decisive: new Set(), deciding: new Set(), needed: new Set() };

/** For each step what is still of use after it. */
export function liveAfter(book: Book, flow: Flow, sources: Sources): Live[] {
  const live: Live[] = [];
  let after = nothing;
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
  return live;
}

/** Stands for an answer whose value decides nothing any more. */
const given = true;

/** A state without what is of no use any more. */
export function reduced(state: State, { decisive, needed }: Live = nothing): State {
  const kept = new Map<string, Value | undefined>();
  for (const [name, value] of state) {
    if (decisive.has(name)) kept.set(name, value);
    else if (needed.has(name)) kept.set(name, value === undefined ? undefined : given);
  }
  return kept;
}
