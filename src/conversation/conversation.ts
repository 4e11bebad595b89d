import type { Gap, Now } from "../engine/event.ts";
import { limits } from "../engine/limits.ts";
import type { Book } from "../flow/book.ts";
import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import { bringDrafts } from "./bring-drafts.ts";
import { giveUp } from "./give-up.ts";
import { guarded } from "./guarded.ts";
import { withRenewal } from "./keep-lease.ts";
import type { Pauses } from "./pause.ts";
import type { Performers } from "./perform/performers.ts";
import type { Cases } from "./ports/cases.ts";
import type { Contact } from "./ports/contact.ts";
import type { Gaps } from "./ports/gaps.ts";
import type { Jobs } from "./ports/jobs.ts";
import type { Arrival, Inbound, Lease, Line, OfficerAct, Returned, Turn } from "./ports/line.ts";
import type { HeldPart } from "./ports/part.ts";
import { putOff, tryJob } from "./try-job.ts";
import { type Taken, type TurnReport, takeTurn } from "./turn.ts";

/** Times that a message may be handed out; at the next the engine is not asked any more. */
const handoutsBeforeDead = 3;

/** How long a draft lives without a touch, in ms. */
const draftLife = limits.draftDays * 86_400_000;

/** Turns that one call works through at most; what remains is taken up by the sweeper. */
const turnsInLine = 50;

/** What became of a message: `turns` in the order they were committed, ours and others of the same contact. */
export type Received = { state: "answered" | "waiting" | "seen"; turns: readonly TurnReport[] };

/** A message in line. `work` settles when the turn that this call got, if any, is over; it fails where the store does. */
export type Entered = {
  state: "turn" | "waiting" | "seen";
  work: Promise<readonly TurnReport[]>;
};

/** Told of what is to be sent: the delivery, and channels that are fetched from. */
export type Outgoings = {
  /** Whether a part for this contact could go out at once. */
  ready(contact: Contact): boolean;
  /** Parts were committed; `held` is the first one, handed out for sending. */
  committed(contact: Contact, held: HeldPart | null): void;
};

/** What is put in line from outside. */
export type Entering = Inbound | OfficerAct | Returned;

export type Conversation = {
  /** Puts a message in line, durably; the turn goes on by itself. */
  enter(contact: Contact, id: string, body: Entering): Promise<Entered>;
  /** Puts a message in line and, if the contact is free, works until the line is empty. */
  receive(contact: Contact, id: string, body: Entering): Promise<Received>;
  /** Takes up a contact's line if nobody holds it: after a crash, or to wait for somebody else's turn. */
  resume(contact: Contact): Promise<readonly TurnReport[]>;
  /** Takes up every line whose holder is gone. Returns how many contacts. */
  sweep(): Promise<number>;
  /** Has drafts forgotten that nobody touched for 30 days; says nothing to anybody. Returns how many contacts. */
  forgetIdle(): Promise<number>;
  /** Performs one waiting job; gives the turns that its result led to, null when there is no job. */
  runJob(): Promise<readonly TurnReport[] | null>;
};

export type ConversationParts = {
  book: () => Book;
  line: Line;
  jobs: Jobs;
  performers: Performers;
  cases: Cases;
  gaps: Pick<Gaps, "keep">;
  outgoings: Outgoings;
  pauses: Pauses;
  /** Channels where identity numbers come by secure forms only. */
  identityElsewhere: readonly string[];
  /** The time people live in; may be pretended. */
  now: () => Now;
  /** Epoch ms by which leases are reckoned; never pretended. */
  clock: () => number;
  log: Log;
};

