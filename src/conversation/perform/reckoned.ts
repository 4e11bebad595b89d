import type { Value } from "../../answer-types/answer-type.ts";
import type { Setting } from "./performer.ts";

/** Values of the book by these answers, as a text that the flow tells would have them. */
export function reckonedBy({ book, session, today }: Setting, answers: Record<string, Value>) {
  const inputs = { ...answers, today, language: session.language };
  return (name: string): Value | undefined => {
    const value = book.values.get(name);
    return value?.inputs.every((input) => input in inputs) ? value.compute(inputs) : undefined;
  };
}
