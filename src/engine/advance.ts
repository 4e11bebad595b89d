import type { Value } from "../answer-types/answer-type.ts";
import type { AskStep, CallStep, EndStep, Step } from "../flow/flow.ts";
import { noteEnd } from "./drafts.ts";
import { openFlow } from "./forms.ts";
import { isFrozen } from "./frozen.ts";
import { limits } from "./limits.ts";
import { mark } from "./mark.ts";
import { answersOf, hand, propose } from "./passing-on.ts";
import { perform } from "./perform.ts";
import { reopen } from "./reopen.ts";
import { say } from "./say.ts";
import type { Scope } from "./scope.ts";
import type { Form } from "./session.ts";
import {
  activeForm,
  catalogueOf,
  flowOf,
  formById,
  note,
  removeForm,
  reviewLine,
  scopeOf,
  type Work,
} from "./work.ts";

/**
 * Walks the active form to the first step that applies and has no standing mark, telling and doing what lies
 * before it, until a question stands open, an effect is under way, or nothing is left.
 */
export function advance(work: Work): void {
  for (let steps = 0; steps < limits.steps; steps++) {
    const form = activeForm(work);
    if (!form || isFrozen(work)) {
      work.session.asked = null;
      return;
    }
    const scope = scopeOf(work, form);
    const step = nextStep(scope);
    if (!step) finish(work, form, "selesai");
    else if (take(work, scope, step)) return;
  }
  throw new Error("a flow runs in circles");
}

/** The effect under way; the step a person asked to change; else the first that applies and has no standing mark. */
function nextStep(scope: Scope): Step | undefined {
  const { form, flow } = scope;
  const waiting = form.waiting === undefined ? undefined : flow.byName.get(form.waiting);
  if (waiting?.kind === "do") return waiting;
  if (form.reopened) {
    const step = flow.byName.get(form.reopened);
    if (step && scope.applies(step)) return unknownBefore(scope, step) ?? step;
    delete form.reopened;
  }
  const done = handedIn(scope);
  return flow.steps.find(
    (step) =>
      step.index > done &&
      step.kind !== "repeat" &&
      !isAsideOnly(step) &&
      scope.applies(step) &&
      !scope.isFresh(step),
  );
}

/** What a step that was opened again may be computed from, where it is not known yet: that is asked and done first. */
const unknownBefore = (scope: Scope, { index }: Step): Step | undefined =>
  scope.flow.steps.find(
    (step) =>
      step.index < index &&
      (step.kind === "ask" || step.kind === "do") &&
      scope.form.marks[step.name] === undefined &&
      scope.applies(step),
  );

/** The place of the effect after which nothing is asked, once it is done: what was handed in is not asked again, whatever changed since. */
function handedIn({ form, flow }: Scope): number {
  const { index } = flow.steps.findLast(({ kind }) => kind === "ask" || kind === "review") ?? {
    index: -1,
  };
  const done = flow.steps.find(
    (step) => step.kind === "do" && step.index > index && form.marks[step.name] !== undefined,
  );
  return done?.index ?? -1;
}

const isAsideOnly = (step: Step): boolean => step.kind === "say" && step.aside === "only";

/** Does what a step asks for; true when the walk must stop there. */
function take(work: Work, scope: Scope, step: Step): boolean {
  const { form, flow } = scope;
  work.walked.push({ flow: form.flow, step: step.name });
  switch (step.kind) {
    case "ask":
      if (takeGiven(work, scope, step)) return false;
      drop(work, form, step);
      open(work, scope, step);
      return true;
    case "review":
      delete form.marks[step.name];
      if (work.session.asked?.form !== form.id || work.session.asked.step !== step.name)
        work.session.asked = { form: form.id, step: step.name, tries: 0 };
      return true;
    case "say":
      say(work, scope, step);
      mark(scope, step, true);
      return false;
    case "do":
      perform(work, scope, step);
      return true;
    case "end":
      endAt(work, scope, step);
      return false;
    case "go": {
      const proposed = answersOf(scope, step.with);
      const given = answersOf(scope, step.given);
      finish(work, form, step.flow);
      openFlow(work, step.flow);
      propose(work, proposed);
      hand(work, given);
      return false;
    }
    case "reopen":
      reopen(form, flow, step);
      return false;
    case "call":
      callFlow(work, scope, step);
      return false;
    case "repeat":
      return false;
  }
}

