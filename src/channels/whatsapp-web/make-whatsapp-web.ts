import type { WAMessage } from "@whiskeysockets/baileys";
import type { Channel } from "../../conversation/ports/channel.ts";
import type { DeliveryReport, Receipts } from "../../conversation/ports/deliveries.ts";
import type { Intake } from "../../conversation/ports/intake.ts";
import type { LinkedDevice, PersonNames } from "../../conversation/ports/linked-device.ts";
import type { PairingView } from "../../conversation/ports/pairing.ts";
import type { Account } from "../../conversation/ports/part.ts";
import type { Log } from "../../lib/log.ts";
import { makeAcks } from "./acks.ts";
import { type Library, loadBaileys } from "./baileys.ts";
import { isLock } from "./closing.ts";
import type { Connection, Hooks } from "./connection.ts";
import { makeFetch } from "./fetch-media.ts";
import { guardProcess } from "./guard.ts";
import { type LeaseTimes, usualLeaseTimes } from "./hold-lease.ts";
import { hostOf, otherName } from "./learned.ts";
import { makePace } from "./pace.ts";
import { makePairing } from "./pairing.ts";
import { readReceipt, readUpdate } from "./read-status.ts";
import { readUpsert } from "./read-upsert.ts";
import { makeSend } from "./send.ts";
import { makeLink } from "./state.ts";
import { supervise, usualWaits, type Waits } from "./supervise.ts";
import { makeTaker } from "./take-messages.ts";

export type WhatsAppWebOptions = {
  /** What the account is called here: it outlives pairings, so that people stay who they are. */
  label: string;
  /** The number to be paired by code, E.164. */
  number?: string;
  /** Where WhatsApp is, for tests. */
  url?: string;
  version?: [number, number, number];
  /** Over all contacts, on average; 20 if it is not said. */
  messagesPerMinute?: number;
  intake: Intake;
  receipts: Receipts;
  device: LinkedDevice;
  names: PersonNames;
  /** The text of a message under this receipt that did not arrive yet. */
  sent: (account: Account, receipt: string) => Promise<string | null>;
  /** Shows lines to whoever sits before this machine; never a log. */
  show?: (lines: string) => void;
  log: Log;
  /** Epoch ms. */
  clock: () => number;
  /** From 0 to 1. */
  random?: () => number;
  waits?: Waits;
  leaseTimes?: LeaseTimes;
};

/** A telephone's linked device on WhatsApp. */
export type WhatsAppWeb = {
  channel: Channel;
  pairing(): PairingView;
  /** Begins to be the device, or to wait for that. Loads the library. Never throws. */
  start(): void;
  /** Takes in nothing more, ends the connection without unlinking, and gives the lease back. Nothing can be sent after it. */
  stop(): Promise<void>;
};

const perMinute = 20;
/** The longest pause between two messages to one contact that is settled beforehand, in ms. */
const mostGap = 3000;

