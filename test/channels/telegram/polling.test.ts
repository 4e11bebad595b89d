import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { TelegramOptions } from "../../../src/channels/telegram/make-telegram.ts";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { fakeAndBot, keptIntake, until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());
const setUp = async (options: Partial<TelegramOptions> = {}) => {
  const all = await fakeAndBot(options);
  close = all.close;
  return all;
};
const offsets = (tg: Awaited<ReturnType<typeof setUp>>["tg"]) =>
  tg.callsOf("getUpdates").map(({ params }) => params["offset"]);

test("what a person writes is taken in under an id that a redelivery repeats", async () => {
  const { tg, bot, entered } = await setUp();
  bot.start();
  const { update } = tg.user(77).say("Sri Wahyuni");
  await until(() => entered.length === 1);
  const { at, ...message } = entered[0]?.message ?? { at: "" };
  expect(entered[0]).toMatchObject({ user: "77", account: "4242", id: `tg-${update}` });
  expect(message).toEqual({ kind: "message", text: "Sri Wahyuni" });
  expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(5000);
});

test("the bot's account is known without a network", async () => {
  const { tg, bot } = await setUp();
  expect(bot.channel).toMatchObject({ channel: "telegram", account: "4242" });
  expect(bot.channel.limits).toEqual({ perSecond: 28, contactGapMs: 1000 });
  expect(bot.webhook).toBeNull();
  expect(tg.calls).toEqual([]);
});

test("messages of one person keep their order, and a slow one holds up nobody else", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake((user) => (user === "1" ? gate : undefined));
  const { tg, bot } = await setUp({ intake: kept.intake });
  const [ana, bia] = [tg.user(1), tg.user(2)];
  for (const text of ["a1", "a2", "a3"]) ana.say(text);
  for (const text of ["b1", "b2"]) bia.say(text);
  bot.start();
  await until(() => kept.entered.length === 2);
  expect(kept.said()).toEqual(["b1", "b2"]);
  expect(kept.tried).toHaveLength(3);
  open();
  await until(() => kept.entered.length === 5);
  expect(kept.said()).toEqual(["b1", "b2", "a1", "a2", "a3"]);
});

test("nothing is confirmed before all of it is in: after a failure the same comes again, none is lost or taken twice", async () => {
  let failures = 3;
  const kept = keptIntake((_, { text }) => {
    if (text === "a2" && failures-- > 0) throw new Busy();
  });
  const { tg, bot, events } = await setUp({ intake: kept.intake });
  const [ana, bia] = [tg.user(1), tg.user(2)];
  for (const text of ["a1", "a2", "a3"]) ana.say(text);
  bia.say("b1");
  bot.start();
  await until(() => failures === 1);
  bia.say("b2");
  await until(() => tg.polling);
  expect(kept.said()).toEqual(["a1", "b1", "b2", "a2", "a3"]);
  expect(offsets(tg)).toEqual([0, 0, 0, 0, 1006]);
  expect(tg.queue).toEqual([]);
  expect(kept.tried.filter((id) => id === "tg-1001")).toHaveLength(1);
  expect(events().filter((event) => event === "telegram_intake_waits")).toHaveLength(1);
});

test("after a silence Telegram may count on from a lower number, and nothing is passed over", async () => {
  const { tg, bot, said } = await setUp();
  const ana = tg.user(77);
  ana.say("sebelum");
  bot.start();
  await until(() => said().length === 1 && tg.queue.length === 0 && tg.polling);
  tg.endPoll();
  await until(() => tg.callsOf("getUpdates").length === 3 && tg.polling);
  tg.endPoll();
  const { from, chat } = ana;
  tg.push({ update_id: 5, message: { from, chat, date: 1, text: "dari awal" } });
  await until(() => said().includes("dari awal"));
  expect(offsets(tg).slice(0, 3)).toEqual([0, 1002, 0]);
});

test("a cut connection, a page of a proxy, another reader and a wish to wait are all waited out", async () => {
  const { tg, bot, events, said } = await setUp();
  const poll = (fault: Parameters<typeof tg.fail>[1]) => tg.fail("getUpdates", fault);
  poll("reset");
  poll({ status: 502 });
  poll({ status: 403, body: "<html>not for you</html>" });
  poll({ error_code: 409, description: "Conflict: terminated by other getUpdates request" });
  poll({ error_code: 409, description: "Conflict: terminated by other getUpdates request" });
  const parameters = { retry_after: 1 };
  poll({ error_code: 429, description: "Too Many Requests: retry after 1", parameters });
  tg.user(77).say("masih di sini");
  bot.start();
  await until(() => said().length === 1);
  const at = tg.callsOf("getUpdates").map((call) => call.at);
  expect((at[6] ?? 0) - (at[5] ?? 0)).toBeGreaterThan(950);
  expect(events().filter((event) => event === "telegram_has_another_reader")).toHaveLength(1);
  expect(events().filter((event) => event === "telegram_unreachable").length).toBeLessThan(3);
  expect(events()).toContain("telegram_works_again");
});

