import type { Value } from "../answer-types/answer-type.ts";
import type { Relation } from "../answer-types/whose.ts";
import { programFlows } from "../flow/program-flows.ts";
import { titleOf } from "./draft-names.ts";
import { limits } from "./limits.ts";
import { borrowable, fill } from "./passing-on.ts";
import type { Form } from "./session.ts";
import { activeForm, flowOf, note, questionsLeft, removeForm, scopeOf, type Work } from "./work.ts";

/** The flow that people are in when they are in no form. */
export const home = programFlows.home;

/**
 * Opens a flow on top of what is under way; a draft of it is taken up where it was left. A new form begins with what is known
 * from others and what the sentence says that opened it, if one did.
 */
export function openFlow(work: Work, name: string, sentence?: string): void {
  const draft = draftOf(work, name);
  if (draft) takeUp(work, draft);
  else openNew(work, name, sentence === undefined ? {} : { sentence });
}

/** The form of a flow that is meant by its name: the one under way, else one's own. */
function draftOf(work: Work, name: string): Form | undefined {
  const { session } = work;
  const current = activeForm(work);
  const kept = session.forms.filter(
    (form) => form.flow === name && (form !== current || form.waiting || flowOf(work, form).draft),
  );
  const underWay = session.stack.findLast((id) => kept.some((form) => form.id === id));
  return kept.find(({ id }) => id === underWay) ?? kept.findLast(({ whose }) => !whose);
}

/** Goes on with a form where it was left. */
export function takeUp(work: Work, form: Form): void {
  const { session } = work;
  const current = activeForm(work);
  if (current && current !== form) layAside(work, current);
  session.asked = null;
  session.stack = [...session.stack.filter((id) => id !== form.id), form.id];
  recall(work, form);
}

/** Opens a form of a flow, whatever others of it there are; `whose`: for somebody else, with nothing that is known already. */
export function openNew(
  work: Work,
  name: string,
  { sentence, whose }: { sentence?: string; whose?: Relation } = {},
): void {
  const { session } = work;
  const flow = work.book.flows.get(name);
  if (!flow) throw new Error(`no flow ${name}`);
  const current = activeForm(work);
  const over = placeUnder(work, current);
  const known: ReadonlyMap<string, Value> = whose ? new Map() : borrowable(work, flow);
  if (current) layAside(work, current);
  session.asked = null;
  const form: Form = {
    ...blankForm(work, name),
    ...(over ? { over } : {}),
    ...(whose ? { whose } : {}),
    ...(work.story ? { story: work.story } : {}),
  };
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

/** The draft under way, if any. */
export const underWay = (work: Work): Form | undefined =>
  work.session.stack
    .map((id) => work.session.forms.find((form) => form.id === id))
    .findLast((form) => form !== undefined && flowOf(work, form).draft);

/** Says where a half-filled form stands: "Tadi sampai alamat. Tinggal 3 pertanyaan." */
export function recall(work: Work, form: Form): void {
  const scope = scopeOf(work, form);
  const given = scope.reviewed();
  const last = given.at(-1);
  if (!last) return;
  work.titled.add(form.id);
  note(work, "engine.recall", {
    title: titleOf(work, form),
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
    if (flowOf(work, form).draft && (form.whose || isBegun(form))) kept = true;
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
