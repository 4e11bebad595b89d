import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { announcedAtOnce, announcedFor, fileBytes, uploadsAtOnce } from "../../src/web/limits.ts";
import type { SentFile } from "../../src/web/web-app.ts";
import { type Desk, openDesk } from "./desk.ts";
import { ask, fromPage, visit } from "./http.ts";

const begun = Date.parse("2026-11-22T03:00:00Z");
let now: number;
let desk: Desk;
let cookie: string;
let user: string;
let wants: (contact: Contact) => Promise<boolean>;
let keeping: () => Promise<void>;
let kept: { user: string; id: string; file: SentFile }[];
beforeEach(async () => {
  now = begun;
  kept = [];
  wants = async () => true;
  keeping = async () => undefined;
  desk = await openDesk({
    clock: () => now,
    wantsFile: (contact) => wants(contact),
    keepFile: async (contact, id, file) => {
      await keeping();
      kept.push({ user: contact.user, id, file });
    },
  });
  ({ cookie, user } = await visit(desk.web.url));
});
afterEach(() => desk.web.close());

const file = { name: "ktp.jpg", size: 9, type: "image/jpeg" };
const say = async (body: object, who = cookie) => {
  const answer = await ask(desk.web.url, "/pesan", fromPage(who, body));
  return JSON.parse(answer.body.toString());
};
const announce = async (who = cookie) => {
  const id = randomUUID();
  expect(await say({ id, file }, who)).toEqual({ state: "entered", upload: true });
  return id;
};
const own = { "Sec-Fetch-Site": "same-origin", "Content-Type": "image/jpeg" };
const bring = async (id: string, body = "isi-foto", headers: Record<string, string> = {}) => {
  const asked = { method: "POST", headers: { ...own, Cookie: cookie, ...headers }, body };
  return (await ask(desk.web.url, `/berkas?id=${id}`, asked)).status;
};

test("a file that is wanted is kept as it came, under its message, and no second time", async () => {
  const id = await announce();
  expect(desk.accepted.map((one) => one.id)).toEqual([id]);
  expect(await bring(id)).toBe(204);
  const content = new Uint8Array(Buffer.from("isi-foto"));
  expect(kept).toEqual([{ user, id, file: { content, mime: "image/jpeg" } }]);
  expect(await bring(id, "lain")).toBe(409);
  expect(await say({ id, file })).toMatchObject({ upload: true });
  expect(await bring(id, "lain")).toBe(409);
  expect(kept).toHaveLength(1);
});

test("of what is said twice, the file is asked for twice: the page may have missed the answer", async () => {
  desk.answer = async () => "seen";
  const id = randomUUID();
  expect(await say({ id, file })).toEqual({ state: "seen", upload: true });
  expect(await bring(id)).toBe(204);
});

test.for(["text", "refused", "unwanted", "nobody"])("no file is asked for: %s", async (why) => {
  if (why === "refused") desk.answer = async () => "refused";
  let asked = 0;
  wants = async () => {
    asked++;
    return why !== "unwanted";
  };
  const bare = why === "nobody" ? await openDesk() : desk;
  const who = why === "nobody" ? (await visit(bare.web.url)).cookie : cookie;
  const id = randomUUID();
  const body = { id, ...(why === "text" ? { text: "halo" } : { file }) };
  const answer = await ask(bare.web.url, "/pesan", fromPage(who, body));
  expect(JSON.parse(answer.body.toString())).not.toHaveProperty("upload");
  expect(asked).toBe(why === "unwanted" ? 1 : 0);
  const sent = { method: "POST", headers: { ...own, Cookie: who }, body: "isi" };
  expect((await ask(bare.web.url, `/berkas?id=${id}`, sent)).status).toBe(404);
  expect(kept).toEqual([]);
  if (bare !== desk) await bare.web.close();
});

test("it is asked whether a file is wanted only after the message is in", async () => {
  wants = async (contact) => desk.accepted.some((one) => one.contact.user === contact.user);
  await announce();
});