test("without a network at the start it goes on trying, and introduces itself when there is one", async () => {
  const { tg, bot, said, events } = await setUp();
  tg.fail("*", "reset", 9);
  tg.user(77).say("halo");
  bot.start();
  await until(() => said().length === 1 && tg.desk.profile["setMyShortDescription"]);
  expect(tg.callsOf("getMe").length).toBeGreaterThan(1);
  expect(events().filter((event) => event === "telegram_unreachable")).toHaveLength(1);
});

test("who the bot is need not be known for people to be heard", async () => {
  const { tg, bot, said } = await setUp();
  tg.fail("getMe", { delay: 60_000 });
  tg.user(77).say("halo");
  bot.start();
  await until(() => said().length === 1);
});

test("a refused token is said once and tried again", async () => {
  const { tg, bot, lines, said } = await setUp();
  tg.fail("getUpdates", { error_code: 401, description: "Unauthorized" }, 2);
  tg.user(77).say("halo");
  bot.start();
  await until(() => said().length === 1);
  const told = lines.filter((line) => line.startsWith("error telegram_refuses_the_token"));
  expect(told).toEqual(['error telegram_refuses_the_token {"account":"4242","code":401}']);
  const at = tg.callsOf("getUpdates").map((call) => call.at);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(110);
});

test("a webhook left behind is removed, and what waited there is read", async () => {
  const { tg, bot, said } = await setUp();
  tg.webhook = { url: "http://127.0.0.1:1/nobody" };
  tg.user(77).say("lama menunggu");
  bot.start();
  await until(() => said().length === 1);
  expect(tg.webhook).toBeNull();
});

test("stopping ends a poll at once", async () => {
  const { tg, bot } = await setUp();
  bot.start();
  await until(() => tg.polling);
  const begun = Date.now();
  await bot.stop();
  expect(Date.now() - begun).toBeLessThan(500);
  await until(() => !tg.polling);
});

test("stopping waits for what is being taken in, begins nothing more, and the next start takes the rest once", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake(() => gate);
  const { tg, bot } = await setUp({ intake: kept.intake });
  for (const text of ["satu", "dua"]) tg.user(77).say(text);
  bot.start();
  await until(() => kept.tried.length === 1);
  let stopped = false;
  const stopping = bot.stop().then(() => {
    stopped = true;
  });
  await sleep(50);
  expect(stopped).toBe(false);
  open();
  await stopping;
  expect(kept.said()).toEqual(["satu"]);
  const next = await fakeAndBot({ apiRoot: tg.apiRoot, intake: kept.intake });
  next.bot.start();
  await until(() => kept.entered.length === 2);
  await next.close();
  expect(kept.said()).toEqual(["satu", "dua"]);
});

test("a stop while it waits after a failure ends at once", async () => {
  const { tg, bot } = await setUp({ waits: { firstMs: 60_000, mostMs: 60_000, tokenMs: 60_000 } });
  tg.fail("*", "reset", 50);
  bot.start();
  await until(() => tg.calls.length > 1);
  const begun = Date.now();
  await bot.stop();
  expect(Date.now() - begun).toBeLessThan(500);
});

test("updates of every odd shape pass without harm", async () => {
  const { tg, bot, said, tried } = await setUp();
  const ana = tg.user(77);
  ana.block();
  ana.unblock();
  tg.push({ message: { from: ana.from, chat: ana.chat, date: 9e15, text: "x" } });
  tg.push({ message: {} });
  tg.push({ callback_query: {} });
  ana.say("selamat");
  bot.start();
  await until(() => said().includes("selamat"));
  expect(tried).toHaveLength(1);
  await until(() => tg.polling);
  expect(tg.queue).toEqual([]);
});

test("a tapped button is answered before its message is in, and an answer that comes too late disturbs nothing", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake(() => gate);
  const { tg, bot, lines } = await setUp({ intake: kept.intake });
  const ana = tg.user(77);
  await bot.channel.send(
    { channel: "telegram", account: "4242", user: "77" },
    { text: "Benar?", choices: [{ id: "f.s.ya", label: "Ya" }], numbered: true, keys: [] },
  );
  ana.say("halo");
  const callback = ana.tap(await ana.next(), "Ya");
  const late = ana.tap(await Promise.resolve(ana.inbox[0] as never), "f.s.tidak");
  tg.desk.callbacks.set(late, "answered");
  bot.start();
  await until(() => tg.callsOf("answerCallbackQuery").length === 2);
  await until(() => tg.desk.callbacks.get(callback) === "answered");
  expect(kept.entered).toEqual([]);
  open();
  await until(() => kept.entered.length === 3);
  expect(kept.entered.map(({ message }) => message.choice)).toEqual([
    undefined,
    "f.s.ya",
    "f.s.tidak",
  ]);
  expect(lines).toEqual([]);
});

test("a button whose answer hangs holds nothing up", async () => {
  const { tg, bot, entered } = await setUp();
  tg.fail("answerCallbackQuery", { delay: 60_000 });
  tg.user(77).callback({ data: "f.s.ya" });
  bot.start();
  await until(() => entered.length === 1, 2000);
});
