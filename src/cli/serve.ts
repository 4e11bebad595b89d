import { createHash } from "node:crypto";
import { makeTelegram, type TelegramChannel } from "../channels/telegram/make-telegram.ts";
import type { Config } from "../config.ts";
import { type Delivery, makeDelivery } from "../conversation/delivery.ts";
import { makeIntake } from "../conversation/intake.ts";
import { makeMailbox } from "../conversation/mailbox.ts";
import type { Intake } from "../conversation/ports/intake.ts";
import { startUpkeep } from "../conversation/upkeep.ts";
import { startWeb } from "../web/start-web.ts";
import type { App } from "./app.ts";

/** A running bot: web chat, configured channels, delivery and upkeep. */
export type Service = {
  /** Address of the web chat on this machine. */
  url: string;
  /** Takes in nothing more, ends what is under way, gives back what waits. */
  close(): Promise<void>;
};

/** Starts everything that people reach. Throws what the web server throws where it can't listen. */
export async function serve(app: App, config: Config): Promise<Service> {
  const { log } = app;
  const { outbox } = app.store;
  const clock = Date.now;
  const mailbox = makeMailbox(outbox);
  // The delivery needs the channels, they the intake, and that the conversation, which tells the delivery.
  let delivery: Delivery | undefined;
  const conversation = app.conversation(clock, {
    ready: (contact) => delivery?.ready(contact) ?? false,
    committed(contact, held) {
      if (held) delivery?.send(held);
      mailbox.committed(contact);
    },
  });
  const intake = makeIntake(conversation, { clock, log });
  const telegram = telegramOf(app, config, intake);
  const channels = telegram ? [telegram.channel] : [];
  delivery = makeDelivery(channels, { outbox, clock, log });
  const { id } = app.book.catalogues;
  const web = await startWeb({
    host: config.host,
    port: config.port,
    intake,
    mailbox,
    texts: (key) => id.format(key),
    log,
    webhooks: telegram?.webhook ? [telegram.webhook] : [],
    secure: config.publicUrl?.startsWith("https:") ?? false,
    publicUrl: config.publicUrl,
  });
  const upkeep = startUpkeep(conversation, { outbox, clock, log });
  delivery.start();
  telegram?.start();
  return {
    url: web.url,
    async close() {
      await telegram?.stop();
      await web.close();
      await upkeep.stop();
      await intake.settled();
      await delivery?.stop();
      mailbox.close();
    },
  };
}

function telegramOf(app: App, config: Config, intake: Intake): TelegramChannel | null {
  const { telegram, publicUrl } = config;
  if (!telegram) return null;
  const { token, apiRoot, messagesPerSecond, byWebhook } = telegram;
  const { id } = app.book.catalogues;
  return makeTelegram({
    token,
    intake,
    texts: (key, args) => id.format(key, args),
    log: app.log,
    clock: Date.now,
    ...(apiRoot === undefined ? {} : { apiRoot }),
    ...(messagesPerSecond === undefined ? {} : { messagesPerSecond }),
    ...(byWebhook && publicUrl
      ? { webhook: { url: `${publicUrl}/webhooks/telegram`, secret: webhookSecret(token) } }
      : {}),
  });
}

/** What Telegram shows with every delivery: the same at every start, told to nobody else, and leading to no token. */
const webhookSecret = (token: string): string =>
  createHash("sha256").update(`payung telegram webhook ${token}`).digest("hex");
