import type { Effect, EffectOutcome, Message, Now, Reply } from "../engine/event.ts";
import { joinReplies } from "../engine/join-replies.ts";
import { respond } from "../engine/respond.ts";
import type { Session } from "../engine/session.ts";
import type { Book } from "../flow/book.ts";
import { splitText } from "../lib/split-text.ts";
import type { Performers } from "./perform/performers.ts";
import type { Inbound, Job, LineItem, Outcome, Turn } from "./ports/line.ts";

/** Rounds of effects in one turn; more is a loop in a flow. */
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
  flow: string | null;
  step: string | null;
};

type TurnParts = { book: () => Book; performers: Performers; now: () => Now };

/** Respond, perform, respond ... until the line's items are used up: the outcome to commit, nothing stored yet. */
export async function takeTurn(
  parts: TurnParts,
  turn: Turn,
): Promise<{ outcome: Outcome; report: TurnReport }> {
  const book = parts.book();
  const now = parts.now();
  let session = turn.session as Session | null;
  let queue: readonly LineItem[] = turn.items.filter(({ body }) => body.kind !== "tick");
  let result: { key: string; outcome: EffectOutcome } | undefined;
  const replies: Reply[] = [];
  const effects: Effect[] = [];
  const failed: Effect[] = [];
  do {
    if (!result) [result, queue] = takeResult(queue);
    const messages = leadingMessages(queue);
    const event = { seed: turn.seed, messages, ...(result ? { result } : {}) };
    const response = respond(book, session, event, now);
    ({ session } = response);
    queue = queue.slice(response.consumed);
    replies.push(...response.replies);
    result = undefined;
    const [effect] = response.effects;
    if (!effect) continue;
    if (effects.push(effect) > effectRounds) throw new Error("effects run in circles");
    const outcome = await parts.performers.perform(turn.lease.contact, effect, session, book, now);
    if (outcome.state === "failed") failed.push(effect);
    result = { key: effect.key, outcome };
  } while (queue.length > 0 || result);
  const joined = joinReplies(replies);
  const sent = joined
    .flatMap(inPieces)
    .map((reply, index) => ({ id: `${turn.seed}.${index}`, reply }));
  const items = turn.items.map(({ id }) => id);
  return {
    outcome: {
      session,
      taken: items,
      parts: sent.map(({ id, reply }) => ({ id, body: reply })),
      jobs: failed.map(({ key, kind, payload }): Job => ({ key, kind, payload })),
    },
    report: {
      items,
      parts: sent,
      effects: effects.filter((effect) => !failed.includes(effect)).map(({ kind }) => kind),
      failed: failed.map(({ kind }) => kind),
      ...placeOf(session),
    },
  };
}

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

function takeResult(
  queue: readonly LineItem[],
): [{ key: string; outcome: EffectOutcome } | undefined, readonly LineItem[]] {
  const [head, ...rest] = queue;
  if (head?.body.kind !== "result") return [undefined, queue];
  return [{ key: head.body.key, outcome: head.body.outcome as EffectOutcome }, rest];
}

function leadingMessages(queue: readonly LineItem[]): Message[] {
  const messages: Message[] = [];
  for (const { body } of queue) {
    if (body.kind !== "message") break;
    messages.push(messageFrom(body));
  }
  return messages;
}

function messageFrom({ text, choice, media, phone, location, notice }: Inbound): Message {
  return {
    ...(text === undefined ? {} : { text }),
    ...(choice === undefined ? {} : { choice }),
    ...(media === undefined ? {} : { media }),
    ...(phone === undefined ? {} : { phone }),
    ...(location === undefined ? {} : { location }),
    ...(notice === undefined ? {} : { notice }),
  };
}
