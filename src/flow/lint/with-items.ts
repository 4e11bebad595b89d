import type { Problem } from "../../lib/problem.ts";
import type { Book, BookValue } from "../book.ts";
import { expanded, nameInItem } from "../expanded.ts";
import type { Flow, RepeatStep } from "../flow.ts";

/** A flow as it is judged, the book beside it, and problems in the names that its author gave. */
export type Judged = { book: Book; flow: Flow; worded(problem: Problem): Problem };

/**
 * The flow with the steps of one item in the place of each repeat, which stands for all of them, and a book that knows what is
 * computed for an item. A flow without a repeat is judged as it is.
 */
export function withItems(book: Book, flow: Flow): Judged {
  const repeats = flow.steps.filter((step) => step.kind === "repeat");
  if (repeats.length === 0) return { book, flow, worded: (problem) => problem };
  const values = new Map([
    ...book.values,
    ...repeats.flatMap((repeat) => valuesInItem(book, repeat)),
  ]);
  const prefix = new RegExp(`\\b(?:${repeats.map(({ name }) => name).join("|")})-1-`, "g");
  return {
    book: { ...book, values },
    flow: expanded(flow, () => 1),
    worded: (problem) => ({
      ...problem,
      message: problem.message.replace(prefix, ""),
      remedy: problem.remedy.replace(prefix, ""),
    }),
  };
}

/** What is computed for one item, under the name it has there; its place in the row may be any. */
function valuesInItem(book: Book, { name: repeat, local }: RepeatStep): [string, BookValue][] {
  const named = (name: string) => (local.has(name) ? nameInItem(repeat, 1, name) : name);
  const computed = [...local].flatMap((name): [string, BookValue][] => {
    const value = book.values.get(name);
    if (!value) return [];
    const { inputs, optional = [] } = value;
    return [[named(name), { ...value, inputs: inputs.map(named), optional: optional.map(named) }]];
  });
  return [...computed, [named("item"), { inputs: [], type: "int", compute: () => 1 }]];
}
