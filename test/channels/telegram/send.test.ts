import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Outgoing, SendErrorCode } from "../../../src/conversation/ports/channel.ts";
import type { Fault } from "../../support/tg-fake.ts";
import { fakeAndBot } from "../../support/tg-fake-bot.ts";

const png = readFileSync("test/pictures/iuran.png");

let all: Awaited<ReturnType<typeof fakeAndBot>>;
beforeEach(async () => {
  all = await fakeAndBot();
  all.tg.user(77);
});
afterEach(() => all.close());

const reply = (fields: Partial<Outgoing>): Outgoing => ({
  text: "Siapa namanya?",
  choices: [],
  numbered: false,
  keys: [],
  ...fields,
});
const choices = (...labels: string[]) => labels.map((label, at) => ({ id: `f.s.${at}`, label }));
const send = (fields: Partial<Outgoing> = {}, user = "77") =>
  all.bot.channel.send({ channel: "telegram", account: "4242", user }, reply(fields));
const markupOf = async (fields: Partial<Outgoing>) => {
  expect(await send(fields)).toEqual({ state: "sent" });
  return all.tg.sent.at(-1)?.reply_markup;
};

test("a text goes out as it stands: no markup is read in it, no preview is made of a link", async () => {
  const text = "Iuran *Rp16.800* <b>per bulan</b> [x](y) _ ` https://contoh.id";
  expect(await send({ text })).toEqual({ state: "sent" });
  expect(all.tg.sent[0]).toMatchObject({ text });
  expect(all.tg.sent[0]?.params).not.toHaveProperty("parse_mode");
  expect(all.tg.sent[0]?.params["link_preview_options"]).toEqual({ is_disabled: true });
});

describe("choices are buttons below the text", () => {
  const rows = (markup: Awaited<ReturnType<typeof markupOf>>) =>
    markup?.inline_keyboard?.map((row) => row.map(({ text }) => text));
  const long = "Belum, saya mau tanya";
  const table: [what: string, labels: string[], shown: string[][]][] = [
    ["two short ones share a row", ["Ya", "Tidak"], [["Ya", "Tidak"]]],
    ["an odd one stands alone", ["A", "B", "C"], [["A", "B"], ["C"]]],
    [
      "a long one stands alone",
      ["Ya", long, "Tidak", "Lewati"],
      [["Ya"], [long], ["Tidak", "Lewati"]],
    ],
    [
      "18 signs are short, however they are written",
      ["👩‍🌾".repeat(18), "Ya"],
      [["👩‍🌾".repeat(18), "Ya"]],
    ],
    ["19 are not", ["x".repeat(19), "Ya"], [["x".repeat(19)], ["Ya"]]],
  ];
  test.for(table)("%s", async ([, labels, shown]) => {
    expect(rows(await markupOf({ choices: choices(...labels) }))).toEqual(shown);
  });

  test("each carries its choice's id, up to 64 bytes", async () => {
    const id = "abcdef.langkah.".padEnd(64, "x");
    expect(await markupOf({ choices: [{ id, label: "Ya" }] })).toEqual({
      inline_keyboard: [[{ text: "Ya", callback_data: id }]],
    });
  });

  test("an id of more bytes is refused, for good", async () => {
    const id = `${"x".repeat(63)}é`;
    expect(await send({ choices: [{ id, label: "Ya" }] })).toEqual({
      state: "failed",
      error: { code: "refused", detail: "400 Bad Request: BUTTON_DATA_INVALID" },
    });
    expect(all.tg.callsOf("sendMessage")).toHaveLength(1);
  });
});

test("where a phone number is wanted, a button offers the own one, the choices beside it", async () => {
  expect(await markupOf({ wants: "phone", choices: choices("Lewati", "Nomor lain") })).toEqual({
    keyboard: [
      [{ text: "telegram.send_phone", request_contact: true }],
      [{ text: "Lewati" }, { text: "Nomor lain" }],
    ],
    one_time_keyboard: true,
    resize_keyboard: true,
  });
});

