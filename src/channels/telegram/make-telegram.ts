import { setMaxListeners } from "node:events";
import type { Channel } from "../../conversation/ports/channel.ts";
import type { Intake, Webhook } from "../../conversation/ports/intake.ts";
import type { Log } from "../../lib/log.ts";
import type { Arguments } from "../../locale/catalogue.ts";
import { makeApi } from "./api.ts";
import { usualWaits, type Waits } from "./backoff.ts";
import { makeFetch } from "./fetch.ts";
import { makeGroupAnswer } from "./group-answer.ts";
import { insist } from "./insist.ts";
import { poll } from "./poll.ts";
import { showProfile } from "./profile.ts";
import { makeSend } from "./send.ts";
import { makeTaker } from "./take-updates.ts";
import { makeTroubles } from "./troubles.ts";
import { makeTyping } from "./typing.ts";
import { makeWebhook, type WebhookAddress, webhookPayload } from "./webhook.ts";

export type TelegramOptions = {
  token: string;
  /** Where the Bot API answers; Telegram's own if it is not said. */
  apiRoot?: string;
  intake: Intake;
  /** Finished texts of the Indonesian catalogue. */
  texts: (key: string, args?: Arguments) => string;
  log: Log;
  /** Epoch ms. */
  clock: () => number;
  /** Over all contacts; 28 if it is not said. */
  messagesPerSecond?: number;
  /** Telegram delivers there; without it updates are fetched. */
  webhook?: WebhookAddress;
  /** Pauses after failures, where the usual ones don't fit. */
  waits?: Waits;
};

/** A bot on Telegram. */
export type TelegramChannel = {
  channel: Channel;
  /** To be mounted where `webhook.url` says; null where updates are fetched. */
  webhook: Webhook | null;
  /** Begins to take in what people write. Never throws: without a network it goes on trying. */
  start(): void;
  /** Takes in nothing more; resolves when all that was begun is in. Sending goes on to work. */
  stop(): Promise<void>;
};

/** Under Telegram's own limits: about 30 messages a second in all, one a second to a person. */
const limits = { perSecond: 28, contactGapMs: 1000 };

/** A Telegram bot: what people write goes to `intake`, `channel` sends. A misshapen token or secret throws; nothing else does. */
export function makeTelegram(options: TelegramOptions): TelegramChannel {
  const { intake, log, clock, waits = usualWaits } = options;
  const texts = (key: string) => options.texts(key);
  const { token, apiRoot } = options;
  const where = { token, ...(apiRoot === undefined ? {} : { apiRoot }) };
  const api = makeApi(token, apiRoot);
  const ending = new AbortController();
  const { signal } = ending;
  setMaxListeners(0, signal);
  let name: string | null = null;
  const username = () => name;
  const typing = makeTyping(api, clock);
  const troubles = makeTroubles(log, api, clock);
  const answerGroup = makeGroupAnswer({ api, texts, clock, username });
  const taker = makeTaker({ api, intake, typing, answerGroup, username, clock, log });
  const insisting = { api, troubles, waits, signal };
  const introduce = async () => {
    const answer = await insist(insisting, "getMe", {});
    if (!answer.ok) return;
    name = nameFrom(answer.result);
    await showProfile(insisting, texts);
  };
  const address = options.webhook;
  const receive = address
    ? () => insist(insisting, "setWebhook", webhookPayload(address))
    : () => poll({ ...insisting, taker });
  let running: Promise<unknown> | null = null;
  return {
    channel: {
      channel: "telegram",
      account: api.account,
      limits: { ...limits, perSecond: options.messagesPerSecond ?? limits.perSecond },
      send: makeSend({ api, typing, texts }),
      fetch: makeFetch({ api, ...where }),
    },
    webhook: address ? makeWebhook({ taker, troubles, signal, secret: address.secret }) : null,
    start() {
      running ??= Promise.all([receive(), introduce()]);
    },
    async stop() {
      ending.abort();
      await running;
      await taker.idle();
      typing.stop();
    },
  };
}

const nameFrom = (me: unknown): string | null =>
  typeof me === "object" && me !== null && "username" in me && typeof me.username === "string"
    ? me.username
    : null;
