import type { Value } from "../../src/answer-types/answer-type.ts";
import { limits } from "../../src/engine/limits.ts";
import type { Form } from "../../src/engine/session.ts";
import type { Book } from "../../src/flow/book.ts";
import type { Flow } from "../../src/flow/flow.ts";
import type { Doing } from "./random-person.ts";
import type { Call } from "./walk.ts";

/** Moves that mean no answer but that to the question that stands open. */
const quiet: ReadonlySet<Doing> = new Set<Doing>([
  "asks",
  "commands",
  "drafts",
  "opens",
  "babbles",
  "sends",
  "officer",
  "result",
  "rests",
  "waits",
]);

/**
 * What became of answers in one call that should not have: an answer stays in its form until it is replaced, its form has
 * ended, expired, been erased or begun anew, its flow asks it anew, or it was only proposed and declined.
 */
export function lostAnswers(book: Book, call: Call): string[] {
  const { before, response } = call;
  return (before?.forms ?? []).flatMap((form) => {
    const flow = book.flows.get(form.flow);
    if (!flow) return [];
    const after = response.session.forms.find(({ id }) => id === form.id);
    const answers = answersOf(form, flow);
    if (!after && form.waiting && !isOver(form, call)) return [`${form.flow} awaited a result`];
    if (!flow.draft) return [];
    if (after)
      return answers.flatMap((answer) => becameOf(answer, { book, form, after, flow, call }));
    // before the first answer of its own, a form holds at most what another one had it propose
    if (!answers.some(({ stands }) => stands) || mayGo(form, flow, call)) return [];
    return [`a form of ${form.flow} with ${answers.length} answers is gone`];
  });
}

type Answer = { name: string; value: Value; stands: boolean };

function answersOf({ marks, earlier }: Form, flow: Flow): Answer[] {
  const isAnswer = ({ name, value }: Answer) =>
    value !== "" && flow.byName.get(name)?.kind === "ask";
  return [
    ...Object.entries(marks).map(([name, { v }]) => ({ name, value: v, stands: true })),
    ...Object.entries(earlier).map(([name, value]) => ({ name, value, stands: false })),
  ].filter(isAnswer);
}

/** Whether the result that a form awaited has come, or all was erased. */
const isOver = ({ id }: Form, { before, event }: Call): boolean =>
  event.result?.key.startsWith(`${id}.`) === true ||
  (event.result !== undefined && erases(event.result.key, before?.forms ?? []));

/** Whether a form with answers may have left the session. */
function mayGo(form: Form, flow: Flow, { before, event, now, response }: Call): boolean {
  const { session } = response;
  const ended = session.closed.some(({ flow: name, at }) => name === form.flow && at === now.at);
  const expired = form.touchedAt < now.at - limits.draftDays * 86_400_000 && !form.waiting;
  const erased = event.result !== undefined && erases(event.result.key, before?.forms ?? []);
  const anew = before?.restarting === true && session.forms.some((one) => one.flow === form.flow);
  const dropped = before?.dropping === form.id;
  // to start anew may be asked and confirmed in one burst
  const burst = event.messages.length > 1 && session.forms.some((one) => one.flow === flow.name);
  return ended || expired || erased || anew || dropped || burst;
}

const erases = (key: string, forms: readonly Form[]): boolean =>
  /\.(?:hapus|tarik)\./.test(key) && forms.some(({ id }) => key.startsWith(`${id}.`));

type Case = { book: Book; form: Form; after: Form; flow: Flow; call: Call };

function becameOf({ name, value, stands }: Answer, place: Case): string[] {
  const { form, after, flow, call } = place;
  const { before, does } = call;
  const isAsked = before?.asked?.form === form.id && before.asked.step === name;
  const mark = after.marks[name];
  if (mark) return !stands || mark.v === value ? [] : changed(name, isAsked, place);
  if (after.earlier[name] !== undefined || after.given?.[name] !== undefined) return [];
  // what was only proposed is dropped by "no"; in one burst it may first have become a proposal
  const isProposed = !stands || (call.event.messages.length > 1 && isAskedUpon(flow, name));
  const isDropped = isProposed && (isAsked || !quiet.has(does));
  return isDropped || asksAnew(flow, name) ? [] : [`the answer ${name} is lost`];
}

/** Whether an answer becomes a proposal when something changes that it was given upon. */
function isAskedUpon(flow: Flow, name: string): boolean {
  const step = flow.byName.get(name);
  return step?.kind === "ask" && step.basis.length > 0;
}

/** A standing answer is replaced only where that was meant, and the person hears of it. */
function changed(name: string, isAsked: boolean, { book, flow, call }: Case): string[] {
  if (quiet.has(call.does) && !isAsked) return [`${name} was changed by a turn that ${call.does}`];
  const { replies, effects } = call.response;
  const told = replies.some(({ keys }) => keys.includes("engine.changed")) || effects.length > 0;
  const isNamed = book.catalogues.id.has(`${flow.name}.${name}.label`);
  // forgotten by its flow and answered anew in one burst
  const isAnew = asksAnew(flow, name) && call.event.messages.length > 1;
  return told || isAnew || !isNamed ? [] : [`${name} was changed and nobody told so`];
}

/** Whether a flow itself forgets an answer: it asks it anew, or stays open at it. */
const asksAnew = (flow: Flow, name: string): boolean =>
  flow.steps.some(
    (step) =>
      (step.kind === "reopen" || (step.kind === "end" && step.keep)) &&
      ((step.kind === "reopen" && step.step === name) || step.when?.reads.includes(name) === true),
  );