test("where a place is wanted, a button offers the own one", async () => {
  expect(await markupOf({ wants: "location" })).toEqual({
    keyboard: [[{ text: "telegram.send_location", request_location: true }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  });
});

test("a reply with nothing to tap takes such a button away", async () => {
  expect(await markupOf({})).toEqual({ remove_keyboard: true });
});

test("a file goes out with its text as one message", async () => {
  const file = { name: "data-saya.txt", content: "Nama: Sri\nUsaha: warung é" };
  expect(await send({ file, text: "x".repeat(1024), choices: choices("Menu") })).toEqual({
    state: "sent",
  });
  expect(all.tg.sent).toHaveLength(1);
  expect(all.tg.sent[0]).toMatchObject({
    caption: "x".repeat(1024),
    document: { file_name: "data-saya.txt", content: file.content },
    reply_markup: { inline_keyboard: [[{ text: "Menu", callback_data: "f.s.0" }]] },
  });
});

test("a picture goes out as a photo with its text as one message, byte for byte", async () => {
  const file = { name: "iuran.png", alt: "Gambar iuran", mime: "image/png", content: png } as const;
  const text = "Iuran per bulan\nJKK + JKM Rp16.400";
  expect(await send({ file, text, choices: choices("Menu") })).toEqual({ state: "sent" });
  expect(all.tg.sent).toHaveLength(1);
  expect(all.tg.sent[0]).toMatchObject({
    caption: text,
    reply_markup: { inline_keyboard: [[{ text: "Menu", callback_data: "f.s.0" }]] },
  });
  expect(all.tg.sent[0]?.photo?.equals(png)).toBe(true);
});

test("a file's name can't break out of its header", async () => {
  await send({ file: { name: 'a"\r\nb/c.txt', content: "x" } });
  expect(all.tg.sent[0]?.document?.file_name).toBe("a___b_c.txt");
});

describe("what Telegram could never take is refused without asking it", () => {
  const file = { name: "a.txt", content: "x" };
  const table: [what: string, fields: Partial<Outgoing>, detail: string][] = [
    ["an empty text", { text: " \n" }, "the text is empty"],
    ["a text too long", { text: "x".repeat(4097) }, "the text has 4097 characters, of 4096"],
    [
      "a text too long beside a file",
      { text: "x".repeat(1025), file },
      "the text has 1025 characters, of 1024",
    ],
  ];
  test.for(table)("%s", async ([, fields, detail]) => {
    expect(await send(fields)).toEqual({ state: "failed", error: { code: "refused", detail } });
    expect(all.tg.calls).toEqual([]);
  });
  test("4096 characters are sent", async () => {
    expect(await send({ text: "x".repeat(4096) })).toEqual({ state: "sent" });
  });
});

const failure = (
  error_code: number,
  description: string,
  parameters?: Record<string, unknown>,
) => ({
  error_code,
  description,
  ...(parameters ? { parameters } : {}),
});
const errors: [fault: Fault, code: SendErrorCode, detail: string, retryAfterMs?: number][] = [
  ["reset", "unreachable", "ECONNRESET"],
  [{ status: 502 }, "unreachable", "502 Bad Gateway"],
  [failure(500, "Internal Server Error"), "unreachable", "500 Internal Server Error"],
  [{ status: 403, body: "<html>proxy</html>" }, "unreachable", "invalid-json"],
  [
    failure(429, "Too Many Requests: retry after 7", { retry_after: 7 }),
    "too_many",
    "429 Too Many Requests: retry after 7",
    7000,
  ],
  [failure(429, "Too Many Requests"), "too_many", "429 Too Many Requests"],
  [failure(401, "Unauthorized"), "unauthorized", "401 Unauthorized"],
  [failure(404, "Not Found"), "unauthorized", "404 Not Found"],
  [
    failure(403, "Forbidden: bot was blocked by the user"),
    "blocked",
    "403 Forbidden: bot was blocked by the user",
  ],
  [failure(403, "Forbidden: user is deactivated"), "blocked", "403 Forbidden: user is deactivated"],
  [failure(400, "Bad Request: chat not found"), "blocked", "400 Bad Request: chat not found"],
  [failure(400, "Bad Request: PEER_ID_INVALID"), "blocked", "400 Bad Request: PEER_ID_INVALID"],
  [
    failure(400, "Bad Request: user is deactivated"),
    "blocked",
    "400 Bad Request: user is deactivated",
  ],
  [
    failure(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1001234567890 }),
    "blocked",
    "400 the chat has moved",
  ],
  [
    failure(400, "Bad Request: message to be replied -1001234567890 not found"),
    "refused",
    "400 Bad Request: message to be replied … not found",
  ],
  [failure(413, "Request Entity Too Large"), "refused", "413 Request Entity Too Large"],
];
test.for(errors)("%o is told as %s", async ([fault, code, detail, retryAfterMs]) => {
  all.tg.fail("sendMessage", fault);
  expect(await send()).toEqual({
    state: "failed",
    error: { code, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  });
});

test("somebody who blocked the bot is told as such, and so is somebody unknown", async () => {
  all.tg.user(78).block();
  expect(await send({}, "78")).toMatchObject({ error: { code: "blocked" } });
  expect(await send({}, "79")).toMatchObject({ error: { code: "blocked" } });
});

test("nobody listening is unreachable, and nothing is thrown", async () => {
  const { bot, close } = await fakeAndBot({ apiRoot: "http://127.0.0.1:1" });
  const contact = { channel: "telegram", account: "4242", user: "77" };
  expect(await bot.channel.send(contact, reply({}))).toEqual({
    state: "failed",
    error: { code: "unreachable", detail: "ECONNREFUSED" },
  });
  await close();
});
