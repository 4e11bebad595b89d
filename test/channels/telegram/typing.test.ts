import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeAndBot, until } from "../../support/tg-fake-bot.ts";

/** Longer than a reply may take before "typing" is shown. */
const longMs = 600;
let all: Awaited<ReturnType<typeof fakeAndBot>>;
let now = Date.now();
beforeEach(async () => {
  all = await fakeAndBot({ clock: () => now });
  all.bot.start();
});
afterEach(() => all.close());

const shown = () => all.tg.callsOf("sendChatAction").map(({ params }) => params);
const sends = (user: string) =>
  all.bot.channel.send(
    { channel: "telegram", account: "4242", user },
    { text: "Baik.", choices: [], numbered: false, keys: [] },
  );

test("who waits for an answer sees that it is being typed, at most every 4 seconds", async () => {
  const ana = all.tg.user(77);
  const begun = Date.now();
  ana.say("satu");
  ana.say("dua");
  await until(() => shown().length === 1);
  expect(Date.now() - begun).toBeGreaterThan(390);
  expect(shown()).toEqual([{ chat_id: "77", action: "typing" }]);
  now += 3900;
  ana.say("tiga");
  await sleep(longMs);
  expect(shown()).toHaveLength(1);
  now += 200;
  ana.say("empat");
  await until(() => shown().length === 2);
});

test("where nobody answers it is shown once for a message, and ends by itself at Telegram's", async () => {
  all.tg.user(77).say("satu");
  await until(() => shown().length === 1);
  for (let minute = 0; minute < 2; minute++) {
    now += 60_000;
    await sleep(longMs);
    expect(shown()).toHaveLength(1);
  }
});

test("a quick answer costs no call more", async () => {
  all.tg.user(77).say("satu");
  all.tg.user(78).say("satu");
  await until(() => all.entered.length === 2);
  await sends("77");
  await until(() => shown().length === 1);
  await sleep(longMs);
  expect(shown()).toEqual([{ chat_id: "78", action: "typing" }]);
  all.tg.user(77).say("dua");
  await until(() => shown().length === 2);
  expect(shown()[1]).toEqual({ chat_id: "77", action: "typing" });
});

test("nothing is shown for what was seen before or refused, and a failure of it disturbs nothing", async () => {
  let outcome: "seen" | "refused" | "entered" = "seen";
  let accepted = 0;
  const intake = {
    accept: async () => {
      accepted++;
      return outcome;
    },
    giveBack: async () => undefined,
  };
  const { tg, bot, close, lines } = await fakeAndBot({ intake });
  bot.start();
  tg.user(77).say("lagi");
  await until(() => accepted === 1);
  outcome = "refused";
  tg.user(78).say("terlalu cepat");
  await until(() => accepted === 2);
  await sleep(longMs);
  expect(tg.callsOf("sendChatAction")).toEqual([]);
  outcome = "entered";
  tg.fail("sendChatAction", "reset");
  tg.user(79).say("halo");
  await until(() => tg.callsOf("sendChatAction").length === 1);
  await sleep(20);
  expect(lines).toEqual([]);
  await close();
});
