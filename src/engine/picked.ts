import { picksIn } from "../answer-types/choices.ts";
import type { AskStep } from "../flow/flow.ts";
import type { Form } from "./session.ts";

/** What is picked of a question with several answers: so far, else in the answer that stands or stood. */
export const picksOf = ({ picked, marks, earlier }: Form, { name }: AskStep): string[] =>
  picksIn(String(picked?.[name] ?? marks[name]?.v ?? earlier[name] ?? ""));

/** Forgets what was picked so far. */
export function forgetPicks(form: Form, name: string): void {
  if (form.picked?.[name] === undefined) return;
  const { [name]: _, ...others } = form.picked;
  form.picked = others;
}

/** Whether a row takes an option out again; its value then. The ids of both rows differ, so that a second tap changes nothing. */
export const takesOut = (value: string): string | undefined => /^-(.+)$/.exec(value)?.[1];
