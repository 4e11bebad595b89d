import { chmodSync, existsSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyFileOf, parseKey } from "../../src/store/key.ts";
import { openStore } from "../../src/store/open.ts";
import { keptLog, ownDatabase, ownFolder, TEST_KEY } from "../support/stores.ts";

const { log } = keptLog();
const OTHER_KEY = "ab".repeat(32);
const failure = async (opening: Promise<{ close(): Promise<void> }>) => {
  try {
    await (await opening).close();
  } catch (error) {
    return error as Error & { code: string };
  }
  throw new Error("it opened");
};

test("a key is 32 bytes, as base64 or as 64 hex digits", () => {
  expect(parseKey(OTHER_KEY, "it")).toEqual(Buffer.alloc(32, 0xab));
  expect(parseKey(`${TEST_KEY}\n`, "it")).toEqual(Buffer.alloc(32, 7));
});

test.for(["", "short", TEST_KEY.slice(2), `${OTHER_KEY}00`, "z".repeat(64)])(
  "%j is refused as a key, in a sentence that does not repeat it",
  (text) => {
    const parse = () => parseKey(text, "PAYUNG_KEY");
    expect(parse).toThrow(
      "PAYUNG_KEY is not a key: it must be 32 bytes, written as base64 or as 64 hex digits.",
    );
  },
);

describe("a data folder", () => {
  let folder: ReturnType<typeof ownFolder>;
  let dataDir: string;
  beforeEach(() => {
    folder = ownFolder();
    dataDir = join(folder.path, "data");
  });
  afterEach(() => folder.remove());

  test("gets a key file beside it that only its owner can read", async () => {
    await (await openStore({ dataDir, log })).close();
    const file = keyFileOf(dataDir);
    expect(file).toBe(`${dataDir}.key`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, "utf8");
    await (await openStore({ dataDir, log })).close();
    expect(readFileSync(file, "utf8")).toBe(before);

    chmodSync(file, 0o644);
    expect((await failure(openStore({ dataDir, log }))).code).toBe("key_file_exposed");
    unlinkSync(file);
    expect((await failure(openStore({ dataDir, log }))).code).toBe("key_missing");
    expect(existsSync(file)).toBe(false);
  });

  test("is refused with another key, in one sentence, and stays usable with its own", async () => {
    await (await openStore({ dataDir, key: TEST_KEY, log })).close();
    expect(existsSync(keyFileOf(dataDir))).toBe(false);
    const wrong = await failure(openStore({ dataDir, key: OTHER_KEY, log }));
    expect(wrong.code).toBe("wrong_key");
    expect(wrong.message).toMatch(/^This data was encrypted with key [0-9a-f]{8}, but .*\.$/);
    expect(wrong.message).not.toContain(OTHER_KEY);
    expect((await failure(openStore({ dataDir, key: "nonsense", log }))).code).toBe("bad_key");
    await (await openStore({ dataDir, key: TEST_KEY, log })).close();
  });
});

describe("PostgreSQL", () => {
  test("is refused with another key or none", async () => {
    const { url, remove } = await ownDatabase();
    const options = { dataDir: ":memory:", databaseUrl: url, log };
    expect((await failure(openStore(options))).code).toBe("key_missing");
    await (await openStore({ ...options, key: TEST_KEY })).close();
    expect((await failure(openStore({ ...options, key: OTHER_KEY }))).code).toBe("wrong_key");
    await remove();
  });

  test("that can't be reached or entered is told in one sentence without the password", async () => {
    const { url, remove } = await ownDatabase();
    const changed = (change: (url: URL) => void) => {
      const copy = new URL(url);
      copy.password = "geheim-sekali";
      change(copy);
      return copy.href;
    };
    const own = new URL(url);
    const attempts: [string, string, RegExp][] = [
      [changed(() => undefined), "unreachable", /refused the user or the password/],
      [changed((u) => Object.assign(u, { port: "1" })), "unreachable", /cannot be reached/],
      [
        changed((u) => Object.assign(u, { hostname: "no-such-host.invalid" })),
        "unreachable",
        /no-such-host/,
      ],
      [url.replace(own.pathname, "/not_there"), "unreachable", /has no database not_there/],
      ["mysql://u:geheim-sekali@h/d", "bad_address", /is not an address of the form/],
      ["geheim-sekali", "bad_address", /is not an address of the form/],
    ];
    for (const [databaseUrl, code, sentence] of attempts) {
      const options = { dataDir: ":memory:", databaseUrl, key: TEST_KEY, log };
      const error = await failure(openStore(options));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(sentence);
      expect(error.message).not.toContain("geheim-sekali");
    }
    await remove();
  });
});
