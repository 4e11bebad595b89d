import type { Book } from "../flow/book.ts";
import { advance } from "./advance.ts";
import { summaryOfDrafts } from "./draft-names.ts";
import { headDraft, offerAnother } from "./drafts.ts";
import type { Choice, Event, Message, Now, Reply, Response } from "./event.ts";
import { takeFiles } from "./files.ts";
import { hearForOfficer, tellOfOfficer } from "./handover.ts";
import { hearCaption } from "./meanwhile.ts";
import { fitToFlows } from "./moved.ts";
import { takeIn, tellArrived } from "./moving.ts";
import { keepOffered } from "./offered.ts";
import type { Question } from "./own-question.ts";
import { renderQuestion } from "./question.ts";
import { noteRead } from "./read-first.ts";
import { takeResult } from "./results.ts";
import { answerAt, answerFileAt } from "./secure-form.ts";
import type { Session } from "./session.ts";
import { understand } from "./understand.ts";
import { catalogueOf, dropExpired, newWork, type Work } from "./work.ts";

/**
 * One turn of a conversation: pure and synchronous. The same book, session, event and now give the same response.
 * Messages are applied in order; only the last question is asked. When an effect must be performed first, the
 * messages behind it are not consumed and belong into the event that brings its result.
 */
export function respond(book: Book, session: Session | null, event: Event, now: Now): Response {
  const work: Work = { ...newWork(book, session, event.seed, now), summary: summaryOfDrafts };
  work.channel = event.channel ?? "";
  const arrived = event.drafts ? takeIn(work, event.drafts) : [];
  fitToFlows(book, work.session);
  dropExpired(work, event.messages.length > 0);
  if (event.result) {
    const awaited = takeResult(work, event.result);
    if (!awaited && event.messages.length === 0) return unheard(work);
    advance(work);
  }
  if (event.officer) tellOfOfficer(work, event.officer);
  if (arrived.length > 0) {
    tellArrived(work, arrived);
    advance(work);
  }
  let consumed = 0;
  while (consumed < event.messages.length && work.effects.length === 0) {
    consumed += hear(work, event.messages, consumed);
    if (work.again && work.effects.length > 0) consumed--;
    work.again = false;
  }
  work.session.seenAt = now.at;
  const { effects, forwarded, gaps, walked, leaving } = work;
  const replies = composed(work);
  return { session: work.session, replies, effects, forwarded, gaps, walked, leaving, consumed };
}

/** Nobody waits for it: nothing is said. */
const unheard = ({ session, walked }: Work): Response => ({
  session,
  walked,
  replies: [],
  effects: [],
  forwarded: [],
  gaps: [],
  leaving: null,
  consumed: 0,
});

/**
 * Hears the message at this place, and with a file those that follow it and are files too. Gives how many. What stands below a
 * reply belongs to the last message that brought something to tap.
 */
function hear(work: Work, messages: readonly Message[], index: number): number {
  const message = messages[index] ?? {};
  const { offers } = work;
  work.offers = [];
  work.sender = message.phone;
  work.story = undefined;
  work.complaint = null;
  work.question = null;
  work.resumed = false;
  const { resuming } = work.session;
  work.told = [];
  const used = hearOne(work, messages, index);
  if (work.session.resuming === resuming) delete work.session.resuming;
  advance(work);
  if (work.offers.length === 0 && !work.session.asked) work.offers = offers;
  return used;
}

function hearOne(work: Work, messages: readonly Message[], index: number): number {
  const message = messages[index] ?? {};
  if (message.place && message.media) answerFileAt(work, message.place, message);
  else if (message.place) answerAt(work, message.place, message.text ?? "");
  else if (!hearForOfficer(work, message, index)) {
    const files = hearFiles(work, messages.slice(index));
    if (files > 0) return files;
    understand(work, message);
  }
  return 1;
}

/** Files for a question that asks for one, and what was written beneath them; gives how many messages that were. */
function hearFiles(work: Work, messages: readonly Message[]): number {
  const used = takeFiles(work, messages);
  for (const { text } of messages.slice(0, used)) if (text) hearCaption(work, text);
  return used;
}

/** All that is said in one reply: sentences first, then what was wrong, then the question with its choices. */
function composed(work: Work): Reply[] {
  if (work.effects.length === 0) headDraft(work);
  const question = work.effects.length > 0 ? null : renderQuestion(work);
  rememberAsked(work, question);
  const texts = [
    ...work.notes.filter(isLastOfItsKind),
    ...(work.complaint ? [work.complaint] : []),
    ...(question?.texts ?? []),
  ];
  const files = work.files.map(
    ({ text, key, file }): Reply => ({
      text,
      choices: [],
      numbered: false,
      keys: [key],
      ...(file ? { file } : { alone: true }),
    }),
  );
  const last = files.at(-1);
  if (texts.length === 0 && !last) return [];
  const choices = choicesBelow(work, question);
  const numbered = question?.numbered ?? !work.session.handover;
  keepOffered(work, choices, question !== null);
  if (texts.length === 0 && last) return [...files.slice(0, -1), { ...last, choices, numbered }];
  return [
    ...files,
    {
      text: texts.map(({ text }) => text.trim()).join("\n\n"),
      choices,
      numbered,
      keys: texts.map(({ key }) => key),
      ...(question?.wants ? { wants: question.wants } : {}),
      ...(question?.secure ? { secure: question.secure } : {}),
    },
  ];
}

/** What the reply asks, and whose form it is about. */
function rememberAsked(work: Work, question: Question | null): void {
  const { session, now, effects } = work;
  const { asked, resuming } = session;
  const isAsked = question !== null && asked !== null;
  const isShown = isAsked && !resuming;
  session.shown = isShown ? { form: asked.form, step: asked.step, at: now.at } : null;
  if (isAsked) session.headed = asked.form;
  else if (effects.length === 0) delete session.headed;
  if (question && !resuming) noteRead(work, question.texts);
}

/** Several messages of one turn may bring the same sentence. */
const isLastOfItsKind = ({ text }: { text: string }, index: number, notes: Work["notes"]) =>
  notes.findLastIndex((other) => other.text === text) === index;

/** Below the last text of a form that was handed in: the menu, answers that it leads to, the same form for somebody else. */
function offerAfterEnd(work: Work): void {
  if (!work.handedIn && work.ending.length === 0) return;
  work.offers.unshift({ id: "cmd.MENU", key: "engine.menu" }, ...work.ending);
  if (work.handedIn) offerAnother(work);
}

/** The question's choices and what else is offered, each once; the menu where there is nothing else. */
function choicesBelow(work: Work, question: Question | null): Choice[] {
  const catalogue = catalogueOf(work);
  const handover = { id: "cmd.RETURN", key: "engine.handover.return" };
  if (!question && work.effects.length === 0) offerAfterEnd(work);
  const offers = work.session.handover ? [...work.offers, handover] : work.offers;
  const choices = [
    ...(question?.choices ?? []),
    ...offers.map((offer) => ({
      id: offer.id,
      label: "label" in offer ? offer.label : catalogue.format(offer.key),
    })),
  ];
  // What is slow comes in a turn of its own: meanwhile there is a way on too.
  const isLast = work.effects.every(({ slow }) => slow);
  if (!question && isLast && choices.length === 0)
    return [{ id: "cmd.MENU", label: catalogue.format("engine.menu") }];
  return choices.filter(({ id }, index) => choices.findIndex((one) => one.id === id) === index);
}
