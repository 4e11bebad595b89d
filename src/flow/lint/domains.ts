import type { Value } from "../../answer-types/answer-type.ts";
import { joinPicks } from "../../answer-types/choices.ts";
import { trades } from "../../answer-types/occupation-trades.ts";
import { relations } from "../../answer-types/whose.ts";
import { languages } from "../../locale/language.ts";
import { type Book, builtIns } from "../book.ts";
import type { Condition } from "../condition.ts";
import { ofRepeat } from "../every-step.ts";
import type { AskStep, Flow } from "../flow.ts";

/** What a variable may be: values that stand for all others in the conditions of a flow; `all` says that there are no others. */
export type Domain = { values: readonly Value[]; all: boolean };

/** Every condition of a flow: of its steps and of their options. */
export const conditionsOf = (flow: Flow): Condition[] =>
  flow.steps.flatMap((step) => [
    ...(step.when ? [step.when] : []),
    ...(step.kind === "ask"
      ? step.options.flatMap(({ when, shown }) => [when, shown].filter((one) => one !== null))
      : []),
  ]);

/** The domain of a variable in a flow: few values, chosen so that each comparison comes out both ways if it can. */
export function domainsOf(book: Book, flow: Flow): (name: string) => Domain {
  const literals = new Map<string, Set<string | number>>();
  const partners = new Map<string, Set<string>>();
  for (const { comparisons } of conditionsOf(flow))
    for (const { name, with: other } of comparisons ?? [])
      if ("name" in other) {
        add(partners, name, other.name);
        add(partners, other.name, name);
      } else add(literals, name, other.literal);
  const found = new Map<string, Domain>();
  return (name) => {
    const before = found.get(name);
    if (before) return before;
    const compared = [...comparedWith(partners, name)].flatMap((one) => [
      ...(literals.get(one) ?? []),
    ]);
    const domain = domainOf(book, flow, name, new Set(compared), partners.has(name));
    found.set(name, domain);
    return domain;
  };
}

const add = <One>(to: Map<string, Set<One>>, name: string, one: One) =>
  to.set(name, (to.get(name) ?? new Set()).add(one));

/** A name and all that it is compared with, be it by way of others. */
function comparedWith(partners: ReadonlyMap<string, ReadonlySet<string>>, name: string) {
  const found = new Set([name]);
  for (const one of found) for (const other of partners.get(one) ?? []) found.add(other);
  return found;
}

/** The words that a string may be, as far as they are known; null where it may be anything. */
export function wordsFor(book: Book, flow: Flow | undefined, name: string): string[] | null {
  const step = flow?.byName.get(name);
  if (step?.kind === "ask") return wordsOfAnswer(step);
  const { among } = book.values.get(name) ?? {};
  if (among) return [...among];
  if (name === "whose") return ["self", ...relations];
  if (name === "language") return [...languages];
  if (name === "channel") return [...channelWords];
  if (name === "tells_of" || name === "interrupted_flow") {
    const flows = [...book.flows.values()];
    return ["", ...flows.filter((one) => name !== "tells_of" || one.urgent > 0).map(nameOf)];
  }
  return null;
}

/** Channels as texts may select by them. */
const channelWords = ["telegram", "whatsapp", "web", "terminal"];

const nameOf = ({ name }: Flow): string => name;

function wordsOfAnswer({ type, options }: AskStep): string[] | null {
  if (type.name === "choice" || type.name === "choices") return options.map(({ value }) => value);
  return type.name === "occupation" ? Object.keys(trades) : null;
}

function domainOf(
  book: Book,
  flow: Flow,
  name: string,
  compared: ReadonlySet<string | number>,
  inPair: boolean,
): Domain {
  const step = flow.byName.get(name);
  const type =
    step?.kind === "ask"
      ? step.type.cel
      : (flow.givenBy.get(name)?.gives[name] ??
        ofRepeat(flow, name) ??
        book.values.get(name)?.type ??
        builtIns.get(name));
  if (type === "bool") return { values: [true, false], all: true };
  if (type === "list")
    return { values: step?.kind === "ask" ? subsets(step, compared) : ["-"], all: true };
  if (type === "int") return numbers(step?.kind === "ask" ? step : null, compared, inPair);
  const words = wordsFor(book, flow, name);
  const strings = [...compared].filter((literal) => typeof literal === "string");
  if (!words) return { values: [...strings, ...others(inPair ? 3 : 1)], all: false };
  const telling = words.filter((word) => inPair || strings.includes(word));
  const rest = words.find((word) => !telling.includes(word));
  return { values: rest === undefined ? telling : [...telling, rest], all: true };
}

/** Words that no condition names. */
const others = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `\u0001${index}`);

/** Every way of picking those that conditions name, with others where too few are picked. */
function subsets(step: AskStep, compared: ReadonlySet<string | number>): string[] {
  const { min = 1, max = step.options.length } = step;
  const values = step.options.map(({ value }) => value);
  const named = values.filter((value) => compared.has(value));
  const rest = values.filter((value) => !compared.has(value));
  const ways = named.reduce<string[][]>(
    (found, value) => found.flatMap((way) => [way, [...way, value]]),
    [[]],
  );
  const filled = ways.map((way) => [...way, ...rest.slice(0, Math.max(0, min - way.length))]);
  return filled
    .filter(({ length }) => length >= min && length <= max)
    .map((way) => joinPicks(values.filter((value) => way.includes(value))));
}

const monthCounts = [1, 3, 6, 12];

function numbers(
  step: AskStep | null,
  compared: ReadonlySet<string | number>,
  inPair: boolean,
): Domain {
  if (step?.type.name === "months") return { values: monthCounts, all: true };
  const least = step ? (step.min ?? 0) : Number.MIN_SAFE_INTEGER;
  const most = step?.max ?? Number.MAX_SAFE_INTEGER;
  const near = [...compared].flatMap((limit) =>
    typeof limit === "number" ? [limit - 1, limit, limit + 1] : [],
  );
  const free = inPair ? [least, least + 1, most] : [least, most];
  const values = [...new Set([...near, ...free])].filter((one) => one >= least && one <= most);
  return { values, all: true };
}
