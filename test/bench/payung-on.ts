import { randomBytes } from "node:crypto";
import { setImmediate as nextRound } from "node:timers/promises";
import { nowFrom } from "../../src/cli/io.ts";
import { makeConversation } from "../../src/conversation/conversation.ts";
import { makeDelivery } from "../../src/conversation/delivery.ts";
import { makeIntake } from "../../src/conversation/intake.ts";
import { makePauses } from "../../src/conversation/pause.ts";
import { makeChores } from "../../src/conversation/perform/chores.ts";
import { makePerformers } from "../../src/conversation/perform/performers.ts";
import type { Cases } from "../../src/conversation/ports/cases.ts";
import type { Channel } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Deliveries } from "../../src/conversation/ports/deliveries.ts";
import type { Jobs } from "../../src/conversation/ports/jobs.ts";
import type { Line } from "../../src/conversation/ports/line.ts";
import type { Outbox } from "../../src/conversation/ports/outbox.ts";
import type { Records } from "../../src/conversation/ports/records.ts";
import { plainFinish } from "../support/finish.ts";
import { noFiles } from "../support/no-files.ts";
import { bookOfOneForm } from "./form.ts";
import type { Peer, PeerOptions } from "./peer.ts";

const silent = { info() {}, warn() {}, error() {} };
const account = { channel: "bench", account: "bot" };
const contactOf = (user: number): Contact => ({ ...account, user: String(user) });

/** Who waits for a reply, and what came so far, by person; one for all instances of a process. */
const waiting = new Map<string, ((text: string) => void)[]>();
const replies = new Map<string, string[]>();

type Parts = { line: Line; outbox: Outbox; jobs: Jobs };

/** Everything between a channel and its store as it runs in earnest: intake, conversation, outbox and delivery. */
export function payungOn(store: Parts, close: () => Promise<void>, options: PeerOptions): Peer {
  const clock = () => Date.now() + (options.clockAhead ?? 0);
  const oneBook = bookOfOneForm();
  const book = () => oneBook;
  const counted = countingSends(store.outbox);
  const delivery = makeDelivery([handingBack(options.onReply, counted.begin)], {
    outbox: counted.outbox,
    deliveries: noDeliveries,
    finish: plainFinish,
    clock,
    log: silent,
  });
  const conversation = makeConversation({
    book,
    line: stoppable(store.line, options.beforeCommit),
    jobs: store.jobs,
    performers: makePerformers({
      ...noFiles,
      records: noRecords,
      cases: noCases,
      chores: makeChores(noCases, () => null),
      book,
      log: silent,
    }),
    cases: noCases,
    gaps: { keep: async () => undefined },
    pauses: makePauses(0, Date.now),
    identityElsewhere: [],
    outgoings: {
      ready: delivery.ready,
      committed: (_, held) => {
        if (held) delivery.send(held);
      },
    },
    now: () => nowFrom(Date.now()),
    clock,
    log: silent,
  });
  const intake = makeIntake(conversation, { clock, log: silent });
  const settle = async (): Promise<void> => {
    do {
      await intake.settled();
      await nextRound();
    } while (counted.underWay() > 0);
  };
  let taken: Promise<unknown> = Promise.resolve();
  let ids = 0;
  const run = randomBytes(4).toString("hex");
  delivery.start();
  return {
    async send(user, text, id) {
      const key = String(user);
      const reply = new Promise<string>((resolve) => {
        const others = waiting.get(key);
        if (others) others.push(resolve);
        else waiting.set(key, [resolve]);
      });
      const message = { kind: "message", at: new Date().toISOString(), text } as const;
      const name = id === undefined ? `${run}.${++ids}` : String(id);
      taken = intake.accept(contactOf(user), name, message);
      return (await taken) === "entered" ? reply : undefined;
    },
    taken: () => taken,
    settle,
    rest: settle,
    replies: (user) => replies.get(String(user)) ?? [],
    async recover() {
      while ((await conversation.sweep()) > 0);
      await settle();
    },
    async close() {
      await settle();
      await delivery.stop();
      await close();
    },
  };
}

/** A channel without a network: every part comes straight back to who waits for it. */
function handingBack(onReply: PeerOptions["onReply"], begin: () => void): Channel {
  return {
    ...account,
    limits: { perSecond: 1_000_000, contactGapMs: 0 },
    async send({ user }, { text }) {
      begin();
      onReply?.(Number(user));
      const before = replies.get(user);
      if (before) before.push(text);
      else replies.set(user, [text]);
      const resolves = waiting.get(user) ?? [];
      waiting.delete(user);
      for (const resolve of resolves) resolve(text);
      return { state: "sent" };
    },
  };
}

/** The outbox, telling how many parts are handed to the channel and not yet known to be sent. */
function countingSends(outbox: Outbox) {
  let begun = 0;
  let ended = 0;
  const counting: Outbox = {
    ...outbox,
    async sent(held, now) {
      const next = await outbox.sent(held, now);
      ended++;
      return next;
    },
  };
  return { outbox: counting, begin: () => void begun++, underWay: () => begun - ended };
}

/** The line, with a place to be killed at between reading and saving. */
function stoppable(line: Line, beforeCommit: PeerOptions["beforeCommit"]): Line {
  if (!beforeCommit) return line;
  return {
    ...line,
    async commit(lease, outcome, now) {
      await beforeCommit();
      return line.commit(lease, outcome, now);
    },
  };
}

/** The form has no effects, and nobody tells of a delivery. */
const nothing = {
  get: () => () => Promise.reject(new Error("the form has no effects")),
};
const noRecords = new Proxy({} as Records, nothing);
const noCases = new Proxy({} as Cases, nothing);
const noDeliveries = new Proxy({} as Deliveries, nothing);
