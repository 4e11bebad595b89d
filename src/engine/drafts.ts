import { answerTypes } from "../answer-types/answer-types.ts";
import { draftRequest } from "../answer-types/draft-words.ts";
import {
  type Relation,
  takesTurn,
  whomSentenceNames,
  whomToRegister,
} from "../answer-types/whose.ts";
import type { AskStep, Flow, Step } from "../flow/flow.ts";
import { draftsNamed, draftsOf, labelOf, personsIn, stateOf, titleOf } from "./draft-names.ts";
import { findUrgent } from "./find-urgent.ts";
import { flowIndexOf } from "./flow-index.ts";
import { home, leave, openFlow, openNew, takeUp } from "./forms.ts";
import { limits } from "./limits.ts";
import type { Form } from "./session.ts";
import { activeForm, catalogueOf, flowOf, formById, note, removeForm, type Work } from "./work.ts";

/**
 * What is said about half-filled forms as a whole message: somebody else is to be registered, a draft is to be opened, all
 * are to be shown, or one is to be thrown away. A name alone is none of these.
 */
export function hearOfDrafts(work: Work, text: string): boolean {
  if (hearWhom(work, text)) return true;
  const request = draftRequest(text);
  if (!request) return false;
  if (request.act === "list") {
    listDrafts(work);
    return true;
  }
  const { act, which, sure } = request;
  const found = which === "" ? draftsOf(work) : draftsNamed(work, which, sure);
  const [form] = found;
  if (form && found.length === 1) {
    if (act === "open") takeUp(work, form);
    else work.session.dropping = form.id;
    return true;
  }
  if (!sure && found.length === 0) return false;
  listDrafts(work, found.length === 0 ? "engine.drafts.no_such" : undefined);
  return true;
}

/** Opens the form of whoever is to be registered, where a message says who that is. */
function hearWhom(work: Work, text: string): boolean {
  if (takesTurn(text) && registerSelf(work)) return true;
  const whom = whomToRegister(text) ?? whomTold(work, text);
  return whom !== null && register(work, whom);
}

/** Opens one's own form, or goes on with it; false in the midst of it, and of a business's. */
function registerSelf(work: Work): boolean {
  const active = activeForm(work);
  const flow = flowIndexOf(work.book).forOthers;
  if (!flow || (active && !active.whose && flowOf(work, active).draft)) return false;
  const own = personsIn(work).find((form) => !form.whose && !form.waiting);
  if (own) takeUp(work, own);
  else openAnother(work, flow);
  return true;
}

/** Whom a sentence names outside a form; not where it tells of something grave. */
function whomTold(work: Work, text: string): Relation | null {
  const active = activeForm(work);
  if (active && flowOf(work, active).draft) return null;
  const whom = whomSentenceNames(text);
  return whom !== null && findUrgent(work, text) === undefined ? whom : null;
}

/** Opens a form for whoever is to be registered; false where the usual way leads to one's own. */
function register(work: Work, whom: Relation | "self"): boolean {
  const active = activeForm(work);
  if (whom !== "self") return openFor(work, whom);
  if (!active?.whose) return false;
  const own = personsIn(work).find((form) => !form.whose && !form.waiting);
  if (own) takeUp(work, own);
  else openAnother(work, flowOf(work, active));
  return true;
}

/** Relations of whom there is one: asked for again, their form is gone on with. */
const only: ReadonlySet<Relation> = new Set<Relation>(["mother", "father", "husband", "wife"]);

/** Opens a form for somebody else, or goes on with theirs. False where no flow is for others. */
export function openFor(work: Work, relation: Relation): boolean {
  const active = activeForm(work);
  const current = active && flowOf(work, active);
  const flow = current?.others ? current : flowIndexOf(work.book).forOthers;
  if (!flow) return false;
  const theirs = personsIn(work).find(
    (form) =>
      form.whose === relation && !form.waiting && (only.has(relation) || isBlank(form, flow)),
  );
  if (theirs) takeUp(work, theirs);
  else openAnother(work, flow, relation);
  return true;
}

const isBlank = ({ marks }: Form, { steps }: Flow): boolean =>
  !steps.some((step) => step.kind === "ask" && marks[step.name] !== undefined);

