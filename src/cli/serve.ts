import { openTimeBetween } from "../cases/office-hours.ts";
import type { Config } from "../config.ts";
import type { Outgoings } from "../conversation/conversation.ts";
import { type Delivery, makeDelivery } from "../conversation/delivery.ts";
import { keyOf } from "../conversation/for-officers.ts";
import { makeIntake } from "../conversation/intake.ts";
import { makeMailbox } from "../conversation/mailbox.ts";
import { makePauses } from "../conversation/pause.ts";
import { keepBrought } from "../conversation/perform/file-take.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Intake } from "../conversation/ports/intake.ts";
import type { SecureForms } from "../conversation/ports/secure-form.ts";
import { makeReceipts } from "../conversation/receipts.ts";
import { makeSecureForms } from "../conversation/secure-forms.ts";
import { startUpkeep } from "../conversation/upkeep.ts";
import type { Session } from "../engine/session.ts";
import { wantsFile as isForAnswer } from "../engine/wants-file.ts";
import { startWeb } from "../web/start-web.ts";
import type { WebParts } from "../web/web-app.ts";
import type { App } from "./app.ts";
import { nowFrom } from "./io.ts";
import { channelsOf, type Reached } from "./reach.ts";

/** A running bot: web chat, configured channels, delivery and upkeep. */
export type Service = {
  /** Address of the web chat on this machine. */
  url: string;
  /** Takes in nothing more, ends what is under way, gives back what waits. */
  close(): Promise<void>;
};

/** Starts everything that people reach. Throws what the web server throws where it can't listen. */
export async function serve(app: App, config: Config): Promise<Service> {
  const { log, finish } = app;
  const { outbox, deliveries, cases, gaps, names, files, workers } = app.store;
  const clock = Date.now;
  const mailbox = makeMailbox(outbox, finish);
  // The delivery needs the channels, they the intake, and that the conversation, which tells the delivery.
  let delivery: Delivery | undefined;
  const outgoings: Outgoings = {
    ready: (contact) => delivery?.ready(contact) ?? false,
    committed(contact, held) {
      if (held) delivery?.send(held);
      mailbox.committed(contact);
    },
  };
  const conversation = app.conversation(clock, outgoings, makePauses(config.pauseMs, clock));
  const intake = makeIntake(conversation, { clock, log });
  let reached: Reached[] = [];
  const channelNamed = (name: string) =>
    reached.find(({ channel }) => channel.channel === name)?.channel;
  const receipts = makeReceipts({ deliveries, intake, channel: channelNamed, log });
  reached = channelsOf(app, config, { intake, receipts });
  app.fetchBy(({ channel }) => channelNamed(channel)?.fetch ?? null);
  const channels = reached.map(({ channel }) => channel);
  delivery = makeDelivery(channels, { outbox, deliveries, finish, clock, log });
  const web = await startWeb({
    host: config.host,
    port: config.port,
    intake,
    mailbox,
    texts: (key) => app.book.catalogues.id.format(key),
    log,
    webhooks: reached.flatMap(({ webhook }) => webhook ?? []),
    secure: config.publicUrl?.startsWith("https:") ?? false,
    publicUrl: config.publicUrl,
    ...(config.secureForm ? { secureForms: secureFormsOf(app, intake) } : {}),
    ...pairingOf(reached),
    ...filesFor(app),
  });
  const { office } = config;
  const officeTime = office && ((from: number, to: number) => openTimeBetween(office, from, to));
  const upkeep = startUpkeep(conversation, {
    ...{ outbox, deliveries, cases, gaps, names, files, workers },
    ...{ dead: app.store.dead, leftovers: app.store.leftovers },
    ...{ officeTime, clock, log },
    book: () => app.book,
    today: () => nowFrom(clock()).today,
  });
  delivery.start();
  const following = app.followFiles();
  // Learning takes a second: better when the first page is out than while somebody waits for an answer.
  const learning = setTimeout(() => app.book.understand("halo"), 3000);
  learning.unref();
  for (const one of reached) one.start();
  return {
    url: web.url,
    async close() {
      following.stop();
      await Promise.all(reached.map((one) => one.stop()));
      await web.close();
      await upkeep.stop();
      await intake.settled();
      await delivery?.stop();
      mailbox.close();
    },
  };
}

const secureFormsOf = (app: App, intake: Intake): SecureForms =>
  makeSecureForms({
    book: () => app.book,
    line: app.store.line,
    intake,
    files: app.store.files,
    tickets: app.store.tickets,
    now: () => nowFrom(Date.now()),
  });

/** How the one channel that is linked to a telephone stands to it. */
function pairingOf(reached: readonly Reached[]) {
  const pairing = reached.find((one) => one.pairing)?.pairing;
  return pairing ? { pairing } : {};
}

/** The web chat's files: wanted while the person talks with an officer, and where a form asks for one. */
function filesFor(app: App): Pick<WebParts, "wantsFile" | "keepFile"> {
  const { store } = app;
  return {
    async wantsFile(contact: Contact): Promise<boolean> {
      const session = (await store.line.peek(contact)) as Session | null;
      if (session?.handover) return true;
      return session !== null && isForAnswer(app.book, session) && store.files.mayKeep(contact);
    },
    async keepFile(
      contact: Contact,
      id: string,
      file: { content: Uint8Array; mime: string },
    ): Promise<void> {
      const session = (await store.line.peek(contact)) as Session | null;
      if (!session?.handover) {
        await keepBrought(store.files, contact, id, file, new Date().toISOString());
        return;
      }
      const kept = await store.cases.keepFile(contact, keyOf(contact, id), {
        state: "kept",
        ...file,
      });
      // The turn that notes the message may still be under way; the page tries again.
      if (!kept) throw new Error("no file is waited for");
    },
  };
}
