import type { Value } from "../answer-types/answer-type.ts";
import { picksIn } from "../answer-types/choices.ts";
import type { Book } from "../flow/book.ts";
import type { AskStep, Flow } from "../flow/flow.ts";
import type { Form, Session } from "./session.ts";

/**
 * Fits answers to flows that may have changed since. Those given under a question's earlier name (`was`) stand under its present
 * one; those that are none any more, such as an option that was taken away, fall. Where two questions come from
 * one, or the answer would no longer be one, it is proposed instead. `session` is changed; a closed form is not looked at.
 */
export function fitToFlows({ flows }: Book, session: Session): void {
  for (const form of session.forms) {
    const flow = flows.get(form.flow);
    if (!flow) continue;
    for (const [before, steps] of renamedIn(flow)) move(session, form, before, steps);
    dropForeign(form, flow);
  }
}

const known = new WeakMap<Flow, ReadonlyMap<string, readonly AskStep[]>>();

/** By earlier name: the questions that it has become. */
function renamedIn(flow: Flow): ReadonlyMap<string, readonly AskStep[]> {
  const found = known.get(flow);
  if (found) return found;
  const renamed = new Map<string, AskStep[]>();
  for (const step of flow.steps)
    if (step.kind === "ask")
      for (const before of step.was)
        if (!flow.byName.has(before)) renamed.set(before, [...(renamed.get(before) ?? []), step]);
  known.set(flow, renamed);
  return renamed;
}

function move(session: Session, form: Form, before: string, steps: readonly AskStep[]): void {
  const { [before]: mark, ...marks } = form.marks;
  const { [before]: earlier, ...others } = form.earlier;
  const [first] = steps;
  if (!first) return;
  form.marks = marks;
  form.earlier = others;
  const stands = mark !== undefined && steps.length === 1 && isAnswer(first, mark.v);
  const proposal = mark?.v ?? earlier;
  for (const { name } of steps) {
    if (name in marks) continue;
    if (stands) form.marks[name] = mark;
    else if (proposal !== undefined) form.earlier[name] = proposal;
  }
  if (form.reopened === before) form.reopened = first.name;
  for (const place of [session.asked, session.last, session.shown])
    if (place?.form === form.id && place.step === before) place.step = first.name;
}

/** What is no answer to its question any more has no words either: it could not even be read back. */
function dropForeign(form: Form, { byName }: Flow): void {
  for (const [name, { v }] of Object.entries(form.marks)) {
    const step = byName.get(name);
    if (step?.kind === "ask" && !isAnswer(step, v)) delete form.marks[name];
  }
  for (const [name, value] of Object.entries(form.earlier)) {
    const step = byName.get(name);
    if (step?.kind === "ask" && !isAnswer(step, value)) delete form.earlier[name];
  }
}

/** Whether a value may stand as this question's answer. */
const isAnswer = ({ type, options, optional }: AskStep, value: Value): boolean => {
  if (value === "") return optional;
  const sort = { string: "string", int: "number", bool: "boolean", list: "string" }[type.cel];
  if (typeof value !== sort) return false;
  if (type.name !== "choice" && type.name !== "choices") return true;
  return picksIn(String(value)).every((pick) => options.some((option) => option.value === pick));
};
