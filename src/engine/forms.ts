import { programFlows } from "../flow/program-flows.ts";
import { limits } from "./limits.ts";
import { borrowable, fill } from "./passing-on.ts";
import type { Form } from "./session.ts";
import {
  activeForm,
  catalogueOf,
  flowOf,
  note,
  questionsLeft,
  removeForm,
  scopeOf,
  type Work,
} from "./work.ts";

/** The flow that people are in when they are in no form. */
export const home = programFlows.home;

/**
 * Opens a flow on top of what is under way; a draft of it is taken up where it was left. A new form begins with what is known
 * from others and what the sentence says that opened it, if one did.
 */
export function openFlow(work: Work, name: string, sentence?: string): void {
  const { session } = work;
  const flow = work.book.flows.get(name);
  if (!flow) throw new Error(`no flow ${name}`);
  const current = activeForm(work);
  const over = placeUnder(work, current);
  const known = borrowable(work, flow);
  if (current) layAside(work, current);
  session.asked = null;
  const draft = session.forms.findLast((form) => form.flow === name);
  if (draft) {
    session.stack = [...session.stack.filter((id) => id !== draft.id), draft.id];
    recall(work, draft);
    return;
  }
  const form: Form = { ...blankForm(work, name), ...(over ? { over } : {}) };
  session.forms.push(form);
  session.stack.push(form.id);
  if (session.forms.length > limits.drafts) {
    const oldest = session.forms.find(
      (other) => !session.stack.includes(other.id) && !other.waiting,
    );
    if (oldest) removeForm(session, oldest.id);
  }
  fill(work, form, known, sentence);
}

/** A form without answers. */
export function blankForm({ session, seed, now }: Work, flow: string): Form {
  const opened = session.forms.filter((form) => form.id.endsWith(seed)).length;
  return {
    id: `${String.fromCharCode(97 + (opened % 26))}${seed}`,
    flow,
    openedAt: now.at,
    touchedAt: now.at,
    marks: {},
    earlier: {},
    revision: 0,
  };
}

/** What stands open in a form that another one is about to cover. */
function placeUnder({ session }: Work, form: Form | undefined): Form["over"] {
  if (!form) return undefined;
  return session.asked?.form === form.id
    ? { flow: form.flow, step: session.asked.step }
    : form.over;
}

/** The draft that was touched last, if any. */
export function latestDraft(work: Work): Form | undefined {
  return work.session.forms
    .filter((form) => flowOf(work, form).draft && !form.waiting)
    .sort((a, b) => b.touchedAt - a.touchedAt)[0];
}

/** Says where a half-filled form stands: "Tadi sampai alamat. Tinggal 3 pertanyaan." */
export function recall(work: Work, form: Form): void {
  const scope = scopeOf(work, form);
  const given = scope.reviewed();
  const last = given.at(-1);
  if (!last) return;
  const catalogue = catalogueOf(work);
  note(work, "engine.recall", {
    title: catalogue.format(`${form.flow}.title`),
    last: scope.text(`${last.texts}.label`, {}, last),
    left: questionsLeft(scope),
  });
}

/** Leaves everything under way; drafts with answers stay, others go. Tells whether any was kept. */
export function leave(work: Work): boolean {
  const { session } = work;
  let kept = false;
  for (const id of [...session.stack]) {
    const form = session.forms.find((other) => other.id === id);
    if (!form) continue;
    delete form.reopened;
    delete form.correcting;
    if (flowOf(work, form).draft && isBegun(form)) kept = true;
    else if (!form.waiting) removeForm(session, id);
  }
  session.stack = [];
  session.asked = null;
  return kept;
}

/** Whether there is more in a form than its first step. */
const isBegun = ({ marks, picked = {} }: Form): boolean =>
  Object.keys(marks).length > 1 || Object.keys(picked).length > 0;

/** Takes away a form that is covered or given up: what is no draft goes, unless a result is still to come. */
export function layAside(work: Work, form: Form): void {
  const { session } = work;
  if (flowOf(work, form).draft) return;
  if (form.waiting) session.stack = session.stack.filter((id) => id !== form.id);
  else removeForm(session, form.id);
}

/** Makes a form the one that is asked now. */
export function bring(work: Work, form: Form): void {
  const { session } = work;
  if (session.stack.at(-1) === form.id) return;
  const current = activeForm(work);
  if (current) layAside(work, current);
  session.stack = [...session.stack.filter((id) => id !== form.id), form.id];
  session.asked = null;
}
