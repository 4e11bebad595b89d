import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { makeDelivery } from "../../src/conversation/delivery.ts";
import { makeIntake } from "../../src/conversation/intake.ts";
import type { SendErrorCode } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { makeReceipts } from "../../src/conversation/receipts.ts";
import { openTestApp } from "../support/app.ts";
import { plainFinish } from "../support/finish.ts";
import { keptChannel } from "../support/kept-channel.ts";
import { until } from "../support/tg-fake-bot.ts";

const silent = { info() {}, warn() {}, error() {} };
const says = (text: string): Inbound => ({ kind: "message", at: new Date().toISOString(), text });

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

let accounts = 0;

/** A bot on a channel whose provider gives receipts; `answer` says what becomes of a sending. */
async function bot() {
  const account = `receipts${accounts++}`;
  const { channel, ...kept } = keptChannel({ perSecond: 1000, contactGapMs: 0 }, account);
  let receipts = 0;
  const invited: string[] = [];
  const refusals: SendErrorCode[] = [];
  const giving = {
    ...channel,
    async send(contact: Contact, body: Parameters<typeof channel.send>[1]) {
      const code = refusals.shift();
      if (code) return { state: "failed", error: { code, detail: code } } as const;
      const result = await channel.send(contact, body);
      return result.state === "sent" ? { ...result, receipt: `r${receipts++}` } : result;
    },
    async invite({ user }: Contact) {
      invited.push(user);
      return { state: "sent" } as const;
    },
  };
  const { outbox, deliveries } = app.store;
  const delivery = makeDelivery([giving], {
    ...{ outbox, deliveries, finish: plainFinish, clock: Date.now, log: silent },
  });
  const conversation = app.conversation(Date.now, {
    ready: delivery.ready,
    committed: (_, held) => void (held && delivery.send(held)),
  });
  const intake = makeIntake(conversation, { clock: Date.now, log: silent });
  const seen = makeReceipts({ deliveries, intake, channel: () => giving, log: silent });
  delivery.start();
  const contact: Contact = { channel: channel.channel, account: channel.account, user: "a" };
  const texts = () => kept.sent.map(({ text }) => text.split("\n")[0]);
  const told = (receipt: string, error: SendErrorCode | null, state: "sent" | "read" = "sent") =>
    seen.told(channel, {
      receipt,
      at: Date.now(),
      state: error ? "failed" : state,
      ...(error ? { failure: { code: "13", error } } : {}),
    });
  const say = async (text: string) => {
    await seen.wrote(contact);
    await intake.accept(contact, `m${receipts}-${text}`, says(text));
  };
  return { contact, say, told, texts, invited, refusals, close: () => delivery.stop() };
}

test("what the provider took and lost goes out once more, however often it tells", async () => {
  const { say, told, texts, close } = await bot();
  await say("halo");
  await until(() => texts().length === 1);
  for (let time = 0; time < 5; time++) await told("r0", "unreachable");
  await until(() => texts().length === 2);
  expect(texts()[1]).toBe(texts()[0]);
  await told("r1", null, "read");
  await told("r0", "unreachable");
  expect(texts()).toHaveLength(2);
  await close();
});

test("what keeps getting lost is given up after three further tries", async () => {
  const { say, told, texts, close } = await bot();
  await say("halo");
  for (let time = 0; time < 6; time++) {
    await until(() => texts().length >= Math.min(time + 1, 4));
    await told(`r${time}`, "unreachable");
  }
  expect(texts()).toHaveLength(4);
  await close();
});

test("what can never arrive is not sent again", async () => {
  const { say, told, texts, close } = await bot();
  await say("halo");
  await until(() => texts().length === 1);
  await told("r0", "refused");
  await say("menu");
  await until(() => texts().length === 2);
  expect(texts()).toHaveLength(2);
  await close();
});

test.for(["at once", "later"])(
  "outside the window a reply waits for the person's next message and goes before its answer; they are asked once (told %s)",
  async (when) => {
    const { contact, say, told, texts, invited, refusals, close } = await bot();
    if (when === "at once") refusals.push("window", "window");
    await say("halo");
    if (when === "later") {
      await until(() => texts().length === 1);
      await told("r0", "window");
      await told("r0", "window");
    }
    await until(() => invited.length === 1);
    const owed = await app.store.deliveries.owed(contact);
    expect(owed).toHaveLength(1);
    refusals.length = 0;
    const before = texts().length;
    await say("tentang");
    await until(() => texts().length === before + 2);
    expect(texts()[before]).toMatch(/Halo, ini Payung/);
    expect(texts()[before + 1]).not.toMatch(/Halo, ini Payung/);
    expect(await app.store.deliveries.owed(contact)).toEqual([]);
    expect(invited).toHaveLength(1);
    await close();
  },
);

test("a refused reply is known to be lost, and a word that only passes is neither kept nor asked for", async () => {
  const { contact, say, invited, refusals, texts, close } = await bot();
  refusals.push("refused");
  await say("halo");
  const { deliveries } = app.store;
  await until(async () => (await deliveries.summary(Date.now())).failed["refused"]);
  const number = (await app.store.cases.open("late", contact, opening, new Date().toISOString()))
    .number;
  refusals.push("window");
  await app
    .conversation(Date.now)
    .receive(contact, "late", { kind: "officer", case: number, act: "late", by: "payung" });
  await until(() => refusals.length === 0);
  await say("menu");
  await until(() => texts().length === 1);
  expect(texts()[0]).not.toContain("belum ada petugas");
  expect(invited).toEqual([]);
  await close();
});
const opening = { language: "id", flow: null, step: null } as const;
