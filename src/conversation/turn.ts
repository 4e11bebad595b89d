import type { Effect, EffectOutcome, Gap, Now, Reply, Response, Walked } from "../engine/event.ts";
import { joinReplies } from "../engine/join-replies.ts";
import { respond } from "../engine/respond.ts";
import type { Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import { splitText } from "../lib/split-text.ts";
import { bringing } from "./bring-drafts.ts";
import { nextEvent } from "./event-from.ts";
import { enterAct, partIdOf, passOn } from "./for-officers.ts";

import type { Performers } from "./perform/performers.ts";
import type { Cases } from "./ports/cases.ts";
import type { Job, LineItem, Outcome, Turn } from "./ports/line.ts";

/** Rounds of effects upon one message; more is a loop in a flow. */
const effectRounds = 8;

/** Characters of one message; every channel takes as many. */
const partLength = 3500;

/** What a turn did, for the channel that shows it and for the command line. */
export type TurnReport = {
  /** Ids of the messages it took off the line. */
  items: readonly string[];
  parts: readonly { id: string; reply: Reply }[];
  effects: readonly string[];
  /** Effects that were not done now and are repeated as jobs. */
  failed: readonly string[];
  /** How many jobs it left behind. */
  jobs: number;
  flow: string | null;
  step: string | null;
  /** Steps that forms came to. */
  walked: readonly Walked[];
};

/** What a turn comes to: to be committed, shown, and (after the commit) noted for the FAQ's authors. */
export type Taken = { outcome: Outcome; report: TurnReport; gaps: readonly Gap[] };

type TurnParts = { book: () => Book; performers: Performers; cases: Cases; now: () => Now };

/** What a turn has come to so far. */
type Course = {
  session: Session | null;
  /** Parts that go out as they are, before the bot's own reply. */
  aside: { id: string; reply: Reply }[];
  replies: Reply[];
  effects: Effect[];
  failed: Effect[];
  jobs: Job[];
  gaps: Gap[];
  walked: Walked[];
};

/** Respond, perform, respond ... until the line's items are used up: the outcome to commit, nothing stored yet. */
export async function takeTurn(parts: TurnParts, turn: Turn): Promise<Taken> {
  const book = parts.book();
  const now = parts.now();
  const session = turn.session as Session | null;
  const course: Course = {
    session,
    aside: [],
    replies: [],
    effects: [],
    failed: [],
    jobs: [],
    gaps: [],
    walked: [],
  };
  let queue: readonly LineItem[] = turn.items.filter(({ body }) => body.kind !== "tick");
  let result: { key: string; outcome: EffectOutcome } | undefined;
  const rounds = { left: effectRounds };
  do {
    const [head, ...rest] = queue;
    if (!result && head && (await takeAside(parts, course, { turn, book, now }, head))) {
      queue = rest;
      continue;
    }
    const heard = nextEvent(turn, queue, result);
    const { event } = heard;
    queue = heard.queue;
    const before = course.session;
    const response = respond(book, before, event, now);
    course.session = response.session;
    await toOfficer(parts, course, { turn, now }, { before, queue, response });
    queue = queue.slice(response.consumed);
    course.replies.push(...response.replies);
    course.gaps.push(...response.gaps);
    course.walked.push(...response.walked);
    if (response.leaving) course.jobs.push(bringing(response.leaving));
    result = undefined;
    const effect = quickOf(course, response);
    if (!effect) continue;
    countRound(rounds, response);
    course.effects.push(effect);
    const outcome = await parts.performers.perform(
      turn.lease.contact,
      effect,
      response.session,
      book,
      now,
    );
    if (outcome.state === "failed") course.failed.push(effect);
    result = { key: effect.key, outcome };
  } while (queue.length > 0 || result);
  return ended(turn, course);
}

/** Throws where one message has brought too many effects. */
function countRound(rounds: { left: number }, { consumed }: Response): void {
  rounds.left = consumed > 0 ? effectRounds - 1 : rounds.left - 1;
  if (rounds.left < 0) throw new Error("effects run in circles");
}

function ended(
  turn: Turn,
  { session, aside, replies, effects, failed, jobs, gaps, walked }: Course,
): Taken {
  const said = joinReplies(replies)
    .flatMap(inPieces)
    .map((reply, index) => ({ id: `${turn.seed}.${index}`, reply }));
  const sent = [...aside, ...said];
  const items = turn.items.map(({ id }) => id);
  const again = failed.map(jobOf);
  return {
    outcome: {
      session: isOver(turn, session, effects) ? null : session,
      taken: items,
      parts: sent.map(({ id, reply }) => ({ id, body: reply })),
      jobs: [...again, ...jobs],
    },
    report: {
      items,
      parts: sent,
      effects: effects
        .filter((effect) => !failed.includes(effect) && !effect.slow)
        .map(({ kind }) => kind),
      failed: failed.map(({ kind }) => kind),
      jobs: again.length + jobs.length,
      ...placeOf(session),
      walked,
    },
    gaps,
  };
}

/** Nothing is left of a conversation: all was erased, or nobody has written for so long that its drafts are gone. */
function isOver({ items }: Turn, session: Session | null, effects: readonly Effect[]): boolean {
  if (session === null || session.forms.length > 0 || session.handover) return false;
  const isErased = effects.some(({ kind }) => kind === "data.erase");
  return isErased || items.every(({ body }) => body.kind === "tick");
}

/** The effect to be performed now; a slow one is left to a job. */
function quickOf({ jobs }: Course, { effects: [effect] }: Response): Effect | undefined {
  if (effect?.slow) jobs.push(jobOf(effect));
  return effect?.slow ? undefined : effect;
}

const jobOf = ({ key, kind, payload }: Effect): Job => ({ key, kind, payload });

type Moment = { turn: Turn; book: Book; now: Now };

/** Takes an officer's act, or a part that goes out again; false for anything else. */
async function takeAside(
  parts: TurnParts,
  course: Course,
  { turn, book, now }: Moment,
  { id, body }: LineItem,
): Promise<boolean> {
  if (body.kind === "returned") {
    course.aside.push({ id: `${body.part.id}~`, reply: body.part.body as Reply });
    return true;
  }
  if (body.kind !== "officer") return false;
  if (!(await enterAct(parts.cases, id, body, isoOf(now)))) return true;
  const { act, case: number, text, about } = body;
  const officer = {
    ...{ number, act },
    ...(text === undefined ? {} : { text }),
    ...(about === undefined ? {} : { about }),
  };
  const event = { seed: turn.seed, messages: [], officer };
  const response = respond(book, course.session, event, now);
  course.session = response.session;
  const [reply] = response.replies;
  if (!reply) return true;
  if (act === "close") course.replies.push(reply);
  else {
    const passing = act === "late" ? ({ passing: true } as const) : {};
    course.aside.push({ id: partIdOf(number, id), reply: { ...reply, ...passing } });
  }
  return true;
}

/** Passes on what is for an officer, and tells them when the person went back to the bot. */
async function toOfficer(
  { cases }: TurnParts,
  course: Course,
  { turn, now }: Pick<Moment, "turn" | "now">,
  {
    before,
    queue,
    response,
  }: { before: Session | null; queue: readonly LineItem[]; response: Response },
): Promise<void> {
  const { contact } = turn.lease;
  const number = before?.handover?.number ?? response.session.handover?.number;
  if (number === undefined) return;
  course.jobs.push(...(await passOn(cases, contact, number, queue, response.forwarded)));
  const hasLeft = before?.handover !== undefined && response.session.handover === undefined;
  if (!hasLeft) return;
  const key = `${turn.seed}.left`;
  // Only a remark for the officer: without it nothing is lost.
  await cases.note(key, contact, number, "left", isoOf(now)).catch(() => undefined);
}

const isoOf = ({ at }: Now): string => new Date(at).toISOString();

/** A reply too long for one message as several, each a part of its own; what can be tapped comes with the last. */
function inPieces(reply: Reply): Reply[] {
  const pieces = splitText(reply.text, partLength);
  return pieces.map((text, index) =>
    index === pieces.length - 1
      ? { ...reply, text }
      : { text, choices: [], numbered: false, keys: reply.keys },
  );
}

/** Where a person stands: the flow under way and the step that is asked. */
export function placeOf(session: Session | null): { flow: string | null; step: string | null } {
  const id = session?.stack.at(-1);
  const form = session?.forms.find((other) => other.id === id);
  return { flow: form?.flow ?? null, step: form ? (session?.asked?.step ?? null) : null };
}
