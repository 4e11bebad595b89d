import type { Value } from "../../answer-types/answer-type.ts";
import { joinPicks } from "../../answer-types/choices.ts";
import { trades } from "../../answer-types/occupation-trades.ts";
import { regionName } from "../../answer-types/region.ts";
import type { Regions } from "../../answer-types/regions.ts";
import type { Language } from "../../locale/language.ts";
import type { Book, BookValue } from "../book.ts";
import type { AskStep, Flow } from "../flow.ts";
import { wordsFor } from "./domains.ts";
import { sourcesOf } from "./reads.ts";

/** What a form may know at one moment: answers, results and what the engine and the installation say. */
export type World = (name: string) => Value | undefined;

/** Worlds tried before the best of them is bettered. */
const tries = 12;

/**
 * The highest score that is found among the moments at which names may be known in a flow on a day: some spread over every
 * option, the longest of what is typed and both ends of numbers, then the best of them bettered one answer at a time.
 */
export function highestScore(
  book: Book,
  flow: Flow,
  names: readonly string[],
  { language, today, unanswered }: { language: Language; today: string; unanswered: boolean },
  score: (world: World) => number,
): number {
  const given = new Set(names.flatMap((name) => [...givenTo(book, flow, name)]));
  const choices = [...given].map((name) => {
    const values = samples(book, flow, name, language, today);
    const skipped = unanswered && flow.byName.has(name) ? [undefined] : [];
    return { name, values: [...skipped, ...values] };
  });
  // a big number may be long to reckon with, and makes a text little longer: it comes last
  choices.sort((one, other) => Number(isNumber(flow, one)) - Number(isNumber(flow, other)));
  const scored = (chosen: Chosen) => ({ chosen, score: score(look(book, flow, chosen)) });
  const small = choices.map((one) =>
    isNumber(flow, one) ? { ...one, values: one.values.slice(0, 1) } : one,
  );
  let best = spread(small)
    .map(scored)
    .reduce((one, other) => (other.score > one.score ? other : one));
  for (const { name, value } of [...single(choices), ...single(choices)]) {
    if (value === best.chosen.get(name)) continue;
    const other = scored(new Map([...best.chosen, [name, value]]));
    if (other.score > best.score) best = other;
  }
  return best.score;
}

const single = (choices: readonly Choice[]) =>
  choices.flatMap(({ name, values }) => values.map((value) => ({ name, value })));

const isNumber = (flow: Flow, { name }: Choice): boolean => {
  const step = flow.byName.get(name);
  return step?.kind === "ask" && step.type.name === "number";
};

type Chosen = ReadonlyMap<string, Value | undefined>;
type Choice = { name: string; values: readonly (Value | undefined)[] };

/** A few of all combinations, evenly spread, the first and the last among them. */
function spread(choices: readonly Choice[]): Chosen[] {
  const total = choices.reduce((product, { values }) => product * Math.max(values.length, 1), 1);
  const count = Math.min(total, tries);
  return Array.from({ length: count }, (_, index) => {
    let rest = Math.floor((index * (total - 1)) / Math.max(count - 1, 1));
    return new Map(
      choices.map(({ name, values }) => {
        const value = values[rest % values.length];
        rest = Math.floor(rest / Math.max(values.length, 1));
        return [name, value];
      }),
    );
  });
}

/** What a name goes by: the sources of its value, or the value itself where other installations have another. */
function givenTo(book: Book, flow: Flow, name: string): Set<string> {
  const value = flow.byName.has(name) ? undefined : book.values.get(name);
  if (!value || value.elsewhere) return new Set([name, ...conditionsOn(book, flow, name)]);
  const found = new Set<string>();
  for (const input of [...value.inputs, ...(value.optional ?? [])])
    for (const source of givenTo(book, flow, input)) found.add(source);
  return found;
}

/** An answer is known only where its question applies. */
function conditionsOn(book: Book, flow: Flow, name: string): string[] {
  const reads = flow.byName.get(name)?.when?.reads ?? [];
  return reads.flatMap((one) => (one === name ? [] : [...sourcesOf(book, flow, one, true)]));
}

/** The value of a name in a world, as the engine would have it. */
function look(book: Book, flow: Flow, chosen: Chosen): World {
  const known = new Map<string, Value | undefined>();
  const get: World = (name) => {
    if (known.has(name)) return known.get(name);
    known.set(name, undefined);
    const value = find(name);
    known.set(name, value);
    return value;
  };
  const find: World = (name) => {
    const step = flow.byName.get(name);
    if (step?.kind === "ask")
      return !step.when || step.when.holds(get) ? chosen.get(name) : undefined;
    const value = chosen.has(name) ? undefined : book.values.get(name);
    return value ? computed(value, get) : chosen.get(name);
  };
  return get;
}

function computed({ inputs, optional = [], compute }: BookValue, get: World): Value | undefined {
  const given: Record<string, Value> = {};
  for (const input of [...inputs, ...optional]) {
    const one = get(input);
    if (one !== undefined) given[input] = one;
  }
  return inputs.every((input) => input in given) ? compute(given) : undefined;
}

function samples(
  book: Book,
  flow: Flow,
  name: string,
  language: Language,
  today: string,
): readonly Value[] {
  const step = flow.byName.get(name);
  if (step?.kind === "ask") return answersTo(step, book.regions);
  const type = flow.givenBy.get(name)?.gives[name];
  if (type) return { bool: [false, true], int: [0, 1, 99], string: [typed(24)], list: ["-"] }[type];
  const { elsewhere } = book.values.get(name) ?? {};
  if (elsewhere) return elsewhere;
  if (name === "today") return [today];
  if (name === "now") return [`${today}T03:00:00.000Z`];
  if (name === "language") return [language];
  if (name === "drafts_here") return [0, 1, 10];
  if (name === "form_beneath" || name === "for_other") return [false, true];
  return wordsFor(book, flow, name) ?? [];
}

const typed = (length: number): string => "x".repeat(length);

/** Answers to a question, the longest at last. NIK and numbers are invented. */
export function answersTo(step: AskStep, regions: Regions): readonly Value[] {
  const { type, options, min, max } = step;
  const offered = options.map(({ value }) => value);
  switch (type.name) {
    case "yes-no":
      return [false, true];
    case "choice":
      return offered;
    case "choices":
      return [joinPicks(offered.slice(0, 1)), joinPicks(offered.slice(0, max))];
    case "occupation":
      return Object.keys(trades);
    case "months":
      return [1, 3, 6, 12];
    case "number":
      return [...new Set([min ?? 0, ...offered.map(Number), max ?? 9999])];
    case "rupiah-per-month":
      return [100_000, 100_000_000];
    case "birth-date":
      return ["1990-09-30", "2012-09-30", "1950-09-30"];
    case "past-date":
      return ["2024-09-30"];
    case "nib":
      return ["9120001234567"];
    case "npwp":
      return ["3313050907809021"];
    case "region":
      return [longestRegion(regions)];
    case "phone":
      return ["+6281234567890123"];
    case "nik":
      return ["3313050907809021"];
    case "email":
      return [typed(60)];
    case "person-name":
      return [typed(100)];
    default:
      return [typed(max ?? 500)];
  }
}

const longest = new WeakMap<Regions, string>();
function longestRegion(regions: Regions): string {
  const known = longest.get(regions);
  if (known !== undefined) return known;
  const length = (code: string) => regionName(code, regions).length;
  const found = regions.districts.reduce(
    (one, { code }) => (length(code) > length(one) ? code : one),
    "",
  );
  longest.set(regions, found);
  return found;
}
