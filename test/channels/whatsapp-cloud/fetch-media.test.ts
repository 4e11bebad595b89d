import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeAndCloud } from "../../support/graph-fake-bot.ts";

let all: Awaited<ReturnType<typeof fakeAndCloud>>;
/** Another server than Meta's, and who asked it with what. */
let asked: (string | undefined)[];
let answer: (response: ServerResponse) => void;
const stranger = createServer((request, response) => {
  asked.push(request.headers.authorization);
  answer(response);
});
beforeEach(async () => {
  asked = [];
  answer = (response) => void response.end("rahasia");
  all = await fakeAndCloud();
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));
  await all.close();
});
const strange = () => `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/x`;

const content = new TextEncoder().encode("isi berkas é");
const keep = (facts: Record<string, unknown> = {}) =>
  all.graph.keepMedia(content, "image/jpeg", facts);
const fetchIt = async (ref: string | undefined, maxBytes = 1000, size?: number) =>
  all.cloud.channel.fetch?.(
    all.contact("ID.1000001"),
    {
      kind: "image",
      ...(ref === undefined ? {} : { ref }),
      ...(size === undefined ? {} : { size }),
    },
    maxBytes,
  );

describe("a file that a person sent is fetched", () => {
  const sha256 = createHash("sha256").update(content);
  const table: [what: string, facts: Record<string, unknown>][] = [
    ["with its checksum in hex", {}],
    ["with its checksum in base64", { sha256: sha256.copy().digest("base64") }],
    ["without a checksum and a size", { sha256: undefined, file_size: undefined }],
  ];
  test.for(table)("%s", async ([, facts]) => {
    const file = await fetchIt(keep(facts), content.byteLength);
    expect(file).toMatchObject({ state: "kept", mime: "image/jpeg" });
    expect(file?.state === "kept" && [...file.content]).toEqual([...content]);
    expect(all.graph.calls.map(({ authorization }) => authorization)).toEqual(
      Array.from({ length: 2 }, () => `Bearer ${all.graph.token}`),
    );
  });
});

describe("a file that is gone", () => {
  test.for([undefined, "", "../106540352242922", "123?x=1", "999"])(
    "by the ref %o",
    async (ref) => {
      expect(await fetchIt(ref)).toEqual({ state: "gone" });
    },
  );
  test.for([{ code: 100 }, { code: 131052 }, { http: 404 }, { http: 410 }])(
    "by the answer %o",
    async (fault) => {
      all.graph.failNext({ ...fault, path: /\/v24\.0\/\d+$/ });
      expect(await fetchIt(keep())).toEqual({ state: "gone" });
    },
  );
  test.for([404, 410])("by its address, with %i", async (http) => {
    all.graph.failNext({ http, path: /\/files\// });
    expect(await fetchIt(keep())).toEqual({ state: "gone" });
  });
});

describe("a file that is too big", () => {
  test("as the message said is not asked for", async () => {
    expect(await fetchIt(keep(), 1000, 1001)).toEqual({ state: "too_big" });
    expect(all.graph.calls).toEqual([]);
  });
  test("as Meta says is not fetched", async () => {
    expect(await fetchIt(keep(), content.byteLength - 1)).toEqual({ state: "too_big" });
    expect(all.graph.calls).toHaveLength(1);
  });
  test.for([undefined, 1, "viel"])(
    "though a size of %o was told is not read to its end",
    async (file_size) => {
      const id = all.graph.keepMedia(new Uint8Array(20_000_000), "image/jpeg", { file_size });
      expect(await fetchIt(id)).toEqual({ state: "too_big" });
    },
  );
});

describe("the token never reaches a stranger", () => {
  test("over another port of this host", async () => {
    await expect(fetchIt(keep({ url: strange() }))).rejects.toThrow("not Meta's");
    expect(asked).toEqual([]);
  });
  test("by a redirection", async () => {
    answer = (response) => void response.end();
    for (const http of [301, 302, 307, 308]) {
      all.graph.redirectNext(http, strange());
      await expect(fetchIt(keep())).rejects.toThrow(`answers ${http}`);
    }
    expect(asked).toEqual([]);
  });
  test.for([
    "http://lookaside.fbsbx.com/x",
    "https://lookaside.fbsbx.com.evil.example/x",
    "https://notfbsbx.com/x",
    "https://lookaside.fbsbx.com:8443/x",
    "https://fbsbx.com@evil.example/x",
    "https://evil.example/fbsbx.com",
    "file:///etc/passwd",
    "x",
    "",
    5,
  ])("at %o", async (url) => {
    await expect(fetchIt(keep({ url }))).rejects.toThrow(/not Meta's|no address/);
    expect(all.graph.calls).toHaveLength(1);
  });
});

describe("what may go well another time throws", () => {
  test("a wrong checksum", async () => {
    await expect(fetchIt(keep({ sha256: "0".repeat(64) }))).rejects.toThrow("checksum");
  });
  test("a refused token, trouble at Meta, a cut connection", async () => {
    const path = /\/v24\.0\/\d+$/;
    all.graph.failNext({ http: 401, code: 190, path });
    await expect(fetchIt(keep())).rejects.toThrow("190");
    all.graph.failNext({ http: 500, path });
    await expect(fetchIt(keep())).rejects.toThrow("500");
    all.graph.resetNext(1, path);
    await expect(fetchIt(keep())).rejects.toThrow();
    all.graph.failNext({ http: 503, path: /files/ });
    await expect(fetchIt(keep())).rejects.toThrow("503");
    all.graph.resetNext(1, /files/);
    await expect(fetchIt(keep())).rejects.toThrow();
  });
  test("no answer in time", async () => {
    const slow = await fakeAndCloud({ callMs: 60 });
    slow.graph.slowNext(3000, 1, /files/);
    const ref = slow.graph.keepMedia(content, "image/jpeg");
    const contact = slow.contact("ID.1000001");
    await expect(slow.cloud.channel.fetch?.(contact, { kind: "image", ref }, 99)).rejects.toThrow();
    await slow.close();
  });
});
