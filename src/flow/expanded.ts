import type { Comparison, Condition } from "./condition.ts";
import type { AskStep, Flow, Item, RepeatStep, Step } from "./flow.ts";

/** How a step of an item, a value computed for it, or its place in the row is called: no author can write a hyphen. */
export const nameInItem = (repeat: string, index: number, name: string): string =>
  `${repeat}-${index}-${name}`;

/** The parts of such a name; null for any other. */
export function itemName(name: string): { repeat: string; index: number; name: string } | null {
  const [, repeat, index, own] = /^(\w+)-(\d+)-(\w+)$/.exec(name) ?? [];
  return repeat && index && own ? { repeat, index: Number(index), name: own } : null;
}

/** Whether a step asks for another item. */
export const isMore = ({ name }: Step): boolean => itemName(name)?.name === "more";

const known = new WeakMap<Flow, Map<string, Flow>>();

/**
 * The flow as one form walks it: in the place of each repeat the steps of so many items, each item's followed by the question
 * for another one. The same for the same numbers.
 */
export function expanded(flow: Flow, itemsOf: (repeat: RepeatStep) => number): Flow {
  const repeats = repeatsOf(flow);
  if (repeats.length === 0) return flow;
  const counts = repeats.map(itemsOf);
  const byCounts = known.get(flow) ?? new Map<string, Flow>();
  known.set(flow, byCounts);
  const key = counts.join();
  const before = byCounts.get(key);
  if (before) return before;
  const steps = flow.steps
    .flatMap((step) =>
      step.kind === "repeat" ? itemsAndSelf(step, counts[repeats.indexOf(step)] ?? 1) : [step],
    )
    .map((step, index) => ({ ...step, index }));
  const made = { ...flow, steps, byName: new Map(steps.map((step) => [step.name, step])) };
  byCounts.set(key, made);
  return made;
}

const repeatsKnown = new WeakMap<Flow, readonly RepeatStep[]>();
function repeatsOf(flow: Flow): readonly RepeatStep[] {
  const before = repeatsKnown.get(flow);
  if (before) return before;
  const repeats = flow.steps.filter((step) => step.kind === "repeat");
  repeatsKnown.set(flow, repeats);
  return repeats;
}

function itemsAndSelf(repeat: RepeatStep, count: number): Step[] {
  const items = Array.from({ length: count }, (_, at) => stepsOf(repeat, at + 1));
  return [...items.flat(), repeat];
}

function stepsOf(repeat: RepeatStep, index: number): Step[] {
  const named = (name: string) =>
    repeat.local.has(name) ? nameInItem(repeat.name, index, name) : name;
  const item: Item = { repeat: repeat.name, index, named };
  const own = (step: Step) => ({
    item,
    name: nameInItem(repeat.name, index, step.name),
    when: both(repeat.when, step.when && renamed(step.when, named)),
  });
  const steps = repeat.steps.map((step): Step => {
    if (step.kind === "ask") return { ...step, ...askWithin(step, named), ...own(step) };
    if (step.kind === "say") return { ...step, ...own(step) };
    return { ...step, ...reopened(own(step), step.when, named), step: named(step.step) };
  });
  const { options } = repeat.more;
  const left = index < repeat.max ? options : options.filter(({ value }) => value === "done");
  return [...steps, { ...repeat.more, ...own(repeat.more), options: left }];
}

/** What is forgotten goes by the step's own condition, not by the one under which the repeat is there at all. */
const reopened = <Own extends { when: Condition | null }>(
  own: Own,
  when: Condition | null,
  named: Item["named"],
): Own => ({ ...own, when: own.when && { ...own.when, reads: (when?.reads ?? []).map(named) } });

const askWithin = (step: AskStep, named: Item["named"]) => ({
  propose: step.propose === null ? null : named(step.propose),
  basis: step.basis.map(named),
  options: step.options.map(({ value, when, shown }) => ({
    value,
    when: when && renamed(when, named),
    shown: shown && renamed(shown, named),
  })),
});

const renamed = (when: Condition, named: Item["named"]): Condition => ({
  source: when.source,
  reads: when.reads.map(named),
  comparisons: when.comparisons?.map((one) => comparedAs(one, named)) ?? null,
  holds: (look) => when.holds((name) => look(named(name))),
});

const comparedAs = ({ name, with: other }: Comparison, named: Item["named"]): Comparison => ({
  name: named(name),
  with: "name" in other ? { name: named(other.name) } : other,
});

const both = (one: Condition | null, other: Condition | null): Condition | null =>
  one && other
    ? {
        source: `(${one.source}) && (${other.source})`,
        reads: [...new Set([...one.reads, ...other.reads])],
        comparisons: one.comparisons &&
          other.comparisons && [...one.comparisons, ...other.comparisons],
        holds: (look) => one.holds(look) && other.holds(look),
      }
    : (one ?? other);
