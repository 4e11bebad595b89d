import type { Value } from "../answer-types/answer-type.ts";
import type { AskStep, Flow } from "../flow/flow.ts";
import { mark } from "./mark.ts";
import { readSentence, tellsOf } from "./read-sentence.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import { activeForm, flowOf, scopeOf, type Work } from "./work.ts";

/** Answers of a form by name, those that are known. */
export function answersOf(scope: Scope, names: readonly string[]): Record<string, Value> {
  const answers: Record<string, Value> = {};
  for (const name of names) {
    const answer = scope.get(name);
    if (answer !== undefined) answers[name] = answer;
  }
  return answers;
}

/** Has the active form propose these answers; one that it holds already stands, and all where it is being handed in. */
export function propose(work: Work, answers: Readonly<Record<string, Value>>): void {
  const form = activeForm(work);
  if (!form || form.waiting) return;
  const flow = flowOf(work, form);
  for (const [name, answer] of Object.entries(answers)) {
    const step = flow.byName.get(name);
    if (step?.kind !== "ask" || form.marks[name]?.v === answer) continue;
    delete form.marks[name];
    if (step.type.name === "yes-no") form.given = { ...form.given, [name]: answer };
    else form.earlier[name] = answer;
  }
}

/** Has these answers stand in the active form, where it holds none: they are read back instead of asked. */
export function hand(work: Work, answers: Readonly<Record<string, Value>>): void {
  const form = activeForm(work);
  if (form) form.given = { ...form.given, ...answers };
}

/**
 * What other forms know of what a flow borrows; of several the one touched last. Of drafts only the one under way lends, else
 * one's own: nobody's answers stand for somebody else.
 */
export function borrowable(work: Work, flow: Flow): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>();
  if (flow.borrows.length === 0) return known;
  const { forms: all, stack } = work.session;
  const isDraft = (form: Form) => flowOf(work, form).draft;
  const current = stack
    .map((id) => all.find((form) => form.id === id))
    .findLast((form) => form !== undefined && isDraft(form));
  const lends = (form: Form) => !isDraft(form) || (current ? form === current : !form.whose);
  const forms = all.filter(lends).sort((a, b) => a.touchedAt - b.touchedAt);
  for (const form of forms) {
    const scope = scopeOf(work, form);
    for (const name of flow.borrows) {
      const step = scope.flow.byName.get(name);
      const own = flow.byName.get(name);
      if (step?.kind !== "ask" || own?.kind !== "ask" || step.type !== own.type) continue;
      const answer = scope.get(name);
      if (answer !== undefined) known.set(name, answer);
    }
  }
  return known;
}

/** Answers what the sentence says, else what is known from other forms; what a sentence leaves unsaid is taken as the flow says. */
export function fill(
  work: Work,
  form: Form,
  known: ReadonlyMap<string, Value>,
  sentence: string | undefined,
): void {
  const told = sentence === undefined ? undefined : tellsOf(work, sentence);
  if (told !== undefined) form.tells = told;
  for (const step of flowOf(work, form).steps) {
    if (step.kind !== "ask") continue;
    const scope = scopeOf(work, form);
    if (!scope.applies(step)) {
      keepForLater(form, step.name, known);
      continue;
    }
    const answer = read(work, scope, step, sentence) ?? known.get(step.name);
    const taken = answer ?? (sentence === undefined ? undefined : unsaid(step));
    if (taken !== undefined) mark(scope, step, taken);
  }
}

/** Known, but its question does not apply yet: it is taken and read back where it would be asked. */
function keepForLater(form: Form, name: string, known: ReadonlyMap<string, Value>): void {
  const answer = known.get(name);
  if (answer !== undefined) form.given = { ...form.given, [name]: answer };
}

/** What a step takes where the sentence does not say. */
function unsaid({ unsaid: option, type }: AskStep): Value | undefined {
  if (option === null) return undefined;
  return type.cel === "int" ? Number(option) : option;
}

function read(
  work: Work,
  scope: Scope,
  step: AskStep,
  sentence: string | undefined,
): Value | undefined {
  if (!step.reads || sentence === undefined) return undefined;
  const parsed = readSentence(work, scope, step, sentence);
  return parsed.kind === "value" ? parsed.value : undefined;
}
