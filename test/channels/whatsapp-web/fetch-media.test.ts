import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isOurs, makeFetch } from "../../../src/channels/whatsapp-web/fetch-media.ts";
import { refOf } from "../../../src/channels/whatsapp-web/media-ref.ts";
import { WaFiles } from "../../support/wa-mock-files.ts";

const files = new WaFiles();
const unchecked = "NODE_TLS_REJECT_UNAUTHORIZED";
beforeAll(async () => {
  await files.listen();
  // The certificate is the test's own; in the bots' processes it is added to those that are trusted.
  process.env[unchecked] = "0";
});
afterEach(() => {
  files.fault = undefined;
});
afterAll(async () => {
  delete process.env[unchecked];
  await files.close();
});

const content = Buffer.alloc(100_000, "isi berkas");
const contact = { channel: "whatsapp-web", account: "utama", user: "1@lid" };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** A file as WhatsApp keeps it; `spoil` changes the encrypted bytes afterwards, `facts` what the message says. */
function kept(facts: object = {}, spoil: (body: Buffer) => Buffer = (body) => body) {
  const mediaKey = randomBytes(32);
  const keys = Buffer.from(hkdfSync("sha256", mediaKey, "", "WhatsApp Image Keys", 112));
  const aes = createCipheriv("aes-256-cbc", keys.subarray(16, 48), keys.subarray(0, 16));
  const inner = Buffer.concat([aes.update(content), aes.final()]);
  const mac = createHmac("sha256", keys.subarray(48, 80))
    .update(keys.subarray(0, 16))
    .update(inner);
  const body = Buffer.concat([inner, mac.digest().subarray(0, 10)]);
  const { direct_path: directPath } = files.put(spoil(Buffer.from(body)));
  return refOf("image", {
    ...{ directPath, mediaKey, fileEncSha256: sha256(body), fileSha256: sha256(content) },
    ...{ mimetype: "image/jpeg", ...facts },
  });
}

const fetchIt = (
  ref: string | undefined,
  {
    maxBytes = 200_000,
    host = files.host as string | null,
    loopback = true,
    ms = 3000,
    size = 0,
  } = {},
) =>
  makeFetch({ host: async () => host, loopback, ms })(
    contact,
    { kind: "image", ...(ref === undefined ? {} : { ref }), ...(size ? { size } : {}) },
    maxBytes,
  );

test("a file is fetched and opened", async () => {
  const file = await fetchIt(kept());
  expect(file).toMatchObject({ state: "kept", mime: "image/jpeg" });
  expect(file.state === "kept" && Buffer.from(file.content).equals(content)).toBe(true);
});

const flipped = (body: Buffer): Buffer => {
  body[1000] = (body[1000] ?? 0) ^ 1;
  return body;
};

describe("what is not as it says is not kept", () => {
  test.for<[string, object, ((body: Buffer) => Buffer) | undefined, string]>([
    ["by the outer hash", {}, flipped, "outer hash"],
    ["by the MAC, where no hash is told", { fileEncSha256: null }, flipped, "MAC"],
    ["by the inner hash", { fileSha256: Buffer.alloc(32) }, undefined, "inner hash"],
    ["by another key", { mediaKey: Buffer.alloc(32, 9) }, undefined, "MAC"],
    ["by its length", { fileEncSha256: null }, (body) => body.subarray(0, 20), "length"],
  ])("%s", async ([, facts, spoil, what]) => {
    await expect(fetchIt(kept(facts, spoil))).rejects.toThrow(what);
  });
});

describe("what may go well another time throws, without the address", () => {
  test("a connection that is cut", async () => {
    files.fault = (_, response) => {
      response.writeHead(200, { "content-length": 100_026 }).write(Buffer.alloc(5000));
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    await expect(fetchIt(kept())).rejects.toThrow("cut off");
  });
  test("no answer in time", async () => {
    files.fault = () => true;
    await expect(fetchIt(kept(), { ms: 100 })).rejects.toThrow("could not be fetched");
  });
  test("trouble at WhatsApp, and a redirection, which is not followed", async () => {
    files.fault = (_, response) => Boolean(response.writeHead(503).end());
    await expect(fetchIt(kept())).rejects.toThrow("503");
    files.fault = (_, response) =>
      Boolean(response.writeHead(302, { location: "https://127.0.0.1:1/x" }).end());
    const failed = await fetchIt(kept()).catch((error: Error) => `${error.stack}${error.cause}`);
    expect(failed).toContain("could not be fetched");
    expect(failed).not.toContain("/v/");
  });
});

test("what is gone is gone", async () => {
  for (const status of [404, 410]) {
    files.fault = (_, response) => Boolean(response.writeHead(status).end());
    expect(await fetchIt(kept())).toEqual({ state: "gone" });
  }
  for (const ref of [undefined, "", "x", "{}", '{"type":"image","path":"https://evil.example"}'])
    expect(await fetchIt(ref)).toEqual({ state: "gone" });
});

test("what is too big is not asked for, or not read to its end", async () => {
  const before = files.asked.length;
  expect(await fetchIt(kept(), { size: 300_000 })).toEqual({ state: "too_big" });
  expect(files.asked.length).toBe(before);
  expect(await fetchIt(kept(), { maxBytes: 50_000 })).toEqual({ state: "too_big" });
  expect(await fetchIt(kept(), { maxBytes: 99_999 })).toEqual({ state: "too_big" });
  expect(await fetchIt(kept(), { maxBytes: 100_000 })).toMatchObject({ state: "kept" });
});

test("files come from WhatsApp's hosts alone, whoever names another", () => {
  for (const host of ["mmg.whatsapp.net", "media-cgk1-1.cdn.whatsapp.net", "x.fbcdn.net"])
    expect(isOurs(host, false)).toBe(true);
  for (const host of [
    "127.0.0.1:99",
    "whatsapp.net",
    "evilwhatsapp.net",
    "mmg.whatsapp.net.evil.example",
    "mmg.whatsapp.net:8443",
    "user@mmg.whatsapp.net",
    "evil.example/mmg.whatsapp.net",
    "",
  ])
    expect(isOurs(host, false)).toBe(false);
  expect(isOurs("127.0.0.1:99", true)).toBe(true);
  expect(isOurs("127.0.0.1.evil.example", true)).toBe(false);
});
