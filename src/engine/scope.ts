import type { Value } from "../answer-types/answer-type.ts";
import type { Book, BookValue } from "../flow/book.ts";
import type { AskStep, Flow, Step } from "../flow/flow.ts";
import { fingerprint } from "../lib/fingerprint.ts";
import type { Arguments, Catalogue } from "../locale/catalogue.ts";
import type { Form, Session } from "./session.ts";
import { showAnswer } from "./show.ts";

/**
 * What one form knows at one moment: answers of steps that apply, results of effects, values of the book, built-ins.
 * It remembers what it computed, so it must be made anew after a mark changes.
 */
export type Scope = {
  form: Form;
  flow: Flow;
  get(name: string): Value | undefined;
  applies(step: Step): boolean;
  /** Digest of what a step's mark depends on; undefined when it depends on nothing. */
  basis(step: Step): string | undefined;
  /** Arguments of a text, in finished words; `extra` goes before what the form knows. */
  text(key: string, extra?: Arguments): string;
  /** Steps whose answers are shown for review, with a mark, in order. */
  reviewed(): AskStep[];
};

export function makeScope(
  book: Book,
  session: Session,
  form: Form,
  flow: Flow,
  builtIn: Readonly<Record<string, Value>>,
): Scope {
  const catalogue = book.catalogues[session.language];
  const known = new Map<string, Value | undefined>();
  const applying: (boolean | undefined)[] = [];

  const applies = (step: Step): boolean => {
    if (!step.when) return true;
    const before = applying[step.index];
    if (before !== undefined) return before;
    applying[step.index] = false; // a condition that reads its own answer does not hold
    const holds = step.when.holds(get);
    applying[step.index] = holds;
    return holds;
  };

  const answer = (step: AskStep): Value | undefined => {
    const value = applies(step) ? form.marks[step.name]?.v : undefined;
    return value === "" ? undefined : value;
  };

  const look = (name: string): Value | undefined => {
    const step = flow.byName.get(name);
    if (step?.kind === "ask") return answer(step);
    const giver = flow.givenBy.get(name);
    if (giver) return form.marks[giver.name]?.r?.[name];
    const value = book.values.get(name);
    return value ? compute(value) : builtIn[name];
  };

  const compute = ({ inputs, optional = [], compute: of }: BookValue): Value | undefined => {
    const given: Record<string, Value> = {};
    for (const input of inputs) {
      const value = get(input);
      if (value === undefined) return undefined;
      given[input] = value;
    }
    for (const input of optional) {
      const value = get(input);
      if (value !== undefined) given[input] = value;
    }
    return of(given);
  };

  const get = (name: string): Value | undefined => {
    if (known.has(name)) return known.get(name);
    known.set(name, undefined);
    const value = look(name);
    known.set(name, value);
    return value;
  };

  const reviewed = () =>
    flow.steps.filter(
      (step): step is AskStep =>
        step.kind === "ask" &&
        form.marks[step.name] !== undefined &&
        applies(step) &&
        catalogue.has(`${flow.name}.${step.name}.label`),
    );

  const scope: Scope = {
    form,
    flow,
    get,
    applies,
    reviewed,
    basis: (step) => digest(scope, catalogue, step),
    text: (key, extra) => catalogue.format(key, argumentsFor(book, catalogue, scope, key, extra)),
  };
  return scope;
}

function digest(scope: Scope, catalogue: Catalogue, step: Step): string | undefined {
  const { flow, form, get } = scope;
  const values = (names: readonly string[]) => names.map((name) => `${name}=${get(name)}`);
  const condition = step.when?.reads ?? [];
  const parts = (): string[] => {
    switch (step.kind) {
      case "ask":
        return step.basis.length === 0 ? [] : values(step.basis);
      case "say":
        return values([...condition, ...catalogue.argumentsOf(`${flow.name}.${step.name}`)]);
      case "do":
        return [
          ...values(condition),
          ...Object.values(step.with).flatMap((source) =>
            source.startsWith("text:")
              ? values(catalogue.argumentsOf(`${flow.name}.${source.slice(5)}`))
              : values([source]),
          ),
        ];
      case "review":
        return [
          ...scope.reviewed().map((asked) => `${asked.name}=${form.marks[asked.name]?.v}`),
          ...values(
            catalogue.argumentsOf(`${flow.name}.${step.name}`).filter((name) => name !== "answers"),
          ),
        ];
      case "end":
      case "go":
      case "reopen":
        return [];
    }
  };
  const read = parts();
  return read.length === 0 ? undefined : fingerprint(read.join("\u0001"));
}

function argumentsFor(
  book: Book,
  catalogue: Catalogue,
  scope: Scope,
  key: string,
  extra: Arguments | undefined,
): Arguments {
  const words: Record<string, string | number | boolean> = {};
  for (const name of catalogue.argumentsOf(key)) {
    const given = extra?.[name];
    words[name] = given ?? worded(book, catalogue, scope, name) ?? "-";
  }
  return words;
}

function worded(book: Book, catalogue: Catalogue, scope: Scope, name: string): Value | undefined {
  const value = scope.get(name);
  const step = scope.flow.byName.get(name);
  if (value === undefined || step?.kind !== "ask" || typeof value !== "string") return value;
  return showAnswer(book, catalogue, scope.flow, step, value);
}
