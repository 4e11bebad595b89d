import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { makeApi } from "../../../src/channels/telegram/api.ts";
import { makeFetch } from "../../../src/channels/telegram/fetch.ts";
import type { Media } from "../../../src/conversation/ports/line.ts";
import type { Fault } from "../../support/tg-fake.ts";
import { fakeAndBot, until } from "../../support/tg-fake-bot.ts";

const contact = { channel: "telegram", account: "4242", user: "77" };
const most = 1000;
const content = Buffer.from("isi-foto");
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A bot to which somebody sent a photo, and what the bot was told of it. */
async function setUp(kind = "photo", file: number | Buffer = content, mime?: string) {
  const all = await fakeAndBot();
  closing.push(all.close);
  all.bot.start();
  all.tg.user(77).sendFile(kind, file, mime === undefined ? {} : { mime });
  await until(() => all.entered.length === 1);
  const media = all.entered[0]?.message.media as Media;
  const get = async (asked: Media = media, maxBytes = most) =>
    all.bot.channel.fetch?.(contact, asked, maxBytes);
  return { ...all, media, get };
}

test.for([
  ["photo", undefined, "image/jpeg"],
  ["document", "application/pdf", "application/pdf"],
  ["document", undefined, "application/octet-stream"],
  ["voice", "audio/ogg", "audio/ogg"],
] as const)("a %s that is %s is had whole, as %s", async ([kind, stated, mime]) => {
  const { get, tg } = await setUp(kind, content, stated);
  expect(await get()).toEqual({ state: "kept", content: new Uint8Array(content), mime });
  expect(tg.callsOf("file")).toHaveLength(1);
});

test("nothing is fetched before it is asked for", async () => {
  const { tg } = await setUp();
  expect([...tg.callsOf("getFile"), ...tg.callsOf("file")]).toEqual([]);
});

test("a file of just the most is had, one more is too big, by what was stated, told and read", async () => {
  const { get, media, tg } = await setUp("document", Buffer.alloc(most, 7));
  expect(await get()).toMatchObject({ state: "kept" });
  expect(await get(media, most - 1)).toEqual({ state: "too_big" });
  expect(tg.callsOf("getFile")).toHaveLength(1);
  expect(await get({ ...media, size: 1 }, most - 1)).toEqual({ state: "too_big" });
  expect(tg.callsOf("file")).toHaveLength(1);
});

test("who sends more than was told is cut off", async () => {
  let sent = 0;
  const { get } = await elsewhere((request, response) => {
    if (request.method === "POST") return answer(response, { file_path: "photos/a.jpg" });
    const more = () => {
      sent += 10_000;
      if (!response.destroyed) response.write(Buffer.alloc(10_000), () => setImmediate(more));
    };
    more();
  });
  expect(await get()).toEqual({ state: "too_big" });
  expect(sent).toBeLessThan(5_000_000);
});

test.for<[string, string, Fault, string]>([
  ["getFile", "Bad Request: file is too big", badRequest("file is too big"), "too_big"],
  ["getFile", "a wrong id", badRequest("wrong file_id"), "gone"],
  ["file", "404", { status: 404 }, "gone"],
])("%s with %s", async ([method, , fault, state]) => {
  const { get, tg } = await setUp();
  tg.fail(method, fault);
  expect(await get()).toEqual({ state });
});

test("a file that Telegram never had, or without an id, is gone", async () => {
  const { get } = await setUp();
  expect(await get({ kind: "image", ref: "tidak-ada" })).toEqual({ state: "gone" });
  expect(await get({ kind: "image" })).toEqual({ state: "gone" });
});

const troubles: [method: string, fault: Fault][] = [
  ["getFile", "reset"],
  ["getFile", { status: 502 }],
  ["getFile", { error_code: 401, description: "Unauthorized" }],
  ["getFile", { error_code: 404, description: "Not Found" }],
  [
    "getFile",
    { error_code: 429, description: "Too Many Requests", parameters: { retry_after: 1 } },
  ],
  ["file", "reset"],
  ["file", { status: 401 }],
  ["file", { status: 500 }],
];
test.for(troubles)(
  "%s with %o is tried later, and no word of it holds the token",
  async ([method, fault]) => {
    const { get, tg, lines } = await setUp();
    tg.fail(method, fault);
    const error = await get().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expectSecret(error, lines, tg.token);
    expect(await get()).toMatchObject({ state: "kept" });
  },
);

test("an answer that leads elsewhere is not followed", async () => {
  let followed = 0;
  const { get, token } = await elsewhere((request, response) => {
    if (request.method === "POST") return answer(response, { file_path: "photos/a.jpg" });
    if (request.url === "/lain") followed++;
    response.writeHead(302, { location: "/lain" }).end();
  });
  const error = await get().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expectSecret(error, [], token);
  expect(followed).toBe(0);
});

test.for([
  ["a path upwards", "../../bot/x"],
  ["an address", "https://jahat.example/x"],
  ["a whole path", "/etc/passwd"],
  ["no path", undefined],
] as const)("%s is not a place of a file", async ([, file_path]) => {
  const asked: string[] = [];
  const { get } = await elsewhere((request, response) => {
    if (request.method !== "POST") asked.push(request.url ?? "");
    answer(response, { file_path });
  });
  await expect(get()).rejects.toThrow("no place of a file");
  expect(asked).toEqual([]);
});

test("signs in a path stay signs", async () => {
  const asked: string[] = [];
  const { get, token } = await elsewhere((request, response) => {
    if (request.method === "POST") return answer(response, { file_path: "documents/a b?c#d%2e" });
    asked.push(request.url ?? "");
    response.end("x");
  });
  expect(await get()).toMatchObject({ state: "kept" });
  expect(asked).toEqual([`/file/bot${token}/documents/a%20b%3Fc%23d%252e`]);
});

test("a file that does not come to an end is given up, as is an answer", async () => {
  const { get, token } = await elsewhere((request, response) => {
    if (request.method === "POST") return answer(response, { file_path: "photos/a.jpg" });
    response.write("sedikit");
  }, 150);
  const error = await get().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ message: "a file could not be fetched from Telegram" });
  expectSecret(error, [], token);
  const silent = await elsewhere(() => undefined, 100);
  await expect(silent.get()).rejects.toThrow("no answer in time");
});

function badRequest(words: string): Fault {
  return { error_code: 400, description: `Bad Request: ${words}` };
}

/** Neither the error, with all that hangs on it, nor a line of the log holds the token. */
function expectSecret(error: unknown, lines: readonly string[], token: string): void {
  const { message, stack, cause } = error as Error;
  const told = [message, stack, JSON.stringify(error), ...lines].join("\n");
  expect(cause).toBeUndefined();
  for (const secret of [token, token.split(":")[1] ?? "", "/file/"])
    expect(told).not.toContain(secret);
}

/** A fetching of a photo from a server that answers as it likes. */
async function elsewhere(serve: RequestListener, withinMs = 5000) {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = "4242:FAKE-token_of-a-test";
  const fetchFile = makeFetch({ api: makeApi(token, apiRoot), token, apiRoot, withinMs });
  return { token, get: async () => fetchFile(contact, { kind: "image", ref: "F" }, most) };
}

function answer(response: Parameters<RequestListener>[1], result: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ ok: true, result }));
}
