import { setTimeout as sleep } from "node:timers/promises";
import { WA_CERT_DETAILS } from "@whiskeysockets/baileys";
import {
  makeWhatsAppWeb,
  type WhatsAppWeb,
  type WhatsAppWebOptions,
} from "../../src/channels/whatsapp-web/make-whatsapp-web.ts";
import type { Outgoing } from "../../src/conversation/ports/channel.ts";
import type { DeliveryReport } from "../../src/conversation/ports/deliveries.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { readBlocks } from "./read-qr.ts";
import { keptLog } from "./stores.ts";
import { WaMock } from "./wa-mock.ts";

/** A WhatsApp, a store in memory, and linked devices on both within this process. */
export async function waMockAndBots() {
  const server = await new WaMock().listen();
  WA_CERT_DETAILS.PUBLIC_KEY = server.authority.root;
  const store: Store = await openStore({ dataDir: ":memory:", log: keptLog().log });
  const heard: { user: string; id: string; message: Inbound }[] = [];
  const reports: DeliveryReport[] = [];
  const lines: string[] = [];
  const shown: string[] = [];
  const bots: WhatsAppWeb[] = [];
  const write = (event: string, fields: object = {}) =>
    void lines.push(JSON.stringify({ event, ...fields }));
  const all = {
    ...{ server, store, heard, reports, lines, shown, bots },
    /** What taking a message in comes to; throws in its stead. */
    refuses: (_message: Inbound): boolean => false,
    async bot(options: Partial<WhatsAppWebOptions> = {}): Promise<WhatsAppWeb> {
      const bot = makeWhatsAppWeb({
        label: "utama",
        url: server.url,
        messagesPerMinute: 6000,
        device: store.device,
        names: store.names,
        intake: {
          async accept({ user }, id, message) {
            await sleep(1);
            if (all.refuses(message)) throw new Error("the store is down");
            if (heard.some((one) => one.id === id)) return "seen";
            heard.push({ user, id, message });
            return "entered";
          },
          giveBack: async () => undefined,
        },
        receipts: {
          told: async (_, report) => void reports.push(report),
          wrote: async () => undefined,
        },
        sent: async () => null,
        show: (text) => void shown.push(text),
        log: { info: write, warn: write, error: write },
        clock: Date.now,
        waits: { firstMs: 30, mostMs: 200 },
        leaseTimes: { askEvery: 50, renewEvery: 200, margin: 5000 },
        ...options,
      });
      bots.push(bot);
      bot.start();
      return bot;
    },
    /** A bot that was paired by what its terminal shows. */
    async paired(options: Partial<WhatsAppWebOptions> = {}): Promise<WhatsAppWeb> {
      const bot = await all.bot(options);
      await soon(() => bot.pairing().state === "waiting");
      server.scan(readBlocks(shown.at(-1) ?? ""));
      await soon(() => bot.pairing().state === "linked");
      return bot;
    },
    send: (bot: WhatsAppWeb, user: string, text: string, more: Partial<Outgoing> = {}) =>
      bot.channel.send(
        { channel: "whatsapp-web", account: "utama", user },
        { text, choices: [], numbered: true, keys: [], ...more },
      ),
    texts: () => heard.map(({ message }) => message.text),
    async close(): Promise<void> {
      await Promise.all(bots.map((bot) => bot.stop()));
      await server.close();
      await store.close();
    },
  };
  return all;
}

/** Waits until something is so. */
export async function soon(holds: () => unknown, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(10))
    if (Date.now() > end) throw new Error(`waited in vain: ${holds}`);
}
