import { makeIntake } from "../../src/conversation/intake.ts";
import { makeMailbox } from "../../src/conversation/mailbox.ts";
import type { Log } from "../../src/lib/log.ts";
import { startWeb, type Web, type WebOptions } from "../../src/web/start-web.ts";
import { openTestApp } from "../support/app.ts";

/** The whole of Payung in memory behind a web chat that can be stopped and started again. */
export type Room = {
  /** Lines that were logged, as JSON. */
  logged: string[];
  options: WebOptions;
  start(more?: Partial<WebOptions>): Promise<Web>;
  /** Everything that was started, and the store. */
  close(): Promise<void>;
};

/** Opens a room; web chats are started in it as often as a test likes. */
export async function openRoom(): Promise<Room> {
  const app = await openTestApp();
  const mailbox = makeMailbox(app.store.outbox);
  const conversation = app.conversation(Date.now, {
    ready: () => false,
    committed: (contact) => mailbox.committed(contact),
  });
  const logged: string[] = [];
  const log = logTo(logged);
  const intake = makeIntake(conversation, { clock: Date.now, log });
  const started = new Set<Web>();
  const options: WebOptions = {
    ...{ host: "127.0.0.1", port: 0, secure: false, webhooks: [] },
    ...{ intake, mailbox, log },
    texts: (key) => app.book.catalogues.id.format(key),
  };
  return {
    logged,
    options,
    async start(more = {}) {
      const web = await startWeb({ ...options, ...more });
      started.add(web);
      return web;
    },
    async close() {
      for (const web of started) await web.close();
      await intake.settled();
      mailbox.close();
      await app.close();
    },
  };
}

/** Keeps what is logged. */
export function logTo(lines: string[]): Log {
  const write = (event: string, fields?: object) => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  return { info: write, warn: write, error: write };
}