function openAnother(work: Work, flow: Flow, whose?: Relation): void {
  if (personsIn(work).length < limits.persons) openNew(work, flow.name, whose ? { whose } : {});
  else listDrafts(work, "engine.drafts.full");
}

/** Lays everything aside and shows what is half-filled, with what is missing in each; `because` is said before. */
export function listDrafts(work: Work, because?: string): void {
  leave(work);
  const drafts = draftsOf(work);
  if (because) note(work, because, { count: limits.persons });
  if (drafts.length === 0) note(work, "engine.drafts.none");
  else {
    const answers = drafts.map((form, at) => `${at + 1}. ${stateOf(work, form)}`).join("\n");
    note(work, "engine.drafts.list", { answers });
  }
  for (const form of drafts)
    work.offers.push({ id: `draft.${form.id.slice(0, 6)}`, label: labelOf(work, form) });
  // ten rows are what a list of WhatsApp holds
  if (drafts.length < 9) offerAnother(work);
  if (drafts.length < 10) work.offers.push({ id: "cmd.MENU", key: "engine.menu" });
}

/** A button for registering somebody else. */
export function offerAnother(work: Work): void {
  if (flowIndexOf(work.book).forOthers)
    work.offers.push({ id: "cmd.FOR_OTHER", key: "engine.drafts.other" });
}

/** Opens the draft of a tapped button; false where it is no more. */
export function tapDraft(work: Work, id: string): boolean {
  const form = draftsOf(work).find((other) => other.id.slice(0, 6) === id);
  if (form) takeUp(work, form);
  return form !== undefined;
}

/** Yes or no to throwing a draft away; anything else means that the person went on. */
export function answerDropping(work: Work, text: string): boolean {
  const { dropping } = work.session;
  delete work.session.dropping;
  const parsed = answerTypes["yes-no"].parse(text, { today: work.now.today });
  if (!dropping || parsed.kind !== "value") return false;
  if (parsed.value) drop(work, dropping);
  else keep(work);
  return true;
}

/** A draft is not thrown away after all: on with what was under way, else all drafts are shown. */
export function keep(work: Work): void {
  if (!activeForm(work)) listDrafts(work);
}

/** Throws a draft away with all its answers. */
export function drop(work: Work, id: string): void {
  const form = formById(work, id);
  if (!form || form.waiting) return;
  note(work, "engine.drafts.dropped", { title: titleOf(work, form) });
  removeForm(work.session, id);
  if (activeForm(work)) return;
  if (draftsOf(work).length > 0) listDrafts(work);
  else openFlow(work, home);
}

/** One NIK in two drafts is one person twice: it is told, since one of them is somebody else's by mistake. */
export function tellSameIdentity(work: Work, form: Form, step: AskStep): void {
  if (step.type.name !== "nik" || step.item || !flowOf(work, form).others) return;
  const value = form.marks[step.name]?.v;
  const other = personsIn(work).find(
    (one) => one !== form && one.flow === form.flow && one.marks[step.name]?.v === value,
  );
  if (other) note(work, "engine.drafts.same_nik", { title: titleOf(work, other) });
}

/**
 * Whose form is asked now, where that is not plain: several are under way, and the last reply asked in another one. It goes
 * before the question, behind what ended another form.
 */
export function headDraft(work: Work): void {
  const { asked, headed, dropping } = work.session;
  const form = asked && !dropping && formById(work, asked.form);
  if (!form || !flowOf(work, form).others || work.titled.has(form.id)) return;
  const others = personsIn(work).length > 1 || form.whose !== undefined;
  if (!others || (headed === form.id && !work.naming)) return;
  // what the first question says itself
  if (form.whose && isBlank(form, flowOf(work, form)) && personsIn(work).length === 1) return;
  const key = "engine.drafts.heading";
  const text = catalogueOf(work).format(key, { title: titleOf(work, form) });
  work.notes.splice(work.ended, 0, { text, key });
}

/** Remembers that a form ends here: what comes behind is about another one, and after one that was handed in another is offered. */
export function noteEnd(work: Work, form: Form): void {
  work.ended = work.notes.length;
  const { others, steps } = flowOf(work, form);
  const isHandedIn = (step: Step) =>
    step.kind === "do" && step.effect === "registration.submit" && form.marks[step.name];
  if (others && steps.some(isHandedIn)) work.handedIn = true;
}
