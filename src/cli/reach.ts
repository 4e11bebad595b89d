import { createHash } from "node:crypto";
import { renderText } from "../channels/render-text.ts";
import { makeTelegram, type TelegramChannel } from "../channels/telegram/make-telegram.ts";
import {
  makeWhatsAppCloud,
  type WhatsAppCloud,
} from "../channels/whatsapp-cloud/make-whatsapp-cloud.ts";
import { makeWhatsAppWeb, type WhatsAppWeb } from "../channels/whatsapp-web/make-whatsapp-web.ts";
import type { Config } from "../config.ts";
import type { Outgoing } from "../conversation/ports/channel.ts";
import type { Receipts } from "../conversation/ports/deliveries.ts";
import type { Intake } from "../conversation/ports/intake.ts";
import type { PairingView } from "../conversation/ports/pairing.ts";
import type { App } from "./app.ts";

/** What channels are made of. */
type Inlet = { intake: Intake; receipts: Receipts };

/** A channel that people are reached by, as it is served. */
export type Reached = Pick<WhatsAppCloud, "channel" | "stop"> & {
  webhook: WhatsAppCloud["webhook"] | null;
  start(): void;
  /** How it stands to the telephone whose device it is. */
  pairing?: () => PairingView;
};

/** The channels that are configured. */
export function channelsOf(app: App, config: Config, inlet: Inlet): Reached[] {
  const telegram = telegramOf(app, config, inlet);
  const whatsapp = whatsappOf(app, config, inlet);
  const linked = whatsappWebOf(app, config, inlet);
  return [
    ...(telegram ? [telegram] : []),
    ...(whatsapp ? [whatsapp] : []),
    ...(linked ? [{ ...linked, webhook: null }] : []),
  ];
}

function telegramOf(app: App, config: Config, { intake }: Inlet): TelegramChannel | null {
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

function whatsappOf(app: App, config: Config, inlet: Inlet): WhatsAppCloud | null {
  const { whatsappCloud } = config;
  if (!whatsappCloud) return null;
  const { template, messagesPerSecond, apiRoot, apiVersion, ...access } = whatsappCloud;
  const { id } = app.book.catalogues;
  return makeWhatsAppCloud({
    ...access,
    ...inlet,
    texts: (key, args) => id.format(key, args),
    log: app.log,
    clock: Date.now,
    ...(template ? { template } : {}),
    ...(messagesPerSecond === undefined ? {} : { messagesPerSecond }),
    ...(apiRoot === undefined ? {} : { apiRoot }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
  });
}

function whatsappWebOf({ store, log }: App, config: Config, inlet: Inlet): WhatsAppWeb | null {
  const { whatsappWeb } = config;
  if (!whatsappWeb) return null;
  const { label, number, messagesPerMinute, version, url } = whatsappWeb;
  const { device, names, deliveries } = store;
  return makeWhatsAppWeb({
    ...{ label, device, names, log, clock: Date.now },
    ...inlet,
    async sent(account, receipt) {
      const part = await deliveries.underWay(account, receipt);
      const body = part?.body as Outgoing | undefined;
      return body && !body.file ? renderText(body) : null;
    },
    // Where standard output is no terminal, it is somebody's log.
    ...(process.stdout.isTTY ? { show: (lines) => void process.stdout.write(`${lines}\n`) } : {}),
    ...(number === undefined ? {} : { number }),
    ...(messagesPerMinute === undefined ? {} : { messagesPerMinute }),
    ...(version === undefined ? {} : { version }),
    ...(url === undefined ? {} : { url }),
  });
}
