import { afterEach, expect, test } from "vitest";
import { makeApi } from "../../../src/channels/telegram/api.ts";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { fakeAndBot, keptIntake, until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());
const setUp = async (...args: Parameters<typeof fakeAndBot>) => {
  const all = await fakeAndBot(...args);
  close = all.close;
  return all;
};

test("neither token nor secret nor anything that a person wrote or reads comes into the log or an error", async () => {
  const mark = "TANDA-3171234567890123";
  let failures = 1;
  const kept = keptIntake((_, { text }) => {
    if (failures-- > 0) throw new Error(`store refused ${text}`);
  });
  const { tg, bot, lines } = await setUp({ intake: kept.intake, texts: () => mark });
  const ana = tg.user(7712345678, mark);
  const page = { status: 403, body: `<html>${mark}</html>` };
  for (const method of ["getUpdates", "getMe", "setMyCommands", "sendMessage", "sendDocument"]) {
    tg.fail(method, "reset");
    tg.fail(method, page);
    tg.fail(method, { error_code: 400, description: "Bad Request: chat 7712345678 is odd" });
    tg.fail(method, { error_code: 401, description: "Unauthorized" });
    tg.fail(method, { status: 502, body: mark });
  }
  bot.start();
  ana.say(mark);
  ana.sendFile("document", 5, { name: `${mark}.pdf`, caption: mark });
  ana.edit(ana.say(`/${mark}`), { text: mark });
  tg.group(-7).say(ana, `/menu ${mark}`);
  tg.push({ message: { from: ana.from, chat: ana.chat, date: 9e15, text: mark } });
  const body = { text: mark, choices: [{ id: "x", label: mark }], numbered: true, keys: [mark] };
  const contact = { channel: "telegram", account: "4242", user: "7712345678" };
  const results: unknown[] = [];
  for (let time = 0; time < 6; time++) {
    results.push(await bot.channel.send(contact, body));
    results.push(await bot.channel.send(contact, { ...body, file: { name: mark, content: mark } }));
  }
  await until(() => kept.entered.length === 4);
  const told = `${lines.join("\n")}\n${JSON.stringify(results)}`;
  expect(lines.length).toBeGreaterThan(3);
  for (const secret of [tg.token, tg.token.split(":")[1] ?? "", mark, "7712345678"])
    expect(told).not.toContain(secret);
  expect(told).toContain("invalid-json");
});

test("nor by the webhook", async () => {
  const secret = "rahasia_sekali";
  const kept = keptIntake(() => {
    throw new Busy();
  });
  const webhook = { url: "https://contoh.id/TANDA", secret };
  const { bot, tg, lines } = await setUp({ intake: kept.intake, webhook });
  tg.fail("setWebhook", { error_code: 400, description: "Bad Request: bad webhook" });
  bot.start();
  const headers = new Headers({ "x-telegram-bot-api-secret-token": secret });
  const message = { from: { id: 77 }, chat: { id: 77, type: "private" }, date: 1, text: "TANDA" };
  const body = Buffer.from(JSON.stringify({ update_id: 1, message }));
  expect(await bot.webhook?.receive({ headers, body, query: new URLSearchParams() })).toBe(503);
  await until(() => tg.webhook !== null);
  for (const word of [secret, "TANDA", tg.token]) expect(lines.join("\n")).not.toContain(word);
  expect(lines.length).toBeGreaterThan(1);
});

test("a call ends when its time is over, and when it is told to", async () => {
  const { tg } = await setUp();
  const api = makeApi(tg.token, tg.apiRoot);
  tg.fail("getMe", { delay: 60_000 }, 3);
  const late = { ok: false, fault: { code: null, words: "no answer in time" } };
  expect(await api.call("getMe", {}, { timeoutMs: 50 })).toEqual(late);
  const ending = new AbortController();
  const call = api.call("getMe", {}, { signal: ending.signal });
  ending.abort();
  expect(await call).toEqual(late);
  expect(await api.call("getMe", {}, { signal: ending.signal })).toEqual(late);
});

test.for(["", "abc", ":abc", "bot4242:abc"])("a token %o is a defect", (token) => {
  expect(() => makeApi(token)).toThrow("the bot's id");
});
