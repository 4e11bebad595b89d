import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { TelegramOptions } from "../../../src/channels/telegram/make-telegram.ts";
import { Busy } from "../../../src/conversation/ports/intake.ts";
import { fakeAndBot, keptIntake, until } from "../../support/tg-fake-bot.ts";

const secret = "kata-rahasia_1";
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const setUp = async (options: Partial<TelegramOptions> = {}, url = "https://contoh.id/hook") => {
  const all = await fakeAndBot({ webhook: { url, secret }, ...options });
  closing.push(all.close);
  const receive = (body: unknown, headers: Record<string, string> = { [secretHeader]: secret }) =>
    all.bot.webhook?.receive({
      headers: new Headers(headers),
      query: new URLSearchParams(),
      body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    });
  return { ...all, receive };
};
const secretHeader = "X-Telegram-Bot-Api-Secret-Token";
const update = (id: number, text: string, user = 77) => ({
  update_id: id,
  message: { from: { id: user }, chat: { id: user, type: "private" }, date: 1, text },
});

test("with the right secret a message is taken in, and only then acknowledged", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake(() => gate);
  const { receive } = await setUp({ intake: kept.intake });
  let status: number | undefined;
  const answered = receive(update(5, "halo"))?.then((code) => {
    status = code;
  });
  await until(() => kept.tried.length === 1);
  expect(status).toBeUndefined();
  open();
  await answered;
  expect(status).toBe(200);
  expect(kept.entered).toMatchObject([{ user: "77", id: "tg-5", message: { text: "halo" } }]);
});

const refused: [what: string, headers: Record<string, string>, body: string, status: number][] = [
  ["no secret", {}, JSON.stringify(update(1, "x")), 403],
  ["a wrong secret", { [secretHeader]: "kata-rahasia_2" }, JSON.stringify(update(1, "x")), 403],
  ["an empty secret", { [secretHeader]: "" }, JSON.stringify(update(1, "x")), 403],
  ["a part of the secret", { [secretHeader]: "kata" }, JSON.stringify(update(1, "x")), 403],
  ["a wrong secret and no JSON", { [secretHeader]: "x" }, "{", 403],
  ["no JSON", { [secretHeader]: secret }, "{", 400],
  ["nothing", { [secretHeader]: secret }, "", 400],
  ["a list", { [secretHeader]: secret }, "[]", 400],
  ["no update", { [secretHeader]: secret }, '{"halo":1}', 400],
  ["too much", { [secretHeader]: secret }, `{"update_id":1,"x":"${"é".repeat(2 ** 19)}"}`, 413],
];
test.for(refused)("%s is refused and nothing taken in", async ([, headers, body, status]) => {
  const { receive, tried } = await setUp();
  expect(await receive(body, headers)).toBe(status);
  expect(tried).toEqual([]);
});

test("while the intake is busy or the store is down, Telegram is asked to deliver again", async () => {
  const errors: unknown[] = [new Busy(), new Error("store down")];
  const kept = keptIntake(() => {
    const error = errors.shift();
    if (error) throw error;
  });
  const { receive, lines } = await setUp({ intake: kept.intake });
  expect(await receive(update(5, "halo"))).toBe(503);
  expect(await receive(update(5, "halo"))).toBe(503);
  expect(await receive(update(5, "halo"))).toBe(200);
  expect(kept.said()).toEqual(["halo"]);
  expect(lines).toEqual([
    'warn telegram_intake_waits {"account":"4242","name":"Busy"}',
    'info telegram_works_again {"account":"4242"}',
  ]);
});

test("a redelivery is acknowledged and taken once", async () => {
  const { receive, said } = await setUp();
  expect(await receive(update(5, "halo"))).toBe(200);
  expect(await receive(update(5, "halo"))).toBe(200);
  expect(said()).toEqual(["halo"]);
});

test("deliveries of one person that overlap keep their order", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake((_, { text }) => (text === "satu" ? gate : undefined));
  const { receive } = await setUp({ intake: kept.intake });
  const all = [receive(update(1, "satu")), receive(update(2, "dua")), receive(update(3, "x", 78))];
  await all[2];
  expect(kept.said()).toEqual(["x"]);
  open();
  expect(await Promise.all(all)).toEqual([200, 200, 200]);
  expect(kept.said()).toEqual(["x", "satu", "dua"]);
});

test.for(["", "dua kata", "x".repeat(257)])("a secret %o is a defect", async (word) => {
  await expect(setUp({ webhook: { url: "https://contoh.id", secret: word } })).rejects.toThrow(
    "secret must have",
  );
});

test("stopping waits for what is being taken in", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kept = keptIntake(() => gate);
  const { bot, receive } = await setUp({ intake: kept.intake });
  const answered = receive(update(5, "halo"));
  await until(() => kept.tried.length === 1);
  let stopped = false;
  const stopping = bot.stop().then(() => {
    stopped = true;
  });
  await sleep(30);
  expect(stopped).toBe(false);
  open();
  await stopping;
  expect(await answered).toBe(200);
});

test("after a stop nothing is acknowledged any more", async () => {
  const { bot, receive, tried } = await setUp();
  await bot.stop();
  expect(await receive(update(5, "halo"))).toBe(503);
  expect(tried).toEqual([]);
});

test("the address is made known with the secret, again until Telegram takes it, and nothing is fetched", async () => {
  const { tg, bot } = await setUp();
  tg.fail("setWebhook", "reset");
  tg.fail("setWebhook", { status: 502 });
  bot.start();
  await until(() => tg.webhook !== null);
  expect(tg.webhook).toEqual({
    url: "https://contoh.id/hook",
    secret_token: secret,
    allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    max_connections: 40,
  });
  expect(tg.callsOf("getUpdates")).toEqual([]);
});

test("over HTTP every update arrives once, through refusals", async () => {
  let failures = 2;
  const kept = keptIntake(() => {
    if (failures-- > 0) throw new Busy();
  });
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = {
      headers: new Headers(request.headers as Record<string, string>),
      query: new URLSearchParams(),
      body: Buffer.concat(parts),
    };
    response.writeHead((await all.bot.webhook?.receive(asked)) ?? 500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = (server.address() as AddressInfo).port;
  const all = await setUp({ intake: kept.intake }, `http://127.0.0.1:${port}/webhooks/telegram`);
  all.bot.start();
  for (const text of ["satu", "dua", "tiga"]) all.tg.user(77).say(text);
  await until(() => kept.entered.length === 3);
  expect(kept.said()).toEqual(["satu", "dua", "tiga"]);
  expect(all.tg.webhookErrors).toHaveLength(2);
  await until(() => all.tg.queue.length === 0);
});
