import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { PairingView } from "../../../src/conversation/ports/pairing.ts";
import { startWeb, type Web } from "../../../src/web/start-web.ts";

let web: Web | undefined;
afterEach(async () => web?.close());

const waiting: PairingView = { state: "waiting", picture: "<svg></svg>", code: "ABCD-1234" };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function served(pairing?: () => PairingView, host = "127.0.0.1"): Promise<Web> {
  web = await startWeb({
    ...{ host, port: 0, secure: false, webhooks: [], log, texts: (key: string) => key },
    publicUrl: "https://payung.example.id",
    intake: { accept: async () => "entered", giveBack: async () => undefined },
    mailbox: { unsent: async () => [], shown: async () => undefined, watch: () => () => undefined },
    ...(pairing ? { pairing } : {}),
  });
  return web;
}

/** fetch() does not let a test choose the name of the host. */
const get = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; body: string; headers: object }>((resolve, reject) => {
    const asking = request(`${url}/tautkan`, { headers }, (response) => {
      let body = "";
      response.on("data", (data) => {
        body += String(data);
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, body, headers: response.headers }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });

test("who sits before this machine sees the picture and the code, and no browser keeps them", async () => {
  const { url } = await served(() => waiting);
  const { status, body, headers } = await get(url);
  expect(status).toBe(200);
  expect(body).toContain("<svg></svg>");
  expect(body).toContain("ABCD-1234");
  expect(headers).toMatchObject({ "cache-control": "no-store", "x-frame-options": "DENY" });
});

test.for([
  ["another name", { Host: "payung.example.id" }],
  ["a name that was made to lead here", { Host: "evil.example" }],
  ["a web server before it", { "X-Forwarded-For": "203.0.113.9" }],
  ["a proxy", { Forwarded: "for=203.0.113.9" }],
] as const)("nobody sees it by %s", async ([, headers]) => {
  const { url } = await served(() => waiting);
  const { status, body } = await get(url, headers);
  expect(status).toBe(403);
  expect(body).not.toContain("ABCD");
});

test("it says how it stands, and is not there where no telephone is to be linked", async () => {
  let view: PairingView = { state: "linked" };
  const { url } = await served(() => view);
  expect((await get(url)).body).toContain("Linked.");
  view = { state: "stopped", code: 403 };
  expect((await get(url)).body).toContain("with code 403.");
  await web?.close();
  expect((await get((await served()).url)).status).toBe(404);
});