test("a wrong id and another visitor's are refused", async () => {
  const id = await announce();
  const other = await visit(desk.web.url);
  expect(await bring(randomUUID())).toBe(404);
  expect(await bring("")).toBe(404);
  expect(await bring(id, "isi", { Cookie: other.cookie })).toBe(404);
  expect(await bring(id, "isi", { Cookie: "" })).toBe(401);
  expect(await bring(id, "isi", { "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await bring(id, "isi", { Origin: "https://jahat.example" })).toBe(403);
  expect(kept).toEqual([]);
  expect(await bring(id)).toBe(204);
});

test("5 MB is taken, one byte more is not, whether its size is said before or not", async () => {
  const id = await announce();
  const most = "x".repeat(fileBytes);
  expect(fileBytes).toBe(5 * 1024 * 1024);
  expect(await bring(id, `${most}x`)).toBe(413);
  expect(await bring(id, `${most}x`, { "Transfer-Encoding": "chunked" })).toBe(413);
  expect(kept).toEqual([]);
  expect(await bring(id, most)).toBe(204);
  expect(kept[0]?.file.content).toHaveLength(fileBytes);
});

test("a size that is too large is refused before anything came", async () => {
  const id = await announce();
  const out = upload(id, { "Content-Length": String(fileBytes + 1) });
  out.flushHeaders();
  const [answer] = await once(out, "response");
  expect(answer.statusCode).toBe(413);
  out.destroy();
});

test("after ten minutes, and with too many others after it, a file is awaited no more", async () => {
  const [early, late] = [await announce(), await announce()];
  now = begun + announcedFor - 1;
  expect(announcedFor).toBe(600_000);
  expect(await bring(early)).toBe(204);
  now++;
  expect(await bring(late)).toBe(404);
  const first = await announce();
  for (let more = 0; more < announcedAtOnce; more++) await announce();
  expect(await bring(first)).toBe(404);
  expect(await say({ id: first, file })).toMatchObject({ upload: true });
  expect(await bring(first)).toBe(204);
});

test("what can't be kept now may be brought again", async () => {
  const id = await announce();
  keeping = () => Promise.reject(new Error("TANDA"));
  expect(await bring(id)).toBe(503);
  keeping = async () => undefined;
  expect(await bring(id)).toBe(204);
  expect(desk.logged).toEqual(['{"event":"web_failed","name":"Error"}']);
});

test("a connection that breaks keeps nothing, and the file may be brought again", async () => {
  const id = await announce();
  const out = upload(id, { "Content-Length": "8" });
  out.on("error", () => undefined);
  out.write("isi-");
  await new Promise((resolve) => setTimeout(resolve, 50));
  out.destroy();
  expect(await bring(id)).toBe(204);
  expect(kept.map(({ file: { content } }) => Buffer.from(content).toString())).toEqual([
    "isi-foto",
  ]);
});

test("brought twice at the same time it is kept once", async () => {
  const id = await announce();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begun_ = 0;
  keeping = () => {
    begun_++;
    return gate;
  };
  const first = bring(id);
  await vi.waitFor(() => expect(begun_).toBe(1));
  expect(await bring(id)).toBe(503);
  open();
  expect(await first).toBe(204);
  expect(kept).toHaveLength(1);
});

test("no more files are on their way at once than fit in memory", async () => {
  const id = await announce();
  const open = Array.from({ length: uploadsAtOnce }, () => upload(id, { "Content-Length": "8" }));
  for (const out of open) out.on("error", () => undefined).write("isi-");
  await vi.waitFor(async () => expect(await bring(id)).toBe(503));
  for (const out of open) out.destroy();
  await vi.waitFor(async () => expect(await bring(id)).toBe(204));
});

test.for([
  ["image/JPEG; name=x", "image/jpeg"],
  ["", "application/octet-stream"],
  ["<b>", "application/octet-stream"],
  [`image/${"x".repeat(64)}`, "application/octet-stream"],
] as const)("a file that is said to be %o is kept as %s", async ([stated, mime]) => {
  const id = await announce();
  expect(await bring(id, "isi", { "Content-Type": stated })).toBe(204);
  expect(kept[0]?.file.mime).toBe(mime);
});

/** A request that is still being written. */
function upload(id: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(desk.web.url);
  const where = { host: hostname, port, method: "POST", path: `/berkas?id=${id}`, agent: false };
  return request({ ...where, headers: { ...own, Cookie: cookie, ...headers } });
}
