import type { Value } from "../answer-types/answer-type.ts";
import type { Book, BookValue } from "../flow/book.ts";
import type { Comparison } from "../flow/comparison.ts";
import { textsOf } from "../flow/every-step.ts";
import { itemName, nameInItem } from "../flow/expanded.ts";
import type { AskStep, Flow, RepeatStep, Step } from "../flow/flow.ts";
import { showAnswer } from "../flow/show-answer.ts";
import { fingerprint } from "../lib/fingerprint.ts";
import type { Arguments, Catalogue } from "../locale/catalogue.ts";
import { itemLines, itemsOf } from "./items.ts";
import type { Form } from "./session.ts";

/** What the engine itself knows. */
export type BuiltIns = { get(name: string): Value | undefined };

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
  private readonly builtIns: BuiltIns;
  private readonly known = new Map<string, Value | undefined>();
  private readonly applying: (boolean | undefined)[] = [];

  constructor(book: Book, catalogue: Catalogue, form: Form, flow: Flow, builtIns: BuiltIns) {
    this.book = book;
    this.catalogue = catalogue;
    this.form = form;
    this.flow = flow;
    this.builtIns = builtIns;
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

  /** A finished text, of a step if one is given; `extra` goes before what the form knows, and what nobody knows is a dash. */
  text(key: string, extra?: Arguments, step?: Step): string {
    const names = this.catalogue.argumentsOf(key);
    if (names.length === 0) return this.catalogue.format(key);
    const words: Record<string, string | number | boolean> = {};
    for (const name of names)
      words[name] = extra?.[name] ?? this.worded(step?.item?.named(name) ?? name) ?? "-";
    return this.catalogue.format(key, words);
  }

  /** What a picture of the book shows by these answers; undefined where there is nothing to compare. */
  picture(name: string): Comparison | undefined {
    const picture = this.book.pictures.get(name);
    const given = picture && this.inputsOf(picture, (input) => input);
    return given && picture.compare(given);
  }

  /** What is shown for review: answers with a label and a mark, and the items of a repeat together; in order. */
  reviewed(): (AskStep | RepeatStep)[] {
    const { flow, form, catalogue } = this;
    const isShown = (step: Step) =>
      (step.kind === "ask" && !step.item && form.marks[step.name] !== undefined) ||
      (step.kind === "repeat" && itemsOf(this, step).length > 0);
    return flow.steps.filter(
      (step): step is AskStep | RepeatStep =>
        isShown(step) && this.applies(step) && catalogue.has(`${step.texts}.label`),
    );
  }

  private look(name: string): Value | undefined {
    const step = this.flow.byName.get(name);
    if (step?.kind === "ask") {
      const answer = this.applies(step) ? this.form.marks[name]?.v : undefined;
      return answer === "" ? undefined : answer;
    }
    if (step?.kind === "repeat") return JSON.stringify(itemsOf(this, step));
    const giver = this.flow.givenBy.get(name);
    if (giver) return this.resultOf(giver.name, name);
    const value = this.book.values.get(name);
    if (value) return this.compute(value, (input) => input);
    return this.builtIns.get(name) ?? this.lookInItem(name) ?? this.lookAtRepeat(name);
  }

  /** What an effect gave; nobody sees it where its step does not apply (any more). */
  private resultOf(giver: string, name: string): Value | undefined {
    const step = this.flow.byName.get(giver);
    return step && this.applies(step) ? this.form.marks[giver]?.r?.[name] : undefined;
  }

  private compute(value: BookValue, named: (input: string) => string): Value | undefined {
    const given = this.inputsOf(value, named);
    return given && value.compute(given);
  }

  /** What a value or picture reads; undefined while something of it is not known that it needs. */
  private inputsOf(
    { inputs, optional = [] }: Pick<BookValue, "inputs" | "optional">,
    named: (input: string) => string,
  ): Record<string, Value> | undefined {
    const given: Record<string, Value> = {};
    for (const input of inputs) {
      const value = this.get(named(input));
      if (value === undefined) return undefined;
      given[input] = value;
    }
    for (const input of optional) {
      const value = this.get(named(input));
      if (value !== undefined) given[input] = value;
    }
    return given;
  }

  /** What is computed for one item, or its place in the row. */
  private lookInItem(name: string): Value | undefined {
    const own = itemName(name);
    if (!own) return undefined;
    if (own.name === "item") return own.index;
    const repeat = this.flow.byName.get(own.repeat);
    const value = this.book.values.get(own.name);
    if (repeat?.kind !== "repeat" || !value) return undefined;
    return this.compute(value, (input) =>
      repeat.local.has(input) ? nameInItem(own.repeat, own.index, input) : input,
    );
  }

  /** `<repeat>_count`, and `<repeat>_list` as numbered lines. */
  private lookAtRepeat(name: string): Value | undefined {
    const [, of = "", what] = /^(\w+)_(count|list)$/.exec(name) ?? [];
    const repeat = this.flow.byName.get(of);
    if (repeat?.kind !== "repeat") return undefined;
    const lines = itemLines(this, repeat);
    return what === "count"
      ? lines.length
      : lines.map((line, at) => `${at + 1}. ${line}`).join("\n");
  }

  private dependencies(step: Step): string[] {
    const { catalogue } = this;
    const condition = step.when?.reads ?? [];
    switch (step.kind) {
      case "ask":
        return this.read(step.basis);
      case "say":
        return this.read([
          ...condition,
          ...catalogue.argumentsOf(step.texts).map((name) => step.item?.named(name) ?? name),
          ...(step.file?.kind === "kept" ? [step.file.from] : []),
        ]);
      case "do":
        return this.read([...condition, ...Object.values(step.with).flatMap(this.sourcesOf, this)]);
      case "review":
        return [
          ...this.reviewed().map(({ name }) => `${name}=${this.get(name)}`),
          ...this.read(catalogue.argumentsOf(step.texts)),
        ];
      case "call":
        return this.read(condition);
      case "end":
      case "go":
      case "reopen":
      case "repeat":
        return [];
    }
  }

  private read(names: readonly string[]): string[] {
    return names.map((name) => `${this.firstName(name)}=${this.get(name)}`);
  }

  /** What a mark remembers a name by: without the item's number, since items move up, and as it was first called. */
  private firstName(name: string): string {
    const step = this.flow.byName.get(name);
    const was = step?.kind === "ask" ? step.was[0] : undefined;
    return was ?? itemName(name)?.name ?? name;
  }

  /** A payload field's source: a name, or the arguments of a text. */
  private sourcesOf(source: string): readonly string[] {
    if (!source.startsWith("text:")) return [source];
    return this.catalogue.argumentsOf(textsOf(this.flow, source.slice(5)));
  }

  private worded(name: string): Value | undefined {
    const value = this.get(name);
    const step = this.flow.byName.get(name);
    if (value === undefined || step?.kind !== "ask" || typeof value !== "string") return value;
    return showAnswer(this.book, this.catalogue, step, value);
  }
}
