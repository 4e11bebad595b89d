import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeAndBot, until } from "../../support/tg-fake-bot.ts";

const minute = 60_000;
let all: Awaited<ReturnType<typeof fakeAndBot>>;
let now = Date.now();
beforeEach(async () => {
  all = await fakeAndBot({ clock: () => now });
  all.bot.start();
  await until(() => all.tg.desk.profile["setMyShortDescription"] && all.tg.polling);
});
afterEach(() => all.close());

/** Everything that was written so far has been read. */
const read = () => until(() => all.tg.queue.length === 0 && all.tg.polling);

test("in a group it answers one sentence with a way to the private chat, and takes nothing in", async () => {
  const { tg, tried } = all;
  const [group, ana] = [tg.group(-7), tg.user(77)];
  group.say(ana, "NIK saya 3171234567890123");
  group.say(ana, "/daftar");
  await until(() => group.inbox.length === 1);
  await read();
  expect(group.inbox).toHaveLength(1);
  expect(group.inbox[0]).toMatchObject({
    text: "telegram.in_group",
    reply_markup: {
      inline_keyboard: [
        [{ text: "telegram.in_group_button", url: "https://t.me/payung_fake_bot?start=grup" }],
      ],
    },
  });
  expect(tried).toEqual([]);
});

test("a group hears that at most once in ten minutes, each group for itself", async () => {
  const { tg } = all;
  const [one, other, ana] = [tg.group(-7), tg.group(-8), tg.user(77)];
  one.say(ana, "/menu");
  one.say(ana, "@payung_fake_bot halo");
  other.say(ana, "@payung_fake_bot halo");
  await until(() => one.inbox.length + other.inbox.length === 2);
  now += 9.9 * minute;
  one.say(ana, "/menu");
  await read();
  now += 0.2 * minute;
  one.say(ana, "/menu");
  await until(() => one.inbox.length === 2);
  await read();
  expect([one.inbox.length, other.inbox.length]).toEqual([2, 1]);
});

test("talk among people is left alone", async () => {
  const { tg } = all;
  const [group, ana] = [tg.group(-7), tg.user(77)];
  group.say(ana, "halo semua");
  group.say(ana, "@lain_bot menu");
  await read();
  expect(group.inbox).toEqual([]);
});

test("a button tapped in a group is answered and not taken in", async () => {
  const { tg, tried } = all;
  const [group, ana] = [tg.group(-7), tg.user(77)];
  const callback = ana.callback({ data: "f.s.ya", message: { message_id: 1, chat: group.chat } });
  await until(() => tg.desk.callbacks.get(callback) === "answered");
  await read();
  expect(tried).toEqual([]);
});

test("a group that the bot was thrown out of disturbs nobody", async () => {
  const { tg, said, lines } = all;
  const [group, ana] = [tg.group(-7), tg.user(77)];
  tg.fail("sendMessage", { error_code: 403, description: "Forbidden: bot was kicked" });
  group.say(ana, "/menu");
  ana.say("halo");
  await until(() => said().length === 1 && tg.callsOf("sendMessage").length === 1);
  expect(lines).toEqual([]);
});
