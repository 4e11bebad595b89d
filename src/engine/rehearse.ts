import type { Book } from "../flow/book.ts";
import { itemName } from "../flow/expanded.ts";
import type { AskStep, Flow, Step } from "../flow/flow.ts";
import { advance } from "./advance.ts";
import type { Now } from "./event.ts";
import { limits } from "./limits.ts";
import { fitToFlows } from "./moved.ts";
import type { Scope } from "./scope.ts";
import type { Form, Session } from "./session.ts";
import { formById, newWork, scopeOf } from "./work.ts";

/**
 * What becomes of a half-filled form when its flow changes. `goes_on`: its answers stand, and the same question or a later one is
 * asked; `first` names a question that is put before it. `asked_again`: the answer to `step` stood and is asked for. `ended`: the
 * form is closed by `step`. `lost`: no question of the changed flow takes over the answers to `steps`, and none names them (`was`).
 */
export type Rehearsed = { flow: string } & (
  | { outcome: "goes_on"; first: string | null }
  | { outcome: "asked_again"; step: string }
  | { outcome: "ended"; step: string }
  | { outcome: "lost"; steps: string[] }
);

/** What becomes of each open form of a session when one book takes the place of another. Pure, and `session` stays as it is. */
export function rehearse(before: Book, after: Book, session: Session, now: Now): Rehearsed[] {
  const oldest = now.at - limits.draftDays * 86_400_000;
  return session.forms.flatMap((form) => {
    if (form.touchedAt < oldest && !form.waiting) return []; // forgotten at the next message
    const stands = settled(before, session, form.id, now);
    return stands.kind === "open"
      ? [{ flow: form.flow, ...judged(stands, after, session, now) }]
      : [];
  });
}

type Open = { kind: "open"; form: Form; scope: Scope; pending: string | null };
type Settled = Open | { kind: "closed"; by: string };

/** A form as a book would go on with it, if its person came back now. */
function settled(book: Book, session: Session, id: string, now: Now): Settled {
  const { handover: _, ...talk } = session; // a talk with an officer is over some day
  const work = newWork(book, { ...talk, stack: [id] }, "rehearsed", now);
  fitToFlows(book, work.session);
  const form = formById(work, id);
  if (!form || !book.flows.has(form.flow)) return { kind: "closed", by: "" };
  if (work.session.asked?.form !== id) work.session.asked = null;
  advance(work);
  if (!formById(work, id)) {
    const last = work.walked.findLast(({ flow }) => flow === form.flow);
    return { kind: "closed", by: last?.step ?? "" };
  }
  const { asked } = work.session;
  return {
    kind: "open",
    form,
    scope: scopeOf(work, form),
    pending: asked?.form === id ? asked.step : null,
  };
}

type Judged = Rehearsed extends infer One
  ? One extends unknown
    ? Omit<One, "flow">
    : never
  : never;

function judged(was: Open, after: Book, session: Session, now: Now): Judged {
  const changed = after.flows.get(was.form.flow);
  const lost = answersOf(was.form, was.scope.flow).filter(
    (name) => !changed || takersOf(changed, name).length === 0,
  );
  if (lost.length > 0) return { outcome: "lost", steps: lost };
  const is = settled(after, session, was.form.id, now);
  if (is.kind === "closed") return { outcome: "ended", step: is.by };
  const again = was.scope.flow.steps.find(
    (step) => isAnswered(was.scope, step) && takersIn(is.scope, step.name).some(isOpenIn(is.scope)),
  );
  if (again)
    return { outcome: "asked_again", step: takersIn(is.scope, again.name)[0]?.name ?? again.name };
  return { outcome: "goes_on", first: putFirst(was, is) };
}

/** Names of the questions that a form has answers to, be they kept aside; an effect's result that is awaited counts too. */
function answersOf({ marks, earlier, waiting }: Form, flow: Flow): string[] {
  const answered = flow.steps.filter(
    ({ kind, name }) =>
      kind === "ask" &&
      [marks[name]?.v, earlier[name]].some((one) => one !== undefined && one !== ""),
  );
  return [...answered.map(({ name }) => name), ...(waiting === undefined ? [] : [waiting])];
}

/** Whatever of a written flow takes over the answer, or the awaited result, of this name. */
function takersOf(flow: Flow, name: string): Step[] {
  const item = itemName(name);
  const repeat = item && flow.byName.get(item.repeat);
  if (repeat?.kind === "repeat")
    return item?.name === "more"
      ? [repeat]
      : repeat.steps.filter((step) => step.name === item?.name);
  return item ? [] : flow.steps.filter((step) => takes(step, name, flow));
}

const takes = (step: Step, name: string, { byName }: Flow): boolean =>
  step.kind === "ask"
    ? step.name === name || (step.was.includes(name) && !byName.has(name))
    : step.kind === "do" && step.name === name;

/** The same among the questions that a form walks, where a repeat stands as its items. */
const takersIn = ({ flow }: Scope, name: string): AskStep[] =>
  flow.steps.filter((step): step is AskStep => step.kind === "ask" && takes(step, name, flow));

const isAnswered = (scope: Scope, step: Step): boolean =>
  step.kind === "ask" && scope.applies(step) && scope.isFresh(step);

const isOpenIn =
  (scope: Scope) =>
  (step: AskStep): boolean =>
    scope.applies(step) && !scope.isFresh(step);

/** A question that was not to be asked, or not yet: it is new, or applies now. */
function putFirst(was: Open, is: Open): string | null {
  const [asked, before] = [is.pending, was.pending];
  if (asked === null || before === null || asked === before) return null;
  const { steps } = was.scope.flow;
  const place = steps.findIndex(
    ({ name }) => name === asked || takersIn(is.scope, name).some((step) => step.name === asked),
  );
  return place >= (was.scope.flow.byName.get(before)?.index ?? -1) ? null : asked;
}
