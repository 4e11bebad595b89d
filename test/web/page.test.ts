import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WebhookRequest } from "../../src/conversation/ports/intake.ts";
import { newContactsPerSecond } from "../../src/web/limits.ts";
import { type Desk, openDesk } from "./desk.ts";
import { ask, visit } from "./http.ts";
import { texts } from "./words.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.web.close());

const assetsOf = (html: string): string[] => [...html.matchAll(/\/aset\/[^"]+/g)].map(([a]) => a);

test("the whole page is six requests and less than 32 kB, uncompressed, and nothing comes from elsewhere", async () => {
  const real = await openDesk({ texts });
  const page = await ask(real.web.url, "/");
  const html = page.body.toString();
  const paths = [...new Set(assetsOf(html))];
  expect(paths).toHaveLength(5);
  const files = await Promise.all(paths.map((path) => ask(real.web.url, path)));
  await real.web.close();
  const bytes = [page, ...files].reduce((sum, { body }) => sum + body.length, 0);
  expect(bytes).toBeLessThan(32_000);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  for (const { body } of files) expect(body.toString()).not.toMatch(/^ *\/\*\*|@import/m);
});

test("a browser that takes gzip gets the same page in fewer bytes", async () => {
  const plain = await ask(desk.web.url, "/");
  const small = await ask(desk.web.url, "/", { headers: { "Accept-Encoding": "gzip, br" } });
  expect(small.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  expect(gunzipSync(small.body)).toEqual(plain.body);
});

test("scripts and styles may be kept for ever, the page never", async () => {
  const page = await ask(desk.web.url, "/");
  expect(page.headers["cache-control"]).toBe("no-store");
  for (const path of assetsOf(page.body.toString())) {
    const { headers } = await ask(desk.web.url, path);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const again = { headers: { "If-None-Match": headers.etag ?? "" } };
    expect((await ask(desk.web.url, path, again)).status).toBe(304);
  }
  expect((await ask(desk.web.url, "/aset/000000000000/chat.js")).status).toBe(404);
  expect((await ask(desk.web.url, "/aset/..%2f..%2fpackage.json")).status).toBe(404);
});

test("every answer carries the security headers, and the page allows nothing inline", async () => {
  for (const path of ["/", "/sehat", "/tidak-ada", "/pesan"]) {
    const { headers } = await ask(desk.web.url, path);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("geolocation=(self)"),
    });
  }
  const html = (await ask(desk.web.url, "/")).body.toString();
  expect(html).not.toMatch(/<style|\bstyle=|\bon\w+=|<script(?![^>]* src=)/);
  expect(html).toContain("<noscript>");
});

test("texts with quotes and angle brackets stay texts on the page", async () => {
  const odd = await openDesk({ texts: () => `<b onclick="x">&'` });
  const html = (await ask(odd.web.url, "/")).body.toString();
  await odd.web.close();
  expect(html).not.toContain("<b onclick");
  expect(html).toContain("<title>&lt;b onclick=&quot;x&quot;&gt;&amp;'</title>");
});

test("a first visit makes a contact of 128 random bits, kept from scripts and other sites for 30 days", async () => {
  const { headers } = await ask(desk.web.url, "/");
  expect(headers["set-cookie"]).toHaveLength(1);
  expect(headers["set-cookie"]?.[0]).toMatch(
    /^payung=[0-9a-f]{32}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const [a, b] = [await visit(desk.web.url), await visit(desk.web.url)];
  expect(a.user).not.toBe(b.user);
});

test("a known visitor keeps the contact and the cookie is renewed; a malformed one is replaced", async () => {
  const { cookie } = await visit(desk.web.url);
  const again = await ask(desk.web.url, "/", { headers: { Cookie: cookie } });
  expect(again.headers["set-cookie"]?.[0]).toContain(`${cookie}; Max-Age=2592000`);
  for (const bad of ["payung=", "payung=x", `payung=${"A".repeat(32)}`, `${cookie}0`]) {
    const replaced = await ask(desk.web.url, "/", { headers: { Cookie: bad } });
    expect(replaced.headers["set-cookie"]?.[0]).toMatch(/^payung=[0-9a-f]{32};/);
  }
});

test("a link on another site that leads here does not make a known person a stranger", async () => {
  const { headers, status } = await ask(desk.web.url, "/", {
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect({ status, cookie: headers["set-cookie"] }).toEqual({ status: 200, cookie: undefined });
});

test("over https the cookie is Secure and bound to the host", async () => {
  const safe = await openDesk({ secure: true });
  const { headers } = await ask(safe.web.url, "/");
  await safe.web.close();
  expect(headers["set-cookie"]?.[0]).toMatch(/^__Host-payung=[0-9a-f]{32};.*; Secure/);
});

test("no more than 20 contacts are made in a second, and known visitors are served all the same", async () => {
  let now = 0;
  const timed = await openDesk({ clock: () => now });
  const { cookie } = await visit(timed.web.url);
  const statuses: number[] = [];
  for (let i = 1; i <= newContactsPerSecond; i++)
    statuses.push((await ask(timed.web.url, "/")).status);
  const known = await ask(timed.web.url, "/", { headers: { Cookie: cookie } });
  now = 100;
  const later = [await ask(timed.web.url, "/"), await ask(timed.web.url, "/")];
  const third = await ask(timed.web.url, "/");
  await timed.web.close();
  expect(newContactsPerSecond).toBe(20);
  expect(statuses.filter((status) => status === 200)).toHaveLength(19);
  expect(statuses.at(-1)).toBe(503);
  expect(known.status).toBe(200);
  expect(later.map(({ status }) => status)).toEqual([200, 200]);
  expect({ status: third.status, wait: third.headers["retry-after"] }).toEqual({
    status: 503,
    wait: "2",
  });
});

test("bound to a loopback address, only requests that name such an address or the public one are answered", async () => {
  const known = await openDesk({ publicUrl: "https://payung.example" });
  const status = async (host: string) =>
    (await ask(known.web.url, "/", { headers: { Host: host } })).status;
  for (const host of ["127.0.0.1:1", "localhost", "[::1]:3000", "payung.example"])
    expect([host, await status(host)]).toEqual([host, 200]);
  for (const host of ["jahat.example", "payung.example.jahat.example", "127.0.0.1.jahat.example"])
    expect([host, await status(host)]).toEqual([host, 403]);
  await known.web.close();
});

test("GET /sehat says ok, whoever asks", async () => {
  const { status, body } = await ask(desk.web.url, "/sehat", { headers: { Host: "10.0.0.7" } });
  expect([status, body.toString()]).toEqual([200, "ok"]);
});

test("a port that is taken is passed over; where none is free it says so", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const next = await openDesk({ port });
  expect(Number(new URL(next.web.url).port)).toBeGreaterThan(port);
  await next.web.close();
  await expect(openDesk({ port, tries: 1 })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await new Promise((resolve) => taken.close(resolve));
});

test("webhooks get their headers and body, answer with their status, and refuse more than they read", async () => {
  const got: string[] = [];
  const hook = {
    name: "uji",
    maxBytes: 10,
    receive: async ({ headers, query, body }: WebhookRequest) => {
      got.push(`${headers.get("x-tanda")} ${query.get("k")} ${Buffer.from(body)}`);
      return 202;
    },
  };
  const hooked = await openDesk({ webhooks: [hook] });
  const send = (body: string, headers: Record<string, string> = {}) =>
    ask(hooked.web.url, "/webhooks/uji?k=1", {
      method: "POST",
      headers: { Host: "jauh.example", ...headers },
      body,
    });
  expect((await send("0123456789", { "X-Tanda": "t" })).status).toBe(202);
  expect((await send("0123456789a")).status).toBe(413);
  expect((await send("0123456789a", { "Transfer-Encoding": "chunked" })).status).toBe(413);
  expect((await ask(hooked.web.url, "/webhooks/lain", { method: "POST" })).status).toBe(404);
  await hooked.web.close();
  expect(got).toEqual(["t 1 0123456789"]);
});

test("the page's scripts are sound in their types", () => {
  const tsc = () =>
    execFileSync("node_modules/.bin/tsc", ["-p", "src/web/page"], { stdio: "pipe" });
  expect(tsc).not.toThrow();
});
