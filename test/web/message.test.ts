import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Busy } from "../../src/conversation/ports/intake.ts";
import { bodyBytes, fileBytes, idsAtOnce, textLength } from "../../src/web/limits.ts";
import { type Desk, openDesk } from "./desk.ts";
import { ask, fromPage, visit } from "./http.ts";

let desk: Desk;
let cookie: string;
let user: string;
beforeAll(async () => {
  desk = await openDesk({ clock: () => Date.parse("2026-11-22T03:00:00Z") });
  ({ cookie, user } = await visit(desk.web.url));
});
afterAll(() => desk.web.close());
beforeEach(() => {
  desk.accepted.length = 0;
  desk.answer = async () => "entered";
});

const id = randomUUID();
const send = async (body: unknown) => {
  const { status, body: answer } = await ask(desk.web.url, "/pesan", fromPage(cookie, body));
  return { status, answer: answer.toString() };
};

test.for([
  ["a text", { text: "halo" }, { text: "halo" }],
  ["a tapped choice", { choice: "abcdef.setuju.ya" }, { choice: "abcdef.setuju.ya" }],
  ["a place", { location: { lat: -7.78, lon: 110.36 } }, { location: { lat: -7.78, lon: 110.36 } }],
  [
    "a photo's name and size",
    { file: { name: "ktp.jpg", size: 9, type: "image/jpeg" } },
    { media: { kind: "image", name: "ktp.jpg", size: 9 } },
  ],
  [
    "a sheet's name and size",
    { file: { name: "a.xlsx", size: 9, type: "" } },
    { media: { kind: "document", name: "a.xlsx", size: 9 } },
  ],
] as const)(
  "%s goes into the person's line with the time of the server",
  async ([, body, inbound]) => {
    expect(await send({ id, ...body })).toEqual({ status: 202, answer: '{"state":"entered"}' });
    expect(desk.accepted).toEqual([
      {
        contact: { channel: "web", account: "local", user },
        id,
        message: { kind: "message", at: "2026-11-22T03:00:00.000Z", ...inbound },
      },
    ]);
  },
);

test.for(["seen", "refused"] as const)(
  "a message that is %s is acknowledged as such",
  async (state) => {
    desk.answer = async () => state;
    expect(await send({ id, text: "halo" })).toEqual({
      status: 202,
      answer: `{"state":"${state}"}`,
    });
  },
);

test("too much at once and a store that does not answer both ask the browser to come again", async () => {
  for (const error of [new Busy(), new Error("rahasia")]) {
    desk.answer = () => Promise.reject(error);
    const { status, headers } = await ask(
      desk.web.url,
      "/pesan",
      fromPage(cookie, { id, text: "halo" }),
    );
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  }
  expect(desk.logged).toEqual(['{"event":"web_failed","name":"Error"}']);
});

test.for([
  ["no JSON", "{"],
  ["no id", { text: "halo" }],
  ["an id that is none", { id: "1", text: "halo" }],
  ["nothing said", { id }],
  ["a field that nobody knows", { id, text: "halo", phone: "+62812" }],
  ["a choice beyond 64 characters", { id, choice: "a".repeat(65) }],
  ["a file beyond 5 MB", { id, file: { name: "a", size: fileBytes + 1, type: "" } }],
  ["a place off the globe", { id, location: { lat: 91, lon: 0 } }],
] as const)("%s is refused and never reaches the line", async ([, body]) => {
  const asked = fromPage(cookie, body);
  if (body === "{") asked.body = body;
  expect((await ask(desk.web.url, "/pesan", asked)).status).toBe(400);
  expect(desk.accepted).toEqual([]);
});

test("a text is cut after 4,096 characters, never through the middle of one", async () => {
  await send({ id, text: `${"a".repeat(textLength - 1)}😀` });
  await send({ id, text: "b".repeat(textLength) });
  const texts = desk.accepted.map(({ message }) => message.text);
  expect(textLength).toBe(4096);
  expect(texts).toEqual(["a".repeat(4095), "b".repeat(4096)]);
});

test("a body over 16 KiB is refused before it is read whole, whether it says its length or not", async () => {
  const fits = JSON.stringify({ id, text: "a".repeat(bodyBytes - 60) });
  expect(bodyBytes).toBe(16_384);
  expect((await ask(desk.web.url, "/pesan", { ...fromPage(cookie, {}), body: fits })).status).toBe(
    202,
  );
  const asked = fromPage(cookie, { id, text: "a".repeat(bodyBytes) });
  expect((await ask(desk.web.url, "/pesan", asked)).status).toBe(413);
  const { method, headers } = asked;
  const onlyStated = { ...headers, "Content-Length": String(10 * bodyBytes) };
  const early = await ask(desk.web.url, "/pesan", {
    method: method ?? "",
    headers: onlyStated,
    body: "{",
  });
  expect(early.status).toBe(413);
  const chunked = { ...asked, headers: { ...headers, "Transfer-Encoding": "chunked" } };
  expect((await ask(desk.web.url, "/pesan", chunked)).status).toBe(413);
});

