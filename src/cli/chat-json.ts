import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { Conversation } from "../conversation/conversation.ts";
import { keyOf } from "../conversation/for-officers.ts";
import { fileBytes } from "../conversation/perform/chores.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Inbound } from "../conversation/ports/line.ts";
import { placeOf } from "../conversation/turn.ts";
import type { Reply } from "../engine/event.ts";
import type { Session } from "../engine/session.ts";
import type { App } from "./app.ts";
import { answered, clockOf, contactOf } from "./chat.ts";
import { mediaAt } from "./fetch-here.ts";
import type { Io } from "./io.ts";
import { keepAside } from "./keep-aside.ts";
import type { GlobalOptions } from "./options.ts";

/** How long a line waits for what is slow, in ms. */
const patience = 20_000;

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
  const clock = clockOf(io, options);
  const conversation = app.conversation(clock);
  for await (const text of io.input) {
    if (text.trim() === "") continue;
    io.out(JSON.stringify(await oneLine({ app, conversation, clock, options }, text)));
  }
  return 0;
}

type Chat = {
  app: App;
  conversation: Conversation;
  clock: () => number;
  options: GlobalOptions;
};

async function oneLine(
  { app, conversation, clock, options }: Chat,
  text: string,
): Promise<Record<string, unknown>> {
  const read = line.safeParse(parseJson(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    return { error: issue ? `${issue.path.join(".")} ${issue.message}`.trim() : "not understood" };
  }
  const { from = options.contact ?? "saya", id = randomUUID() } = read.data;
  const contact = contactOf(from);
  const message = inbound(read.data, clock());
  const late = await lateParts(app, conversation, contact);
  const { state, turns } = await answered(app, conversation, contact, id, message);
  if (read.data.file !== undefined) await keepFile(app, contact, id, read.data.file);
  const said = turns.flatMap((turn) => turn.parts);
  const aside = turns.some((turn) => turn.jobs > 0)
    ? await partsOfJobs({ app, conversation, clock, options }, contact, [...late, ...said])
    : [];
  const parts = [...late, ...said, ...aside];
  await app.store.outbox.shown(
    contact,
    parts.map((part) => part.id),
  );
  const place = placeOf((await app.store.line.peek(contact)) as Session | null);
  return {
    id,
    from,
    replies: await Promise.all(parts.map((part) => shown(app, contact, part))),
    flow: place.flow,
    step: place.step,
    effects: turns.flatMap((turn) => turn.effects),
    failed: turns.flatMap((turn) => turn.failed),
    ...(state === "seen" ? { duplicate: true } : {}),
  };
}

/** A reply as the line out holds it; its file is kept beside. */
async function shown(
  app: App,
  contact: Contact,
  { id, reply }: { id: string; reply: Reply },
): Promise<Record<string, unknown>> {
  const { text, choices, file } = await app.finish(contact, { id, body: reply });
  return { text, choices, ...(file ? { file: { name: file.name, path: keepAside(file) } } : {}) };
}

/** What effects that failed before, and were done now, have to say; and what officers did meanwhile. */
async function lateParts(
  app: App,
  conversation: Conversation,
  contact: Contact,
): Promise<{ id: string; reply: Reply }[]> {
  let done = 0;
  while (await conversation.runJob()) done++;
  const unsent = await app.store.outbox.unsent(contact, 20);
  return unsent
    .map((part) => ({ id: part.id, reply: part.body as Reply }))
    .filter(({ reply }) => done > 0 || reply.keys.some(isOfOfficer));
}

/**
 * What comes of slow effects: whoever writes line by line is told with the line that began them. Another process may be at them.
 */
async function partsOfJobs(
  { app, conversation }: Chat,
  contact: Contact,
  shown: readonly { id: string }[],
): Promise<{ id: string; reply: Reply }[]> {
  for (let waited = 0; waited < patience; waited += 250) {
    while (await conversation.runJob());
    const session = (await app.store.line.peek(contact)) as Session | null;
    if (!session?.forms.some(({ waitingFor, fetching }) => waitingFor ?? fetching)) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const known = new Set(shown.map(({ id }) => id));
  const unsent = await app.store.outbox.unsent(contact, 20);
  return unsent
    .filter(({ id }) => !known.has(id))
    .map((part) => ({ id: part.id, reply: part.body as Reply }));
}

/** Keeps a file that goes to an officer; where none waits for it, it is not even read. */
async function keepFile(app: App, contact: Contact, id: string, path: string): Promise<void> {
  const session = (await app.store.line.peek(contact)) as Session | null;
  if (!session?.handover) return;
  const key = keyOf(contact, id);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  const mime = "application/octet-stream";
  if (size === undefined) await app.store.cases.keepFile(contact, key, { state: "gone" });
  else if (size > fileBytes) await app.store.cases.keepFile(contact, key, { state: "too_big" });
  else {
    const content = readFileSync(path);
    await app.store.cases.keepFile(contact, key, { state: "kept", content, mime });
  }
}

const isOfOfficer = (key: string): boolean => key.startsWith("engine.handover.");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inbound(given: z.infer<typeof line>, now: number): Inbound {
  const { text, choice, file, caption, phone, location, at } = given;
  const said = text ?? caption;
  return {
    kind: "message",
    at: at ?? new Date(now).toISOString(),
    ...(said === undefined ? {} : { text: said }),
    ...(choice === undefined ? {} : { choice }),
    ...(file === undefined ? {} : { media: mediaAt(file) }),
    ...(phone === undefined ? {} : { phone }),
    ...(location === undefined ? {} : { location }),
  };
}
