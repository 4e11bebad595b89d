import { execFileSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { openRedis } from "../../src/store/redis/open-redis.ts";
import { freePort } from "../support/packages.ts";
import { bareClient, openOn, testCipher } from "../support/redis.ts";
import { startRedis } from "../support/redis-server.ts";
import { keptLog } from "../support/stores.ts";
import { ids, item, NOW, stranger, taking, turnOf } from "../support/turns.ts";

const PASSWORD = "kata-sandi-xyz";
const FAIL_FAST_MS = 5000;
/** Longer than a command waits for its answer. */
const GIVEN_UP_MS = 8000;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function server(...options: string[]) {
  const started = await startRedis(options);
  ends.push(started.stop);
  return started;
}

async function opened(url: string, log = keptLog().log) {
  const store = await openOn(url, "", log);
  ends.push(store.close);
  return store;
}

/** What opening fails with. */
async function failure(url: string): Promise<{ code: string; message: string; ms: number }> {
  const start = performance.now();
  const options = { url, cipher: testCipher(), log: keptLog().log };
  const error = await openRedis(options).then(
    () => new Error("it opened"),
    (reason: Error) => reason,
  );
  const { code = "", message } = error as Error & { code?: string };
  return { code, message, ms: performance.now() - start };
}

test("a Redis that can't be reached or entered fails at once, in one sentence without the password", async () => {
  const locked = await server("--requirepass", "something else");
  const port = await freePort();
  const cases: [string, string, string][] = [
    [`redis://user:${PASSWORD}@127.0.0.1:${port}`, "unreachable", "ECONNREFUSED"],
    [`redis://127.0.0.1:${port},redis://127.0.0.1:${port}`, "unreachable", `127.0.0.1:${port}`],
    [`redis://:${PASSWORD}@127.0.0.1:${locked.port}`, "unreachable", "WRONGPASS"],
    [locked.url, "unreachable", "NOAUTH"],
    [`http://:${PASSWORD}@127.0.0.1`, "bad_address", "redis://"],
  ];
  for (const [url, code, told] of cases) {
    const failed = await failure(url);
    expect(failed.code).toBe(code);
    expect(failed.message).toContain(told);
    expect(failed.message).toMatch(/^[^\n]+\.$/);
    expect(failed.message).not.toContain(PASSWORD);
    expect(failed.ms).toBeLessThan(FAIL_FAST_MS);
  }
});

test("a Redis that may throw data away is refused", async () => {
  const { url } = await server("--maxmemory-policy", "allkeys-lru");
  const failed = await failure(url);
  expect(failed.code).toBe("bad_address");
  expect(failed.message).toContain("noeviction");
});

test("a Redis that does not show its settings is taken as it is", async () => {
  const { url } = await server("--rename-command", "CONFIG", "");
  const store = await opened(url);
  turnOf(await store.line.enter(stranger(), item("a"), NOW));
});

test("a Redis that lost its scripts works on", async () => {
  const { url } = await server();
  const store = await opened(url);
  const bare = bareClient(url);
  ends.push(async () => bare.disconnect());
  const contact = stranger();
  const turn = turnOf(await store.line.enter(contact, item("a"), NOW));
  await bare.script("FLUSH");
  const more = await Promise.all(
    ["b", "c", "d"].map((id) => store.line.enter(contact, item(id), NOW)),
  );
  expect(more.map((entry) => entry.state)).toEqual(["waiting", "waiting", "waiting"]);
  await bare.script("FLUSH");
  const next = turnOf(await store.line.commit(turn.lease, taking(["a"]), NOW));
  expect(ids(next)).toEqual(["b", "c", "d"]);
});

test("a connection that is cut with calls under way loses and doubles nothing", async () => {
  const { url } = await server();
  const { lines, log } = keptLog();
  const store = await opened(url, log);
  const bare = bareClient(url);
  ends.push(async () => bare.disconnect());
  const contacts = Array.from({ length: 200 }, stranger);
  for (let round = 0; round < 10; round++) {
    const talks = contacts.map(async (contact) => {
      const id = `m${round}`;
      const turn = turnOf(await store.line.enter(contact, item(id), NOW));
      const seen = (turn.session as { seen: string[] } | null)?.seen ?? [];
      const parts = [{ id: `${contact.user} ${id}`, body: id }];
      const outcome = taking([id], { session: { seen: [...seen, id] }, parts });
      expect((await store.line.commit(turn.lease, outcome, NOW)).state).toBe("done");
    });
    await bare.call("CLIENT", "KILL", "SKIPME", "yes");
    await Promise.all(talks);
  }
  const all = Array.from({ length: 10 }, (_, round) => `m${round}`);
  for (const contact of contacts) {
    expect(await store.line.peek(contact)).toEqual({ seen: all });
    expect((await store.outbox.unsent(contact, 99)).map((part) => part.body)).toEqual(all);
    expect(await store.line.waiting(contact)).toBe(0);
  }
  expect(lines.some((line) => line.includes("was lost"))).toBe(true);
  expect(lines.join("\n")).not.toContain("m1");
});

test("while Redis is away calls fail within seconds, and go through again when it is back", async () => {
  const redis = await server("--appendonly", "yes");
  const store = await opened(redis.url);
  const contact = stranger();
  turnOf(await store.line.enter(contact, item("a"), NOW));
  await redis.kill();
  const start = performance.now();
  const failed = await store.line.enter(contact, item("b"), NOW).catch((reason: Error) => reason);
  expect(failed).toMatchObject({ name: "StoreError", code: "unreachable" });
  expect(JSON.stringify(failed)).not.toContain(contact.user);
  expect(performance.now() - start).toBeLessThan(GIVEN_UP_MS);
  await redis.start();
  expect(await store.line.waiting(contact)).toBeGreaterThanOrEqual(1);
  expect(await store.line.enter(contact, item("c"), NOW)).toEqual({ state: "waiting" });
});

test("a Redis that hangs holds no call for ever", async () => {
  const redis = await server();
  const store = await opened(redis.url);
  const signal = (name: string) => execFileSync("kill", [`-${name}`, String(redis.pid())]);
  signal("STOP");
  ends.push(async () => signal("CONT"));
  const start = performance.now();
  const failed = await store.line.peek(stranger()).catch((reason: Error) => reason);
  expect(failed).toMatchObject({ code: "unreachable", details: { code: "ETIMEDOUT" } });
  expect(performance.now() - start).toBeLessThan(GIVEN_UP_MS);
  signal("CONT");
  expect(await store.line.peek(stranger())).toBeNull();
});
