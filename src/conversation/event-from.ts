import type { EffectOutcome, Event, Message } from "../engine/event.ts";
import type { Form } from "../engine/session.ts";
import { channelWord, messageFrom } from "./message-from.ts";
import type { LineItem, Turn } from "./ports/line.ts";

type Result = NonNullable<Event["result"]>;

/** What the engine hears next of what waits, and what waits behind it: drafts alone, else a result and the messages after it. */
export function nextEvent(
  { seed, lease }: Turn,
  queue: readonly LineItem[],
  performed: Result | undefined,
): { event: Event; queue: readonly LineItem[] } {
  const channel = channelWord(lease.contact);
  const [head, ...rest] = queue;
  if (!performed && head?.body.kind === "drafts") {
    const drafts = head.body.forms as readonly Form[];
    return { event: { seed, channel, messages: [], drafts }, queue: rest };
  }
  const [result, left] = performed ? [performed, queue] : takeResult(queue);
  const messages = leadingMessages(left);
  return { event: { seed, channel, messages, ...(result ? { result } : {}) }, queue: left };
}

function takeResult(queue: readonly LineItem[]): [Result | undefined, readonly LineItem[]] {
  const [head, ...rest] = queue;
  if (head?.body.kind !== "result") return [undefined, queue];
  return [{ key: head.body.key, outcome: head.body.outcome as EffectOutcome }, rest];
}

function leadingMessages(queue: readonly LineItem[]): Message[] {
  const messages: Message[] = [];
  for (const { id, body } of queue) {
    if (body.kind !== "message") break;
    messages.push(messageFrom(id, body));
  }
  return messages;
}