/** WhatsApp Web by the library Baileys: what people write goes to `intake`, `channel` sends to those who wrote. */
export function makeWhatsAppWeb(options: WhatsAppWebOptions): WhatsAppWeb {
  const { label, url, version, log, clock, random = Math.random } = options;
  const { messagesPerMinute = perMinute, intake, receipts, device, names } = options;
  const account: Account = { channel: "whatsapp-web", account: label };
  const link = makeLink();
  const acks = makeAcks();
  const taker = makeTaker({ account, intake, receipts, names, clock });
  const ending = new AbortController();
  const { number, show = () => undefined } = options;
  const pairing = makePairing({
    ...{ link, account: label, show, log },
    ...(number === undefined ? {} : { number }),
  });
  const alarm = () => log.error("whatsapp_web_restricted", { account: label, code: 463 });
  let library: Library | undefined;
  const load = async () => {
    library = await loadBaileys();
    return library;
  };
  const hooks = makeHooks({
    ...{ account, link, acks, taker, pairing, receipts, alarm, log, clock },
    sent: (id) => options.sent(account, id),
    unwrap: (content) => library?.normalizeMessageContent(content),
  });
  const troubled = (error: unknown) => {
    const name = error instanceof Error ? error.name : "unknown";
    log.warn("whatsapp_web_store_waits", { account: label, name });
  };
  const elsewhere = () => log.warn("whatsapp_web_elsewhere", { account: label });
  let running: Promise<void> | null = null;
  let unguard: () => void = () => undefined;
  return {
    channel: {
      ...account,
      limits: {
        perSecond: messagesPerMinute / 60,
        contactGapMs: Math.min(mostGap, 60_000 / messagesPerMinute),
      },
      isElsewhere: () => link.state.is === "elsewhere",
      send: makeSend({
        ...{ link, acks, alarm, wasMet: taker.wasMet, addressOf: taker.addressOf },
        pace: makePace(messagesPerMinute, clock, random),
      }),
      fetch: makeFetch({ host: () => hostOf(link.state), loopback: isLoopback(url) }),
    },
    pairing: pairing.view,
    start() {
      unguard = guardProcess(log, label);
      running ??= supervise({
        ...{ device, account, clock, log, link, hooks, load, elsewhere, troubled, random },
        times: options.leaseTimes ?? usualLeaseTimes,
        waits: options.waits ?? usualWaits,
        signal: ending.signal,
        dialling: {
          ...(url === undefined ? {} : { url }),
          ...(version === undefined ? {} : { version }),
        },
      });
    },
    async stop() {
      await taker.idle();
      ending.abort();
      await running;
      await taker.idle();
      unguard();
    },
  };
}

/** Whether the bot was pointed to a server on this machine. */
const isLoopback = (url: string | undefined): boolean =>
  url !== undefined && /^wss?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url);

type Hooking = {
  account: Account;
  link: ReturnType<typeof makeLink>;
  acks: ReturnType<typeof makeAcks>;
  taker: ReturnType<typeof makeTaker>;
  pairing: ReturnType<typeof makePairing>;
  receipts: Receipts;
  alarm: () => void;
  log: Log;
  clock: () => number;
  sent: Hooks["sent"];
  unwrap: Parameters<typeof readUpsert>[1];
};

function makeHooks(parts: Hooking): Hooks {
  const { account, link, acks, taker, pairing, receipts, alarm, log, clock, unwrap } = parts;
  /** Connections on which a message could not be taken in: what came behind it comes again, too. */
  const broken = new WeakSet<Connection>();
  const report = (one: DeliveryReport | null) => {
    if (!one) return;
    if (one.failure && isLock(one.failure.code) && !link.restricted) {
      link.restrict();
      alarm();
    }
    receipts.told(account, one).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      log.warn("whatsapp_web_report_lost", { account: account.account, name });
    });
  };
  return {
    pairing: pairing.wanted,
    opened(connection) {
      log.info("whatsapp_web_open", { account: account.account });
      link.set({ is: "open", connection });
      void connection.closed.then(acks.over);
    },
    async message(message: WAMessage, connection) {
      const heard = readUpsert(message, unwrap, clock());
      if (!heard) return;
      if (broken.has(connection)) throw new Error("something before it was not taken in");
      try {
        await taker.take(heard, connection.own() ?? "", (name) => otherName(connection, name));
      } catch (error) {
        broken.add(connection);
        const name = error instanceof Error ? error.name : "unknown";
        log.warn("whatsapp_web_intake_waits", { account: account.account, name });
        throw error;
      }
    },
    updates(updates) {
      for (const one of updates) report(readUpdate(one, clock()));
    },
    receipts(all) {
      for (const one of all) report(readReceipt(one, clock()));
    },
    acknowledged: acks.told,
    restricted() {
      if (link.restricted) return;
      link.restrict();
      alarm();
    },
    sent: parts.sent,
  };
}
