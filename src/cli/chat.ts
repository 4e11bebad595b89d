import { randomUUID } from "node:crypto";
import type { Conversation, Received } from "../conversation/conversation.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Inbound } from "../conversation/ports/line.ts";
import type { Session } from "../engine/session.ts";
import { wantsFile } from "../engine/wants-file.ts";
import { wrapped } from "../lib/wrapped.ts";
import type { App } from "./app.ts";
import { fileNamedIn } from "./fetch-here.ts";
import type { Io } from "./io.ts";
import type { GlobalOptions } from "./options.ts";
import { renderAs } from "./render-as.ts";

/** `channel`: a key of renderAs. */
export type ChatOptions = GlobalOptions & { channel: string };

/** How long a line waits for another process that is busy with the same contact, in ms. */
const patience = 90_000;

/** How often a terminal looks for what came later than its turn, in ms. */
const lookEvery = 2000;

/** A person at a terminal. */
export const contactOf = (user: string): Contact => ({
  channel: "terminal",
  account: "local",
  user,
});

/** The time a command lives in: the pretended one, if any. */
export const clockOf =
  (io: Io, { now }: GlobalOptions): (() => number) =>
  () =>
    now ? Date.parse(now) : io.now.at();

/** `chat`: a conversation in the terminal, until the end of input. Shows whatever is committed and not yet shown. */
export async function chat(app: App, io: Io, options: ChatOptions): Promise<number> {
  const contact = contactOf(options.contact ?? "saya");
  const conversation = app.conversation(clockOf(io, options));
  let shown = Promise.resolve();
  const show = (): Promise<void> => {
    shown = shown.catch(() => undefined).then(() => showUnsent(app, contact, io, options));
    return shown;
  };
  if (io.interactive) io.out('Tulis pesan lalu Enter, misalnya "halo". Ctrl+D untuk keluar.');
  await conversation.resume(contact);
  await show();
  io.prompt?.();
  const later = setInterval(
    () =>
      void performed(conversation)
        .then(show)
        .catch(() => undefined),
    lookEvery,
  );
  try {
    for await (const line of io.input) {
      if (line.trim() === "") continue;
      const session = (await app.store.line.peek(contact)) as Session | null;
      const media = session && wantsFile(app.book, session) ? fileNamedIn(line) : null;
      const said = media ? { media } : { text: line };
      const message: Inbound = { kind: "message", at: new Date().toISOString(), ...said };
      await answered(app, conversation, contact, randomUUID(), message);
      await show();
      io.prompt?.();
    }
  } finally {
    clearInterval(later);
  }
  return 0;
}

/** What is slow is done while the person types. */
async function performed(conversation: Conversation): Promise<void> {
  while (await conversation.runJob());
}

async function showUnsent(
  app: App,
  contact: Contact,
  io: Io,
  { channel }: ChatOptions,
): Promise<void> {
  const texts = (key: string) => app.book.catalogues.id.format(key);
  for (const part of await app.store.outbox.unsent(contact, 20)) {
    const shape = renderAs[channel];
    if (!shape) throw new Error(`no channel ${channel}`);
    const reply = await app.finish(contact, part);
    io.out(`\n${wrapped(shape(reply, texts), io.width ?? 0)}\n`);
    await app.store.outbox.shown(contact, [part.id]);
  }
}

/** Has a message answered; while another process holds the contact, waits until its line is empty. */
export async function answered(
  app: App,
  conversation: Conversation,
  contact: Contact,
  id: string,
  message: Inbound,
): Promise<Received> {
  const received = await conversation.receive(contact, id, message);
  if (received.state !== "waiting") return received;
  for (let waited = 0; waited < patience; waited += 250) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const turns = await conversation.resume(contact);
    if (turns.length > 0 || (await app.store.line.waiting(contact)) === 0)
      return { ...received, turns };
  }
  return received;
}