test.for(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])(
  "a body as %j, which any page could send, is refused",
  async (type) => {
    const asked = fromPage(cookie, { id, text: "halo" });
    const headers = { ...asked.headers, "Content-Type": type };
    expect((await ask(desk.web.url, "/pesan", { ...asked, headers })).status).toBe(415);
  },
);

test.for([
  [{ "Sec-Fetch-Site": "same-origin" }, 202],
  [{ "Sec-Fetch-Site": "same-origin", Origin: "OWN" }, 202],
  [{ Origin: "OWN" }, 202],
  [{}, 403],
  [{ "Sec-Fetch-Site": "cross-site" }, 403],
  [{ "Sec-Fetch-Site": "same-site" }, 403],
  [{ "Sec-Fetch-Site": "none" }, 403],
  [{ Origin: "https://jahat.example" }, 403],
  [{ Origin: "null" }, 403],
  [{ "Sec-Fetch-Site": "same-origin", Origin: "https://jahat.example" }, 403],
  [{ "Sec-Fetch-Site": "cross-site", Origin: "OWN" }, 403],
] as const)("only the page itself may send: %j gives %i", async ([given, status]) => {
  const headers: Record<string, string> = { "Content-Type": "application/json", Cookie: cookie };
  for (const [name, value] of Object.entries(given))
    headers[name] = value === "OWN" ? desk.web.url : value;
  const body = JSON.stringify({ id, text: "halo" });
  for (const path of ["/pesan"])
    expect((await ask(desk.web.url, path, { method: "POST", headers, body })).status).toBe(status);
  expect(desk.accepted).toHaveLength(status === 202 ? 1 : 0);
});

test("behind a proxy that changes the host, the public address is the page's own", async () => {
  const proxied = await openDesk({ publicUrl: "https://payung.example/" });
  const { headers = {}, ...rest } = fromPage(cookie, { id, text: "halo" });
  const from = async (origin: string) =>
    (await ask(proxied.web.url, "/pesan", { ...rest, headers: { ...headers, Origin: origin } }))
      .status;
  expect(await from("https://payung.example")).toBe(202);
  expect(await from("http://payung.example")).toBe(403);
  expect(await from("https://payung.example.jahat.example")).toBe(403);
  await proxied.web.close();
});

test("without a cookie nothing is accepted and no contact is made", async () => {
  for (const [path, body] of [
    ["/pesan", { id, text: "halo" }],
    ["/terima", { ids: ["a"] }],
  ] as const) {
    const { status, headers } = await ask(desk.web.url, path, fromPage("", body));
    expect([status, headers["set-cookie"]]).toEqual([401, undefined]);
  }
});

test("only parts of one's own are acknowledged, at most 100 at once", async () => {
  const other = await visit(desk.web.url);
  desk.put(user, "p1");
  const shown = (who: string, ids: unknown) =>
    ask(desk.web.url, "/terima", fromPage(who, { ids })).then(({ status }) => status);
  expect(await shown(other.cookie, ["p1"])).toBe(204);
  expect(desk.unsent(user)).toEqual(["p1"]);
  expect(await shown(cookie, ["p1", "tak-dikenal"])).toBe(204);
  expect(desk.unsent(user)).toEqual([]);
  expect(await shown(cookie, Array.from({ length: idsAtOnce }, String))).toBe(204);
  expect(await shown(cookie, Array.from({ length: idsAtOnce + 1 }, String))).toBe(400);
  expect(await shown(cookie, [])).toBe(400);
});

test("POST /lepas makes the browser a stranger", async () => {
  const { status, headers } = await ask(desk.web.url, "/lepas", fromPage(cookie, {}));
  expect(status).toBe(204);
  expect(headers["set-cookie"]?.[0]).toMatch(/^payung=[0-9a-f]{32};/);
  expect(headers["set-cookie"]?.[0]).not.toContain(user);
  const foreign = await ask(desk.web.url, "/lepas", {
    method: "POST",
    headers: { Cookie: cookie },
  });
  expect([foreign.status, foreign.headers["set-cookie"]]).toEqual([403, undefined]);
});

test("logs hold neither what was written nor who wrote it", async () => {
  desk.answer = () => Promise.reject(new Error("tulisan-rahasia"));
  await send({ id, text: "tulisan-rahasia" });
  expect(desk.logged.join()).not.toMatch(new RegExp(`tulisan-rahasia|${user}`));
});
