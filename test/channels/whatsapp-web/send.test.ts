import { afterEach, beforeEach, expect, test } from "vitest";
import { soon, waMockAndBots } from "../../support/wa-mock-bot.ts";

let all: Awaited<ReturnType<typeof waMockAndBots>>;
beforeEach(async () => {
  all = await waMockAndBots();
});
afterEach(() => all.close());

async function met() {
  const bot = await all.paired();
  const sri = all.server.person(1);
  await sri.send("halo");
  await soon(() => all.heard.length === 1);
  return { bot, sri, user: all.heard[0]?.user ?? "" };
}

test("a reply goes out as text with numbers, is shown to be typed, and what became of it is told", async () => {
  const { bot, sri, user } = await met();
  const typing: string[] = [];
  all.server.on("stanza", ({ tag, content }) => {
    if (tag === "chatstate") typing.push(content[0].tag);
  });
  const choices = [
    { id: "abcdef.s.1", label: "Ya" },
    { id: "abcdef.s.2", label: "Tidak" },
  ];
  const result = await all.send(bot, user, "Betul?", { choices });
  const { text, id } = await sri.hears(5000);
  expect(text).toBe("Betul?\n\n1. Ya\n2. Tidak");
  expect(result).toEqual({ state: "sent", receipt: id });
  expect(typing).toEqual(["composing"]);
  sri.tell(id, "delivered");
  sri.tell(id, "read");
  await soon(() => all.reports.length === 2);
  expect(all.reports.map(({ receipt, state }) => [receipt, state])).toEqual([
    [id, "delivered"],
    [id, "read"],
  ]);
});

test("nobody is written to who did not write to this number first", async () => {
  const { bot, user } = await met();
  const stranger = all.server.person(2);
  expect(await all.send(bot, stranger.lidJid, "Halo!")).toMatchObject({
    error: { code: "window" },
  });
  expect(bot.channel.invite).toBeUndefined();
  // Another number is paired: whoever wrote to the old one has not written to this one.
  all.server.account = { ...all.server.account, pn: "62811900000002", device: 9 };
  all.server.streamError(401, "conflict");
  await soon(() => bot.pairing().state === "waiting");
  const { readBlocks } = await import("../../support/read-qr.ts");
  all.server.scan(readBlocks(all.shown.at(-1) ?? ""));
  await soon(() => bot.pairing().state === "linked");
  expect(await all.send(bot, user, "Masih di sana?")).toMatchObject({ error: { code: "window" } });
});

test("what WhatsApp does not confirm is sent again under the same id, so that it is shown once", async () => {
  const { bot, sri, user } = await met();
  let swallowed = 0;
  all.server.overrides.push(({ tag }) => (tag === "message" && ++swallowed ? "ignore" : undefined));
  const sending = all.send(bot, user, "satu");
  await soon(() => swallowed === 1);
  all.server.overrides.length = 0;
  all.server.dropConnection();
  expect(await sending).toMatchObject({ error: { code: "unreachable" } });
  const ids: string[] = [];
  all.server.on("stanza", ({ tag, attrs }) => tag === "message" && ids.push(attrs.id));
  await soon(() => all.server.logins === 3);
  // As the delivery does: again, until the connection stands.
  await soon(async () => (await all.send(bot, user, "satu")).state === "sent");
  expect(await all.send(bot, user, "satu")).toMatchObject({ state: "sent" });
  await soon(() => sri.inbox.length === 2);
  expect(new Set(ids).size).toBe(2);
});

test.for([
  ["463", "locked"],
  ["479", "refused"],
  ["503", "unreachable"],
])("refused by %s it is %s", async ([code, meaning]) => {
  const { bot, user } = await met();
  all.server.overrides.push(({ tag, attrs }) => {
    const { id = "", to = "" } = attrs;
    return tag === "message"
      ? { tag: "ack", attrs: { class: "message", id, from: to, error: code ?? "" } }
      : undefined;
  });
  expect(await all.send(bot, user, "x")).toEqual({
    state: "failed",
    error: { code: meaning, detail: code },
  });
  all.server.overrides.length = 0;
  const next = await all.send(bot, user, "y");
  if (code === "463") expect(next).toMatchObject({ error: { code: "locked", detail: "463" } });
  else expect(next).toMatchObject({ state: "sent" });
  expect(all.lines.join().includes("whatsapp_web_restricted")).toBe(code === "463");
});

test("a telephone that could not read a message gets it again, also from a process that did not send it", async () => {
  const { bot, user, sri } = await met();
  const result = await all.send(bot, user, "sulit dibaca");
  const receipt = result.state === "sent" ? (result.receipt ?? "") : "";
  await sri.hears(5000);
  await bot.stop();
  const next = await all.bot({ sent: async (_, id) => (id === receipt ? "sulit dibaca" : null) });
  await soon(() => next.pairing().state === "linked");
  sri.device.forget();
  sri.inbox.length = 0;
  sri.askAgain(receipt);
  await soon(() => sri.inbox[0]?.text === "sulit dibaca", 20_000);
});

test("what can't be sent says why", async () => {
  const { bot, user } = await met();
  expect(await all.send(bot, user, "  ")).toMatchObject({ error: { code: "refused" } });
  expect(await all.send(bot, user, "x".repeat(5000))).toMatchObject({ error: { code: "refused" } });
  const second = await all.bot();
  expect(await all.send(second, user, "x")).toMatchObject({ error: { code: "unreachable" } });
});