/** Conducts conversations: every message through the inbox line, the engine, quick effects, and one commit. */
export function makeConversation(parts: ConversationParts): Conversation {
  const { line, jobs, pauses, clock } = parts;

  const workThrough = async (first: Turn): Promise<TurnReport[]> => {
    const reports: TurnReport[] = [];
    let turn: Turn | null = first;
    for (let count = 0; turn && count < turnsInLine; count++) {
      const current: Turn = turn;
      const work = await withRenewal(line, current.lease, clock, (lease) =>
        oneTurn(parts, current, lease),
      );
      if (work.state === "lost") break;
      if (work.state === "failed") {
        turn = await line.take(current.lease.contact, clock());
        continue;
      }
      reports.push(work.report);
      turn = work.next;
    }
    return reports;
  };

  /** What came in meanwhile belongs to the same turn. A lease lost meanwhile is somebody else's. */
  const afterPause = async (turn: Turn, body: Entering): Promise<TurnReport[]> => {
    if (!(await pauses.wait(turn.lease.contact, body))) return workThrough(turn);
    const widened = await line.widen(turn.lease, clock());
    return widened ? workThrough(widened) : [];
  };

  const enter = async (contact: Contact, id: string, body: Entering): Promise<Entered> => {
    const { today } = parts.now();
    const elsewhere = parts.identityElsewhere.includes(contact.channel);
    const item = { id, body: body.kind === "message" ? guarded(body, today, elsewhere) : body };
    const entry = await line.enter(contact, item, clock());
    if (entry.state === "waiting") pauses.heard(contact);
    const work = entry.state === "turn" ? afterPause(entry.turn, body) : Promise.resolve([]);
    return { state: entry.state, work };
  };

  return {
    enter,
    async receive(contact, id, body) {
      const { state, work } = await enter(contact, id, body);
      return { state: state === "turn" ? "answered" : state, turns: await work };
    },
    async resume(contact) {
      const turn = await line.take(contact, clock());
      return turn ? workThrough(turn) : [];
    },
    async sweep() {
      const due = await line.due(clock(), 100);
      for (const { contact } of due) {
        const turn = await line.take(contact, clock());
        if (turn) await workThrough(turn);
      }
      return due.length;
    },
    async forgetIdle() {
      const idle = await line.idle(clock() - draftLife, 100);
      for (const { contact } of idle) {
        const id = `idle-${parts.now().today}`;
        const entry = await line.enter(contact, { id, body: { kind: "tick" } }, clock());
        if (entry.state === "turn") await workThrough(entry.turn);
      }
      return idle.length;
    },
    async runJob() {
      const held = await jobs.take(clock());
      if (!held) return null;
      const elsewhere: TurnReport[] = [];
      const arrive = async (contact: Contact, id: string, body: Arrival): Promise<void> => {
        const entry = await line.enter(contact, { id, body }, clock());
        if (entry.state === "turn") elsewhere.push(...(await workThrough(entry.turn)));
      };
      const outcome = await (bringDrafts(parts.performers, arrive, held.job) ??
        tryJob(parts, held));
      if (outcome.state === "failed") {
        const turn = await putOff(parts, held, outcome.code);
        return turn ? workThrough(turn) : [];
      }
      const result = { kind: "result", key: held.job.key, outcome } as const;
      const entry = await line.enter(held.contact, { id: held.job.key, body: result }, clock());
      await jobs.done(held);
      return entry.state === "turn"
        ? [...elsewhere, ...(await workThrough(entry.turn))]
        : elsewhere;
    },
  };
}

type OneTurn =
  /** Somebody else has the contact now. */
  | { state: "lost" }
  /** The engine threw; the line is as it was, and its head's hand-outs are counted. */
  | { state: "failed" }
  | { state: "committed"; report: TurnReport; next: Turn | null };

async function oneTurn(parts: ConversationParts, turn: Turn, lease: () => Lease): Promise<OneTurn> {
  const { line, outgoings, clock, log } = parts;
  const done =
    turn.handouts > handoutsBeforeDead ? giveUp(parts, turn) : await attempt(parts, turn);
  if (!done) {
    await line.release(lease());
    return { state: "failed" };
  }
  const { outcome, report, gaps } = done;
  const { contact } = turn.lease;
  const hold = outcome.parts.length > 0 && outgoings.ready(contact);
  const commit = await line.commit(lease(), { ...outcome, hold }, clock());
  if (commit.state === "refused") {
    log.warn("commit_refused", { items: turn.items.length });
    return { state: "lost" };
  }
  if (outcome.parts.length > 0) outgoings.committed(contact, commit.held);
  await keepGaps(parts, gaps);
  return { state: "committed", report, next: commit.state === "next" ? commit.turn : null };
}

/** Only for statistics: what can't be kept is lost, and the conversation goes on. */
async function keepGaps(parts: ConversationParts, gaps: readonly Gap[]): Promise<void> {
  for (const gap of gaps)
    try {
      await parts.gaps.keep(gap, parts.now().today);
    } catch {
      parts.log.warn("gap_not_kept");
    }
}

async function attempt(parts: ConversationParts, turn: Turn): Promise<Taken | null> {
  try {
    return await takeTurn(parts, turn);
  } catch (error) {
    parts.log.error("turn_failed", { name: nameOf(error) });
    return null;
  }
}
