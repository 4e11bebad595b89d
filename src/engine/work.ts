import type { Value } from "../answer-types/answer-type.ts";
import type { Book } from "../flow/book.ts";
import { expanded, nameInItem } from "../flow/expanded.ts";
import type { AskStep, Flow, RepeatStep, ReviewStep } from "../flow/flow.ts";
import { programFlows } from "../flow/program-flows.ts";
import { showAnswer } from "../flow/show-answer.ts";
import { instantInIso } from "../lib/dates.ts";
import type { Arguments, Catalogue } from "../locale/catalogue.ts";
import type { Effect, Forwarded, Gap, Leaving, Now, Reply, Walked } from "./event.ts";
import { itemLines } from "./items.ts";
import { limits } from "./limits.ts";
import { type BuiltIns, Scope } from "./scope.ts";
import { copySession, emptySession, type Form, type Session } from "./session.ts";

/** One call of `respond` while it runs: the session's copy, and what will be said and done. */
export type Work = {
  book: Book;
  session: Session;
  now: Now;
  /** Whether this contact never wrote before. */
  stranger: boolean;
  seed: string;
  /** Sentences before the question, with the keys they came from. */
  notes: { text: string; key: string }[];
  /** Messages of their own: files, each with the sentence that goes with it, and texts to be forwarded. */
  files: { text: string; key: string; file?: NonNullable<Reply["file"]> }[];
  /** Choices under a reply that asks nothing. */
  offers: ({ id: string; key: string } | { id: string; label: string })[];
  effects: Effect[];
  forwarded: Forwarded[];
  gaps: Gap[];
  walked: Walked[];
  leaving: Leaving | null;
  /** The question that is being answered, without anything that names a person. */
  question: string | null;
  /** Topics that the last reply answered. */
  told: readonly string[];
  /** The message opened something that is to hear it too. */
  again: boolean;
  /** Forms whose title this reply says already. */
  titled: Set<string>;
  /** Notes up to the last one that ended a form. */
  ended: number;
  /** Whose form it is about is said although the last reply asked in it. */
  naming: boolean;
  /** The state of this draft was told, and what is read now may answer it. */
  resumed: boolean;
  /** Answers of all drafts in words; beyond so many characters the others are only named. */
  summary: (work: Work, longest: number) => string;
  /** A form that others can be filled in for too was handed in. */
  handedIn: boolean;
  /** What the end of a form offers, where nothing is asked behind it. */
  ending: { id: string; label: string }[];
  /** What is wrong with the last input; said right before the question is asked again. */
  complaint: { text: string; key: string } | null;
  /** E.164, as the message's channel tells it. */
  sender: string | undefined;
  /** The message under way, where it tells of something grave and does not only ask to report it. */
  story: string | undefined;
  /** How the person writes: "telegram", "whatsapp", "web", "terminal". */
  channel: string;
  /** An open answer given in this turn, in case its next bubble belongs to it. */
  previous: { form: string; step: string; text: string } | null;
};

/** A call that begins: nothing is said or done yet. `session` is copied; null for a stranger. */
export const newWork = (book: Book, session: Session | null, seed: string, now: Now): Work => ({
  book,
  session: session ? copySession(session) : emptySession(now.at),
  now,
  stranger: session === null,
  seed,
  notes: [],
  files: [],
  offers: [],
  effects: [],
  forwarded: [],
  gaps: [],
  walked: [],
  leaving: null,
  question: null,
  told: [],
  again: false,
  titled: new Set(),
  ended: 0,
  naming: false,
  resumed: false,
  summary: () => "",
  handedIn: false,
  ending: [],
  complaint: null,
  sender: undefined,
  story: undefined,
  channel: "",
  previous: null,
});

export const catalogueOf = (work: Work): Catalogue => work.book.catalogues[work.session.language];

/** Adds a sentence of the engine's own. */
export function note(work: Work, key: string, extra?: Arguments): void {
  work.notes.push({ text: catalogueOf(work).format(key, extra), key });
}

export const formById = (work: Work, id: string): Form | undefined =>
  work.session.forms.find((form) => form.id === id);

/** The form that is asked now, if any. */
export function activeForm(work: Work): Form | undefined {
  const id = work.session.stack.at(-1);
  return id === undefined ? undefined : formById(work, id);
}

export function flowOf(work: Pick<Work, "book">, form: Form): Flow {
  const flow = work.book.flows.get(form.flow);
  if (!flow) throw new Error(`no flow ${form.flow}`);
  return expanded(flow, (repeat) => countOf(form, repeat));
}

/** How many items of a repeat are filled in, the one under way included. */
function countOf({ marks }: Form, { name, max }: RepeatStep): number {
  let count = 1;
  while (count < max && marks[nameInItem(name, count, "more")]?.v === "more") count++;
  return count;
}

