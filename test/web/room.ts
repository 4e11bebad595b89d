import type { App } from "../../src/cli/app.ts";
import type { Config } from "../../src/config.ts";
import { makeIntake } from "../../src/conversation/intake.ts";
import { makeMailbox } from "../../src/conversation/mailbox.ts";
import type { Accepted, Intake } from "../../src/conversation/ports/intake.ts";
import type { Mailbox } from "../../src/conversation/ports/outbox.ts";
import { startWeb, type Web, type WebOptions } from "../../src/web/start-web.ts";
import { openTestApp } from "../support/app.ts";
import { logTo } from "./desk.ts";

/** The whole of Payung in memory behind a web chat that can be stopped and started again. */
export type Room = {
  app: App;
  intake: Intake;
  mailbox: Mailbox;
  /** Lines that were logged, as JSON. */
  logged: string[];
  /** What went into the conversation, in order, and whether it was new. */
  accepted: { id: string; said: string; state: Accepted }[];
  start(more?: Partial<WebOptions>): Promise<Web>;
  /** Everything that was started, and the store. */
  close(): Promise<void>;
};

/** Opens a room; web chats are started in it as often as a test likes. */
export async function openRoom(config: Partial<Config> = {}): Promise<Room> {
  const app = await openTestApp(config);
  const mailbox = makeMailbox(app.store.outbox, app.finish);
  const conversation = app.conversation(Date.now, {
    ready: () => false,
    committed: (contact) => mailbox.committed(contact),
  });
  const logged: string[] = [];
  const log = logTo(logged);
  const intake = makeIntake(conversation, { clock: Date.now, log });
  const started = new Set<Web>();
  const accepted: Room["accepted"] = [];
  const noting: Intake = {
    async accept(contact, id, message) {
      const state = await intake.accept(contact, id, message);
      accepted.push({ id, said: message.text ?? message.choice ?? message.kind, state });
      return state;
    },
    giveBack: intake.giveBack,
  };
  const options: WebOptions = {
    ...{ host: "127.0.0.1", port: 0, secure: false, webhooks: [] },
    ...{ intake: noting, mailbox, log },
    texts: (key) => app.book.catalogues.id.format(key),
  };
  return {
    ...{ app, intake: noting, mailbox },
    logged,
    accepted,
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
