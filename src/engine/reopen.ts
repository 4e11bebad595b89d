import type { Flow, ReopenStep } from "../flow/flow.ts";
import { forgetPicks } from "./picked.ts";
import type { Form } from "./session.ts";

/** Forgets the answer, those that the condition reads, and that something was told upon them. */
export function reopen(form: Form, flow: Flow, { step, when }: ReopenStep): void {
  const names = [step, ...(when?.reads ?? [])];
  const told = flow.steps.filter(
    (other) => other.kind === "say" && other.when?.reads.some((name) => names.includes(name)),
  );
  for (const name of [...names, ...told.map((other) => other.name)]) {
    delete form.marks[name];
    delete form.earlier[name];
    forgetPicks(form, name);
  }
}