/** Characters of a copy of all drafts in a message, and in a file. */
const inChat = 2400;
const inFile = 100_000;

/** What a form knows right now; to be made again after a change. */
export const scopeOf = (work: Work, form: Form): Scope =>
  new Scope(work.book, catalogueOf(work), form, flowOf(work, form), new FormBuiltIns(work, form));

/** What the engine itself knows at a form, looked up when it is asked for: scopes are made often, and ask for little of it. */
class FormBuiltIns implements BuiltIns {
  private readonly work: Work;
  private readonly form: Form;

  constructor(work: Work, form: Form) {
    this.work = work;
    this.form = form;
  }

  get(name: string): Value | undefined {
    const { work, form } = this;
    const { book, session, now } = work;
    switch (name) {
      case "today":
        return now.today;
      case "now":
        return instantInIso(now.at);
      case "language":
        return session.language;
      case "channel":
        return work.channel;
      case "drafts_here":
        return session.forms.filter((one) => canLeave(book, one)).length;
      // one's own number is not somebody else's
      case "sender_phone":
        return form.whose ? undefined : work.sender || undefined;
      case "for_other":
        return form.whose !== undefined;
      case "whose":
        return form.whose ?? "self";
      case "interrupted_flow":
        return form.over?.flow ?? "";
      case "interrupted_step":
        return form.over?.step ?? "";
      case "tells_of":
        return form.tells ?? "";
      case "story":
        return form.story ?? "";
      case "with_officer":
        return session.handover !== undefined;
      case "form_beneath":
        return session.stack.some((id) => id !== form.id && isDraft(book, session, id));
      // made of other forms' scopes
      case "draft_summary":
        if (form.flow === programFlows.SHOW_DATA) return work.summary(work, inChat);
        if (form.flow === programFlows.COPY_DATA) return work.summary(work, inFile);
    }
    return undefined;
  }
}

/**
 * Whether a form may go to another conversation of its person. One whose effect is under way stays: its result comes here. One that
 * asks for files stays too: what was sent in a conversation is kept with it.
 */
export const canLeave = (book: Book, form: Form): boolean => {
  const flow = book.flows.get(form.flow);
  if (!flow?.draft || form.waiting) return false;
  return !flow.steps.some((step) => step.kind === "ask" && step.type.name === "file");
};

const isDraft = (book: Book, session: Session, id: string): boolean => {
  const flow = session.forms.find((form) => form.id === id)?.flow;
  return flow !== undefined && book.flows.get(flow)?.draft === true;
};

/** A question that stands open. */
export type Pending = { form: Form; step: AskStep | ReviewStep };

/** The step that stands open in the active form. */
export function pendingStep(work: Work): Pending | null {
  const { asked } = work.session;
  if (!asked) return null;
  const form = formById(work, asked.form);
  const step = form && flowOf(work, form).byName.get(asked.step);
  return form && step && (step.kind === "ask" || step.kind === "review") ? { form, step } : null;
}

/** "Nama: Sri Contohsari"; of a repeat a line for each item below its label. */
export function reviewLine(work: Work, scope: Scope, step: AskStep | RepeatStep): string {
  const label = scope.text(`${step.texts}.label`, {}, step);
  if (step.kind === "repeat")
    return [`${label}:`, ...itemLines(scope, step).map((line) => `   • ${line}`)].join("\n");
  const value = scope.form.marks[step.name]?.v ?? "";
  return `${label}: ${showAnswer(work.book, catalogueOf(work), step, value)}`;
}

/** Questions that would still be asked, as far as the answers so far tell. */
export function questionsLeft(scope: Scope): number {
  return scope.flow.steps.filter(
    (step) => step.kind === "ask" && !scope.form.marks[step.name] && scope.applies(step),
  ).length;
}

/** Forgets drafts that nobody touched for 30 days, and those of flows that are no more; tells the person, if they are there. */
export function dropExpired(work: Work, present: boolean): void {
  const { session, now } = work;
  const oldest = now.at - limits.draftDays * 86_400_000;
  const expired = session.forms.filter(
    (form) => (form.touchedAt < oldest && !form.waiting) || !work.book.flows.has(form.flow),
  );
  if (expired.length === 0) return;
  for (const form of expired) removeForm(session, form.id);
  if (present && expired.some((form) => work.book.flows.get(form.flow)?.draft))
    note(work, "engine.expired");
}

/** Takes a form out of the session, wherever it is named. */
export function removeForm(session: Session, id: string): void {
  session.forms = session.forms.filter((form) => form.id !== id);
  session.stack = session.stack.filter((other) => other !== id);
  if (session.asked?.form === id) session.asked = null;
  if (session.last?.form === id) session.last = null;
}
