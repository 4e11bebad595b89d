import type { Channel } from "../../conversation/ports/channel.ts";
import type { Receipts } from "../../conversation/ports/deliveries.ts";
import type { Intake, Webhook } from "../../conversation/ports/intake.ts";
import type { Log } from "../../lib/log.ts";
import type { Arguments } from "../../locale/catalogue.ts";
import { makeFetch } from "./fetch-media.ts";
import { makeGraph } from "./graph.ts";
import { makeReadMarks } from "./read-marks.ts";
import { makeInvite, makeSend, type Template } from "./send.ts";
import { sendErrorFrom } from "./send-error.ts";
import { makeTaker } from "./take-events.ts";
import { makeWebhook } from "./webhook.ts";

export type WhatsAppCloudOptions = {
  /** The system user's permanent token. */
  token: string;
  phoneNumberId: string;
  /** The app's own secret, under which Meta signs. */
  appSecret: string;
  /** The word by which Meta asks once whether the end point is ours. */
  verifyToken: string;
  /** Asks people to write again after 24 hours of silence; without it nobody is asked. */
  template?: Template;
  /** Where the Graph API answers; Meta's own if it is not said. */
  apiRoot?: string;
  /** "v24.0" if it is not said. */
  apiVersion?: string;
  /** Over all contacts; 60 if it is not said. */
  messagesPerSecond?: number;
  intake: Intake;
  receipts: Receipts;
  /** Finished texts of the Indonesian catalogue. */
  texts: (key: string, args?: Arguments) => string;
  log: Log;
  /** Epoch ms. */
  clock: () => number;
  /** How long a sending, and fetching a file, may take in ms, where the usual times don't fit. */
  callMs?: number;
};

/** A business number on WhatsApp. */
export type WhatsAppCloud = {
  channel: Channel;
  /** To be mounted at /webhooks/whatsapp. */
  webhook: Webhook;
  /** Asks Meta once whether token and number fit; what does not is told in the log. Never throws. */
  start(): void;
  /** Takes in nothing more; resolves when all that was begun is in. Sending goes on to work. */
  stop(): Promise<void>;
};

/** Under the number's own limit of 80 messages a second; to one person WhatsApp says itself when it is too much. */
const perSecond = 60;

/** The WhatsApp Business Cloud API: what people write goes to `intake`, `channel` sends. A missing secret throws. */
export function makeWhatsAppCloud(options: WhatsAppCloudOptions): WhatsAppCloud {
  const { token, phoneNumberId, appSecret, verifyToken, template, log, clock, callMs } = options;
  if ([token, appSecret, verifyToken].some((secret) => secret.trim() === ""))
    throw new Error("WhatsApp needs a token, an app secret and a verify token");
  if (!/^\d+$/.test(phoneNumberId))
    throw new Error("a WhatsApp phone number id consists of digits; it is not the phone number");
  const { apiRoot = "https://graph.facebook.com", apiVersion = "v24.0" } = options;
  const graph = makeGraph({ token, phoneNumberId, apiRoot, apiVersion });
  const texts = (key: string) => options.texts(key);
  const sending = { graph, texts, ...(callMs === undefined ? {} : { ms: callMs }) };
  const account = { channel: "whatsapp-cloud", account: phoneNumberId };
  const { intake, receipts } = options;
  const ending = new AbortController();
  const marks = makeReadMarks(graph);
  const taker = makeTaker({ account, intake, receipts, marks });
  const { signal } = ending;
  return {
    channel: {
      ...account,
      limits: { perSecond: options.messagesPerSecond ?? perSecond, contactGapMs: 0 },
      send: makeSend(sending),
      fetch: makeFetch(graph, callMs),
      ...(template ? { invite: makeInvite(sending, template) } : {}),
    },
    webhook: makeWebhook({
      ...{ taker, account: phoneNumberId, appSecret, verifyToken },
      ...{ log, clock, signal },
    }),
    start() {
      const asking = AbortSignal.any([signal, AbortSignal.timeout(15_000)]);
      void graph.call(`${phoneNumberId}?fields=id`, { signal: asking }).then((answer) => {
        if (answer.ok || signal.aborted) return;
        const { code, detail } = sendErrorFrom(answer.fault);
        log.error("whatsapp_not_ready", { code, detail });
      });
    },
    async stop() {
      ending.abort();
      await taker.idle();
      await marks.stop();
    },
  };
}
