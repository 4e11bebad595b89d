import type { Value } from "../answer-types/answer-type.ts";
import type { Book, BookValue } from "../flow/book.ts";
import type { AskStep, Flow, Step } from "../flow/flow.ts";
import { fingerprint } from "../lib/fingerprint.ts";
import type { Arguments, Catalogue } from "../locale/catalogue.ts";
import type { Form } from "./session.ts";
import { showAnswer } from "./show.ts";

/**
 * What one form knows at one moment: answers of steps that apply, results of effects, values of the book, built-ins.
 * It remembers what it computed, so it must be made anew after a mark changes. A class, since several are made for every
 * message and closures cost more.
 */
export class Scope {
  readonly form: Form;
  readonly flow: Flow;
  private readonly book: Book;
  private readonly catalogue: Catalogue;
  private readonly builtIn: Readonly<Record<string, Value>>;
  private readonly known = new Map<string, Value | undefined>();
  private readonly applying: (boolean | undefined)[] = [];

  constructor(
    book: Book,
    catalogue: Catalogue,
    form: Form,
    flow: Flow,
    builtIn: Readonly<Record<string, Value>>,
  ) {
    this.book = book;
    this.catalogue = catalogue;
    this.form = form;
    this.flow = flow;
    this.builtIn = builtIn;
  }

  /** An answer, result, value or built-in; undefined while it is not known. */
  get(name: string): Value | undefined {
    if (this.known.has(name)) return this.known.get(name);
    this.known.set(name, undefined);
    const value = this.look(name);
    this.known.set(name, value);
    return value;
  }

  applies(step: Step): boolean {
    if (!step.when) return true;
    const before = this.applying[step.index];
    if (before !== undefined) return before;
    this.applying[step.index] = false; // a condition that reads its own answer does not hold
    const holds = step.when.holds((name) => this.get(name));
    this.applying[step.index] = holds;
    return holds;
  }

  /** Whether the mark of a step still stands on what it was made upon. */
  isFresh(step: Step): boolean {
    const mark = this.form.marks[step.name];
    return mark !== undefined && mark.on === this.basis(step);
  }

  /** Digest of what a step's mark depends on; undefined when it depends on nothing. */
  basis(step: Step): string | undefined {
    if (step.kind === "ask" && step.basis.length === 0) return undefined;
    const read = this.dependencies(step);
    return read.length === 0 ? undefined : fingerprint(read.join("\u0001"));
  }

  /** A finished text; `extra` goes before what the form knows, and what nobody knows is a dash. */
  text(key: string, extra?: Arguments): string {
    const names = this.catalogue.argumentsOf(key);
    if (names.length === 0) return this.catalogue.format(key);
    const words: Record<string, string | number | boolean> = {};
    for (const name of names) words[name] = extra?.[name] ?? this.worded(name) ?? "-";
    return this.catalogue.format(key, words);
  }

  /** Steps whose answers are shown for review: those with a label and a mark, in order. */
  reviewed(): AskStep[] {
    const { flow, form, catalogue } = this;
    return flow.steps.filter(
      (step): step is AskStep =>
        step.kind === "ask" &&
        form.marks[step.name] !== undefined &&
        this.applies(step) &&
        catalogue.has(`${flow.name}.${step.name}.label`),
    );
  }

  private look(name: string): Value | undefined {
    const step = this.flow.byName.get(name);
    if (step?.kind === "ask") {
      const answer = this.applies(step) ? this.form.marks[name]?.v : undefined;
      return answer === "" ? undefined : answer;
    }
    const giver = this.flow.givenBy.get(name);
    if (giver) return this.form.marks[giver.name]?.r?.[name];
    const value = this.book.values.get(name);
    return value ? this.compute(value) : this.builtIn[name];
  }

  private compute({ inputs, optional = [], compute }: BookValue): Value | undefined {
    const given: Record<string, Value> = {};
    for (const input of inputs) {
      const value = this.get(input);
      if (value === undefined) return undefined;
      given[input] = value;
    }
    for (const input of optional) {
      const value = this.get(input);
      if (value !== undefined) given[input] = value;
    }
    return compute(given);
  }

  private dependencies(step: Step): string[] {
    const { flow, form, catalogue } = this;
    const condition = step.when?.reads ?? [];
    switch (step.kind) {
      case "ask":
        return this.read(step.basis);
      case "say":
        return this.read([...condition, ...catalogue.argumentsOf(`${flow.name}.${step.name}`)]);
      case "do":
        return this.read([...condition, ...Object.values(step.with).flatMap(this.sourcesOf, this)]);
      case "review":
        return [
          ...this.reviewed().map(({ name }) => `${name}=${form.marks[name]?.v}`),
          ...this.read(catalogue.argumentsOf(`${flow.name}.${step.name}`)),
        ];
      case "end":
      case "go":
      case "reopen":
        return [];
    }
  }

  private read(names: readonly string[]): string[] {
    return names.map((name) => `${name}=${this.get(name)}`);
  }

  /** A payload field's source: a name, or the arguments of a text. */
  private sourcesOf(source: string): readonly string[] {
    if (!source.startsWith("text:")) return [source];
    return this.catalogue.argumentsOf(`${this.flow.name}.${source.slice(5)}`);
  }

  private worded(name: string): Value | undefined {
    const value = this.get(name);
    const step = this.flow.byName.get(name);
    if (value === undefined || step?.kind !== "ask" || typeof value !== "string") return value;
    return showAnswer(this.book, this.catalogue, this.flow, step, value);
  }
}
