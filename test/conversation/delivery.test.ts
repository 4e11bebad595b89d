import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Delivery, makeDelivery } from "../../src/conversation/delivery.ts";
import type { SendErrorCode, SendResult } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Outcome } from "../../src/conversation/ports/line.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { plainFinish } from "../support/finish.ts";
import { keptChannel } from "../support/kept-channel.ts";
import { keptLog } from "../support/stores.ts";
import { item, taking, turnOf } from "../support/turns.ts";

let store: Store;
let offset = 0;
const clock = () => Date.now() + offset;
const deliveries: Delivery[] = [];
beforeAll(async () => {
  store = await openStore({ dataDir: ":memory:", log: keptLog().log });
});
afterEach(async () => {
  for (const delivery of deliveries.splice(0)) await delivery.stop();
});
afterAll(() => store.close());

let accounts = 0;
const silent = { info() {}, warn() {}, error() {} };

/** A delivery on a channel of its own. */
function begin(limits?: { perSecond: number; contactGapMs: number }) {
  const kept = keptChannel(limits, `kept${accounts++}`);
  const delivery = makeDelivery([kept.channel], {
    outbox: store.outbox,
    deliveries: store.deliveries,
    finish: plainFinish,
    clock,
    log: silent,
  });
  deliveries.push(delivery);
  const contact = (user: string): Contact => ({
    channel: "kept",
    account: kept.channel.account,
    user,
  });
  let turns = 0;
  const commit = async (user: string, names: string[], more: Partial<Outcome> = {}) => {
    const id = `t${turns++}`;
    const entry = await store.line.enter(contact(user), item(id), clock());
    const parts = names.map((name) => ({
      id: `${kept.channel.account} ${user} ${name}`,
      body: { text: name, choices: [], numbered: true, keys: [] },
    }));
    const done = await store.line.commit(
      turnOf(entry).lease,
      taking([id], { parts, ...more }),
      clock(),
    );
    if (done.state === "refused") throw new Error("refused");
    return done.held;
  };
  return { kept, delivery, contact, commit };
}

const failing = (code: SendErrorCode, retryAfterMs?: number): SendResult => ({
  state: "failed",
  error: { code, detail: "test", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > 10_000) throw new Error("waited in vain");
    await sleep(5);
  }
}

test("parts reach each contact in order, one at a time, and contacts are served side by side", async () => {
  const { kept, delivery, commit } = begin();
  const users = ["a", "b", "c", "d"];
  for (const user of users) await commit(user, ["1", "2", "3"]);
  for (const user of users) await commit(user, ["4"]);
  let together = 0;
  let most = 0;
  kept.answer = async () => {
    most = Math.max(most, ++together);
    await sleep(20);
    together--;
    return { state: "sent" };
  };
  delivery.start();
  await until(() => kept.sent.length === 16);
  for (const user of users) expect(kept.to(user)).toEqual(["1", "2", "3", "4"]);
  expect(kept.mostAtOnce()).toBe(1);
  expect(most).toBe(4);
});

test("what a commit hands out goes at once, without a look at the outbox", async () => {
  const { kept, delivery, contact, commit } = begin();
  expect(delivery.ready(contact("a"))).toBe(true);
  expect(delivery.ready({ ...contact("a"), account: "another" })).toBe(false);
  const held = await commit("a", ["1", "2"], { hold: true });
  if (held) delivery.send(held);
  await until(() => kept.sent.length === 2);
  expect(kept.to("a")).toEqual(["1", "2"]);
});

test("the pause between two messages to one contact is kept", async () => {
  const { kept, delivery, commit } = begin({ perSecond: 1000, contactGapMs: 150 });
  await commit("a", ["1", "2", "3"]);
  delivery.start();
  await until(() => kept.sent.length === 3);
  const [first, second, third] = kept.sent.map(({ at }) => at);
  // Timers may fire a millisecond early.
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(148);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(148);
});

test("the channel's messages a second are not exceeded", async () => {
  const { kept, delivery, commit } = begin({ perSecond: 50, contactGapMs: 0 });
  for (let i = 0; i < 30; i++) await commit(`user${i}`, ["1"]);
  delivery.start();
  await until(() => kept.sent.length === 30);
  const times = kept.sent.map(({ at }) => at);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(29 * 20 - 30);
});

test("when the provider asks to wait, everybody waits, and goes on in order", async () => {
  const { kept, delivery, commit, contact } = begin();
  let refusals = 1;
  kept.answer = async () => (refusals-- > 0 ? failing("too_many", 400) : { state: "sent" });
  await commit("a", ["1", "2"]);
  delivery.start();
  await until(() => !delivery.ready(contact("b")));
  const paused = Date.now();
  await commit("b", ["1"]);
  await until(() => kept.sent.length === 3);
  expect(kept.sent[0]?.at).toBeGreaterThanOrEqual(paused + 380);
  expect(kept.to("a")).toEqual(["1", "2"]);
});

