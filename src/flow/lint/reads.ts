import type { Catalogue } from "../../locale/catalogue.ts";
import { type Book, builtIns } from "../book.ts";
import { textsOf } from "../every-step.ts";
import type { AskStep, Flow, RepeatStep, Step } from "../flow.ts";

/** A variable that a step reads, and where: "its condition", "its text again". */
export type Reading = { name: string; where: string };

/**
 * Everything a step reads, in any language; arguments that the engine fills in are left out. What the condition of a repeat
 * reads is said of the repeat alone, and what its text names of the question for another item.
 */
export function readingsOf(book: Book, flow: Flow, step: Step): Reading[] {
  const around = repeatOf(flow, step)?.when?.reads ?? [];
  const condition = (step.when?.reads ?? []).filter((name) => !around.includes(name));
  const found = [
    ...condition.map((name) => ({ name, where: "its condition" })),
    ...(step.kind === "ask" ? askReadings(step) : []),
    ...(step.kind === "say" && step.file?.kind === "kept"
      ? [{ name: step.file.from, where: "its file" }]
      : []),
    ...(step.kind === "do" ? payloadReadings(book, flow, step.with) : []),
    ...(step.kind === "repeat"
      ? []
      : Object.values(book.catalogues).flatMap((catalogue) => textReadings(catalogue, step))),
  ];
  const known = found.filter(({ name }) => isVariable(book, flow, name));
  return [...new Map(known.map((one) => [`${one.name} ${one.where}`, one])).values()];
}

/** The repeat that a step of an item belongs to. */
export function repeatOf({ byName }: Flow, { item }: Step): RepeatStep | undefined {
  const repeat = item && byName.get(item.repeat);
  return repeat?.kind === "repeat" ? repeat : undefined;
}

/** Whether a name is an answer, a result, a value or built in; others are arguments that the engine fills in. */
const isVariable = (book: Book, flow: Flow, name: string): boolean =>
  flow.byName.get(name)?.kind === "ask" ||
  flow.givenBy.has(name) ||
  book.values.has(name) ||
  builtIns.has(name);

function askReadings({ propose, options, basis, when }: AskStep): Reading[] {
  const dependsOn = basis.filter((name) => name !== propose && !when?.reads.includes(name));
  return [
    ...(propose === null ? [] : [{ name: propose, where: "its proposal" }]),
    ...dependsOn.map((name) => ({ name, where: "depends_on" })),
    ...options.flatMap(({ value, when: offered, shown }) =>
      [...(offered?.reads ?? []), ...(shown?.reads ?? [])].map((name) => ({
        name,
        where: `its option ${value}`,
      })),
    ),
  ];
}

function payloadReadings(
  { catalogues }: Book,
  flow: Flow,
  payload: Readonly<Record<string, string>>,
): Reading[] {
  return Object.entries(payload).flatMap(([field, source]) => {
    const where = `its payload ${field}`;
    if (!source.startsWith("text:")) return [{ name: source, where }];
    return Object.values(catalogues).flatMap((catalogue) =>
      catalogue
        .argumentsOf(textsOf(flow, source.slice(5)))
        .map((name) => ({ name, where: `its payload ${field}` })),
    );
  });
}

/** Parts of a step's texts that are said while the step stands open. */
const spoken = ["", ".again", ".help", ".what", ".propose", ".file"];

const textReadings = (catalogue: Catalogue, step: Step): Reading[] =>
  spoken.flatMap((part) =>
    catalogue
      .argumentsOf(`${step.texts}${part}`)
      .map((name) => step.item?.named(name) ?? name)
      .map((name) => ({ name, where: `its text${part.replace(".", " ")}` })),
  );

/** What must be known before a variable is: answers, results and built-ins of the flow; `optional` counts what may be left out. */
export function sourcesOf(
  book: Book,
  flow: Flow,
  name: string,
  optional = false,
  seen: Set<string> = new Set(),
): Set<string> {
  const found = new Set<string>();
  if (seen.has(name)) return found;
  seen.add(name);
  const value =
    flow.byName.get(name)?.kind === "ask" || flow.givenBy.has(name)
      ? undefined
      : book.values.get(name);
  if (!value) return found.add(name);
  for (const input of [...value.inputs, ...(optional ? (value.optional ?? []) : [])])
    for (const source of sourcesOf(book, flow, input, optional, seen)) found.add(source);
  return found;
}
