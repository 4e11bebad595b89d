import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { z } from "zod";
import { renderText } from "../channels/terminal/render-text.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Contact, Inbound } from "../conversation/ports/line.ts";
import { placeOf, type TurnReport } from "../conversation/turn.ts";
import type { Session } from "../engine/session.ts";
import type { App } from "./app.ts";
import type { Io } from "./io.ts";
import type { GlobalOptions } from "./options.ts";

const contactOf = (user: string): Contact => ({ channel: "terminal", account: "local", user });

/** How long a line waits for another process that is busy with the same contact, in ms. */
const patience = 90_000;

/** `chat`: a conversation in the terminal, until the end of input. */
export async function chat(app: App, io: Io, options: GlobalOptions): Promise<number> {
  const contact = contactOf(options.contact ?? "saya");
  const conversation = app.conversation(clockOf(io, options));
  const show = async (turns: readonly TurnReport[]): Promise<void> => {
    for (const { parts } of turns)
      for (const { id, reply } of parts) {
        io.out(`\n${renderText(reply)}\n`);
        await app.store.outbox.sent([id]);
      }
  };
  if (io.interactive) io.out('Tulis pesan lalu Enter, misalnya "halo". Ctrl+D untuk keluar.');
  await sendUnsent(app, contact, (text) => io.out(`\n${text}\n`));
  await show(await conversation.resume(contact));
  for await (const line of io.input) {
    if (line.trim() === "") continue;
    const message: Inbound = { kind: "message", at: new Date().toISOString(), text: line };
    await show(await answered(app, conversation, contact, randomUUID(), message));
  }
  return 0;
}

/** Parts that were committed but not shown when the last process was killed. */
async function sendUnsent(app: App, contact: Contact, out: (text: string) => void): Promise<void> {
  for (const { part } of await app.store.outbox.unsent(20, contact)) {
    out(renderText(part.body as Parameters<typeof renderText>[0]));
    await app.store.outbox.sent([part.id]);
  }
}

const clockOf =
  (io: Io, { now }: GlobalOptions): (() => number) =>
  () =>
    now ? Date.parse(now) : io.now.at();

/** The turns that answer a message; waits while another process holds the contact. */
async function answered(
  app: App,
  conversation: Conversation,
  contact: Contact,
  id: string,
  message: Inbound,
): Promise<readonly TurnReport[]> {
  const received = await conversation.receive(contact, id, message);
  return received.state === "waiting" ? waitFor(app, conversation, contact) : received.turns;
}

/** Until the contact's line is empty: turns of our own, or none when the other process answered. */
async function waitFor(
  app: App,
  conversation: Conversation,
  contact: Contact,
): Promise<readonly TurnReport[]> {
  for (let waited = 0; waited < patience; waited += 250) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const turns = await conversation.resume(contact);
    if (turns.length > 0 || (await app.store.line.waiting(contact)) === 0) return turns;
  }
  return [];
}

const line = z
  .strictObject({
    text: z.string().optional(),
    choice: z.string().max(64).optional(),
    file: z.string().optional(),
    caption: z.string().optional(),
    phone: z.string().optional(),
    location: z.strictObject({ lat: z.number(), lon: z.number() }).optional(),
    from: z.string().min(1).optional(),
    id: z.string().min(1).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((one) => one.text ?? one.choice ?? one.file ?? one.phone ?? one.location, {
    message: "one of text, choice, file, phone, location is needed",
  });

/** `chat --json`: one JSON object a line in, exactly one a line out; each line is one turn. */
export async function chatJson(app: App, io: Io, options: GlobalOptions): Promise<number> {
  const conversation = app.conversation(clockOf(io, options));
  for await (const text of io.input) {
    if (text.trim() === "") continue;
    io.out(JSON.stringify(await oneLine(app, conversation, text, options)));
  }
  return 0;
}

async function oneLine(
  app: App,
  conversation: Conversation,
  text: string,
  options: GlobalOptions,
): Promise<Record<string, unknown>> {
  const read = line.safeParse(parseJson(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    return { error: issue ? `${issue.path.join(".")} ${issue.message}`.trim() : "not understood" };
  }
  const { from = options.contact ?? "saya", id = randomUUID() } = read.data;
  const contact = contactOf(from);
  const message = inbound(read.data);
  const received = await conversation.receive(contact, id, message);
  const turns =
    received.state === "waiting" ? await waitFor(app, conversation, contact) : received.turns;
  const parts = turns.flatMap((turn) => turn.parts);
  await app.store.outbox.sent(parts.map((part) => part.id));
  const place = turns.at(-1) ?? placeOf((await app.store.line.peek(contact)) as Session | null);
  return {
    id,
    from,
    replies: parts.map(({ reply }) => ({ text: reply.text, choices: reply.choices })),
    flow: place.flow,
    step: place.step,
    effects: turns.flatMap((turn) => turn.effects),
    failed: turns.flatMap((turn) => turn.failed),
    ...(received.state === "seen" ? { duplicate: true } : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inbound(given: z.infer<typeof line>): Inbound {
  const { text, choice, file, caption, phone, location, at } = given;
  const said = text ?? caption;
  return {
    kind: "message",
    at: at ?? new Date().toISOString(),
    ...(said === undefined ? {} : { text: said }),
    ...(choice === undefined ? {} : { choice }),
    ...(file === undefined ? {} : { media: { kind: "document", name: basename(file) } }),
    ...(phone === undefined ? {} : { phone }),
    ...(location === undefined ? {} : { location }),
  };
}