/** Walks another flow in between. It is marked first: whoever leaves that flow half-way comes back behind the call. */
function callFlow(work: Work, scope: Scope, step: CallStep): void {
  mark(scope, step, true);
  openFlow(work, step.flow);
  const called = activeForm(work);
  if (called) called.caller = { form: scope.form.id, step: step.name };
}

/** What a called flow was asked stands in the caller too. */
function giveBack(work: Work, scope: Scope): void {
  const { caller } = scope.form;
  const form = caller && formById(work, caller.form);
  const step = form && flowOf(work, form).byName.get(caller.step);
  if (form && step?.kind === "call")
    form.given = { ...form.given, ...answersOf(scope, step.takes) };
}

/** An answer that is known from another form needs no question: it is read back. */
function takeGiven(work: Work, scope: Scope, step: AskStep): boolean {
  const { form } = scope;
  const { [step.name]: given, ...rest } = form.given ?? {};
  if (given === undefined || form.reopened === step.name) return false;
  form.given = rest;
  mark(scope, step, given);
  if (catalogueOf(work).has(`${step.texts}.label`))
    note(work, "engine.noted", { line: reviewLine(work, scope, step) });
  return true;
}

/** A fallen answer is kept aside, to be proposed. A reopened one stands until it is replaced. */
function drop(work: Work, form: Form, step: AskStep): void {
  const fallen = form.marks[step.name];
  if (!fallen || form.reopened === step.name) return;
  form.earlier[step.name] = fallen.v;
  delete form.marks[step.name];
  // where the state is told the question itself comes later, with the earlier answer
  if (!work.session.resuming) note(work, "engine.asked_again");
}

function open(work: Work, scope: Scope, step: AskStep): void {
  const { session } = work;
  const { form } = scope;
  if (session.asked?.form === form.id && session.asked.step === step.name) return;
  const proposal = proposalFor(scope, step);
  session.asked = { form: form.id, step: step.name, tries: 0 };
  if (proposal !== undefined) session.asked.proposal = proposal;
}

/** A yes is never proposed; of several answers those given earlier stand ticked. */
const proposesNothing = new Set(["yes-no", "choices"]);

/** What the book computes goes before what the person said earlier. */
function proposalFor(scope: Scope, step: AskStep): Value | undefined {
  const { form } = scope;
  if (form.reopened === step.name || proposesNothing.has(step.type.name)) return undefined;
  const computed = step.propose ? scope.get(step.propose) : undefined;
  const proposal = computed ?? form.earlier[step.name];
  if (proposal === undefined || proposal === "") return undefined;
  const option = step.options.find(({ value }) => value === String(proposal));
  return option?.when && !option.when.holds((name) => scope.get(name)) ? undefined : proposal;
}

/** Says the last text. With `keep` the form stays a draft, open again where its condition was decided. */
function endAt(work: Work, scope: Scope, step: EndStep): void {
  const { form } = scope;
  const key = step.texts;
  work.notes.push({ text: scope.text(key), key });
  work.ending = step.topics.flatMap(({ topic, segmen }) => {
    const label = work.book.answers.get(topic)?.title;
    return label ? [{ id: ["faq", topic, ...(segmen ? [segmen] : [])].join("."), label }] : [];
  });
  if (!step.keep) {
    finish(work, form, step.name);
    return;
  }
  for (const name of step.when?.reads ?? []) delete form.marks[name];
  work.session.stack = work.session.stack.filter((id) => id !== form.id);
  work.session.asked = null;
}

/** Closes a form: it leaves the session as a line without answers and is never walked again. */
function finish(work: Work, form: Form, end: string): void {
  const { session, now } = work;
  giveBack(work, scopeOf(work, form));
  noteEnd(work, form);
  removeForm(session, form.id);
  if (work.book.flows.get(form.flow)?.draft)
    session.closed = [...session.closed, { flow: form.flow, end, at: now.at }].slice(
      -limits.closed,
    );
}