test("a part that is refused becomes a dead letter, and the contact's next part goes on", async () => {
  const { kept, delivery, commit } = begin();
  kept.answer = async (_, text) => (text === "bad" ? failing("refused") : { state: "sent" });
  await commit("a", ["1", "bad", "3"]);
  delivery.start();
  await until(() => kept.sent.length === 2);
  expect(kept.to("a")).toEqual(["1", "3"]);
  const [letter, ...others] = await store.dead.list();
  expect(letter).toMatchObject({ what: "part", code: "refused" });
  expect(others).toEqual([]);
  kept.answer = async () => ({ state: "sent" });
  await store.dead.retry(letter?.id ?? "", clock());
  await until(() => kept.sent.length === 3);
  expect(kept.to("a")).toEqual(["1", "3", "bad"]);
});

test("a contact who blocked the bot is left alone until something new is said to them", async () => {
  const { kept, delivery, commit, contact } = begin();
  kept.answer = async () => failing("blocked");
  await commit("a", ["1", "2", "3"]);
  delivery.start();
  await until(() => kept.tried.length === 1);
  await sleep(500);
  expect(kept.tried).toEqual(["1"]);
  expect(await store.outbox.unsent(contact("a"), 10)).toEqual([]);
  expect(await store.dead.list()).toEqual([]);
  kept.answer = async () => ({ state: "sent" });
  await commit("a", ["4"]);
  await until(() => kept.sent.length === 1);
  expect(kept.to("a")).toEqual(["4"]);
});

test("after a day without the provider everything is sent, in order, once", async () => {
  const { kept, delivery, commit } = begin();
  kept.answer = async () => failing("unreachable");
  for (let i = 0; i < 40; i++) await commit(`user${i % 20}`, [`${Math.floor(i / 20)}`]);
  delivery.start();
  const end = clock() + 86_400_000;
  while (clock() < end) {
    offset += 61_000 * 10;
    await sleep(3);
  }
  const tried = kept.tried.length;
  // A channel that is down is tried now and then by one sending, not by everybody's.
  expect(tried).toBeLessThan(40);
  for (let i = 0; i < 20; i++) await commit(`user${i}`, ["2"]);
  kept.answer = async () => ({ state: "sent" });
  while (kept.sent.length < 60) {
    const before = kept.sent.length;
    await sleep(50);
    // Time goes on where nothing moves: a busy machine must not make holds run out in the middle of a sending.
    if (kept.sent.length === before) offset += 61_000;
  }
  for (let i = 0; i < 20; i++) expect(kept.to(`user${i}`)).toEqual(["0", "1", "2"]);
  expect(await store.dead.list()).toEqual([]);
});

test("replies go before bulk", async () => {
  const { kept, delivery, commit } = begin({ perSecond: 100, contactGapMs: 0 });
  for (let i = 0; i < 40; i++) await commit(`many${i}`, ["bulk"], { lane: "bulk" });
  for (let i = 0; i < 5; i++) await commit(`user${i}`, ["reply"]);
  delivery.start();
  await until(() => kept.sent.length === 45);
  // A timer that fires late may let a neighbour pass.
  const first = kept.sent.slice(0, 8).map(({ text }) => text);
  expect(first.filter((text) => text === "reply")).toHaveLength(5);
});

test("two senders on one outbox send every part once", async () => {
  const { kept, delivery, commit } = begin();
  const other = makeDelivery([kept.channel], {
    outbox: store.outbox,
    deliveries: store.deliveries,
    finish: plainFinish,
    clock,
    log: silent,
  });
  deliveries.push(other);
  for (let i = 0; i < 60; i++) await commit(`user${i % 30}`, [`${Math.floor(i / 30)}`]);
  delivery.start();
  other.start();
  await until(() => kept.sent.length >= 60);
  await sleep(300);
  expect(kept.sent).toHaveLength(60);
  for (let i = 0; i < 30; i++) expect(kept.to(`user${i}`)).toEqual(["0", "1"]);
});

test("stopping ends what is under way and leaves the rest for the next start", async () => {
  const { kept, delivery, commit, contact } = begin();
  kept.answer = async () => {
    await sleep(100);
    return { state: "sent" };
  };
  await commit("a", ["1", "2"]);
  delivery.start();
  await until(() => kept.tried.length === 1);
  await delivery.stop();
  expect(kept.to("a")).toEqual(["1"]);
  expect((await store.outbox.unsent(contact("a"), 10)).map(({ body }) => body)).toMatchObject([
    { text: "2" },
  ]);
  const next = makeDelivery([kept.channel], {
    outbox: store.outbox,
    deliveries: store.deliveries,
    finish: plainFinish,
    clock,
    log: silent,
  });
  deliveries.push(next);
  next.start();
  await until(() => kept.sent.length === 2);
});
