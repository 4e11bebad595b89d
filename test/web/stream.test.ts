import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Mailbox } from "../../src/conversation/ports/outbox.ts";
import {
  beatEvery,
  missedBeats,
  streamBacklogBytes,
  streamsAtOnce,
  unacknowledgedParts,
} from "../../src/web/limits.ts";
import { makeStreams } from "../../src/web/streams.ts";
import { type Desk, logTo, openDesk, SECRET } from "./desk.ts";
import { ask, fromPage, type Listener, listen, visit } from "./http.ts";

let desk: Desk;
let cookie: string;
let user: string;
let open: Listener[];
beforeEach(async () => {
  desk = await openDesk();
  ({ cookie, user } = await visit(desk.web.url));
  open = [];
});
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open) one.hangUp();
  await desk.web.close();
});

async function hear(since = 1, who = cookie): Promise<Listener> {
  const one = await listen(desk.web.url, who, since);
  open.push(one);
  return one;
}
const idsOf = (listener: Listener) => listener.events().map(({ id }) => id);
const shown = (ids: string[]) => ask(desk.web.url, "/terima", fromPage(cookie, { ids }));

test("what waits comes at once, what comes later follows, in order, without the keys of texts", async () => {
  desk.put(user, "p1", "satu\ndua");
  const stream = await hear();
  expect(stream.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
  });
  await stream.until(1);
  desk.put(user, "p2");
  desk.put(user, "p3");
  const events = await stream.until(3);
  expect(events.map(({ name, id }) => `${name} ${id}`)).toEqual(["part p1", "part p2", "part p3"]);
  expect(events[0]?.data).toEqual({ id: "p1", text: "satu\ndua", choices: [] });
  expect(stream.raw()).toMatch(/^retry: 1000\n\n/);
  expect(stream.raw()).not.toContain(SECRET);
});

test("an unacknowledged part comes again at every connection, an acknowledged one never", async () => {
  desk.put(user, "p1");
  desk.put(user, "p2");
  const first = await hear();
  await first.until(2);
  first.hangUp();
  await shown(["p1"]);
  const second = await hear();
  await second.until(1);
  expect(idsOf(second)).toEqual(["p2"]);
  await shown(["p2"]);
  const third = await hear();
  desk.put(user, "p3");
  await third.until(1);
  expect(idsOf(third)).toEqual(["p3"]);
});

test("at most 50 parts are under way unacknowledged; an acknowledgement brings the next", async () => {
  for (let i = 1; i <= unacknowledgedParts + 2; i++) desk.put(user, `p${i}`);
  const stream = await hear();
  await stream.until(50);
  desk.put(user, "p53");
  await vi.waitFor(() => expect(desk.looks()).toBeGreaterThan(1));
  expect(idsOf(stream)).toHaveLength(50);
  await shown(["p1", "p2"]);
  await stream.until(52);
  expect(idsOf(stream).slice(-2)).toEqual(["p51", "p52"]);
});

test("a person hears nothing of another's", async () => {
  const other = await visit(desk.web.url);
  const mine = await hear();
  const theirs = await hear(1, other.cookie);
  desk.put(user, "p1");
  desk.put(other.user, "p2");
  await mine.until(1);
  await theirs.until(1);
  expect([idsOf(mine), idsOf(theirs)]).toEqual([["p1"], ["p2"]]);
});

test("the later tab takes over and the earlier is told; the earlier one's reconnecting takes nothing back", async () => {
  const older = await hear(1000);
  const newer = await hear(2000);
  expect(await older.until(1)).toEqual([{ name: "moved", id: null, data: 2000 }]);
  await older.ended;
  const again = await hear(1000);
  expect(await again.until(1)).toEqual([{ name: "moved", id: null, data: 2000 }]);
  await again.ended;
  desk.put(user, "p1");
  await newer.until(1);
  expect(idsOf(newer)).toEqual(["p1"]);
});

test("a tab that reconnects replaces its own dead stream, silently", async () => {
  const first = await hear(1000);
  const second = await hear(1000);
  await first.ended;
  expect(first.events()).toEqual([]);
  desk.put(user, "p1");
  await second.until(1);
});

test("a stream that is hung up is watched no longer", async () => {
  const stream = await hear();
  await vi.waitFor(() => expect(desk.watchers()).toBe(1));
  stream.hangUp();
  await vi.waitFor(() => expect(desk.watchers()).toBe(0));
});

test("only the page itself may listen", async () => {
  for (const site of ["cross-site", "same-site", "none"]) {
    const headers = { Cookie: cookie, "Sec-Fetch-Site": site };
    expect((await ask(desk.web.url, "/aliran", { headers })).status).toBe(403);
  }
});

test("a listener without a cookie becomes a contact", async () => {
  const stream = await hear(1, "");
  const made = /payung=([0-9a-f]{32});/.exec(stream.headers["set-cookie"]?.[0] ?? "")?.[1] ?? "";
  desk.put(made, "p1");
  await stream.until(1);
});

test("at shutdown all streams end at once", async () => {
  const stream = await hear();
  const before = performance.now();
  await desk.web.close();
  await stream.ended;
  expect(performance.now() - before).toBeLessThan(500);
});

const silent: Mailbox = {
  unsent: async () => [],
  shown: async () => undefined,
  watch: () => () => undefined,
};
const contactOf = (name: string) => ({ channel: "web", account: "local", user: name });

test("at most 2,000 streams are open, and a person's own reconnecting still finds room", () => {
  const streams = makeStreams(silent, logTo([]));
  for (let i = 0; i < streamsAtOnce; i++)
    expect(streams.open(contactOf(`u${i}`), 1)).not.toBeNull();
  expect(streamsAtOnce).toBe(2000);
  expect(streams.open(contactOf("satu lagi"), 1)).toBeNull();
  expect(streams.open(contactOf("u7"), 2)).not.toBeNull();
  streams.close();
  expect(streams.open(contactOf("u1"), 1)).toBeNull();
});

test("where no contact can be made for a listener, it is told when to come again", async () => {
  const spent = await openDesk({ clock: () => 0 });
  for (let i = 0; i < 20; i++) await ask(spent.web.url, "/");
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const full = await ask(spent.web.url, "/aliran", { headers });
  expect([full.status, full.headers["retry-after"]]).toEqual([503, "10"]);
  await spent.web.close();
});

/** A mailbox that always holds 50 large parts. */
const heavy: Mailbox = {
  ...silent,
  unsent: async () =>
    Array.from({ length: 50 }, (_, i) => ({
      id: `p${i}`,
      body: { text: "x".repeat(10_000), choices: [], numbered: true, keys: [] },
    })),
};

test("a slow reader holds no more than the backlog and one part; what it reads makes room for the rest", async () => {
  const streams = makeStreams(heavy, logTo([]));
  const reader = streams.open(contactOf("lambat"), 1)?.getReader();
  await new Promise((resolve) => setTimeout(resolve, 20));
  let bytes = 0;
  let text = "";
  const decoder = new TextDecoder();
  const most = streamBacklogBytes + 11_000;
  while (!text.includes("id: p49\n")) {
    const { value } = (await reader?.read()) ?? {};
    bytes += value?.length ?? 0;
    text += decoder.decode(value);
  }
  expect(bytes).toBeGreaterThan(most);
  const ids = [...text.matchAll(/^id: (p\d+)$/gm)].map(([, id]) => id);
  expect(ids).toEqual(Array.from({ length: 50 }, (_, i) => `p${i}`));
  streams.close();
});

test("a reader too slow for three heartbeats loses the stream; one that reads gets a comment every 20 s", async () => {
  vi.useFakeTimers();
  const streams = makeStreams(silent, logTo([]));
  const reader = streams.open(contactOf("cepat"), 1)?.getReader();
  await reader?.read();
  await vi.advanceTimersByTimeAsync(beatEvery);
  expect(beatEvery).toBe(20_000);
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(":\n\n");
  streams.close();
  const stalled = makeStreams(heavy, logTo([]));
  const stuck = stalled.open(contactOf("macet"), 1)?.getReader();
  await vi.advanceTimersByTimeAsync(beatEvery * missedBeats);
  let read = await stuck?.read();
  let bytes = 0;
  while (read && !read.done) {
    bytes += read.value.length;
    read = await stuck?.read();
  }
  expect(bytes).toBeLessThan(streamBacklogBytes + 11_000);
  stalled.close();
});

test("a store that fails ends the stream, so that the page comes again, and is logged without words", async () => {
  const lines: string[] = [];
  const broken: Mailbox = { ...silent, unsent: () => Promise.reject(new Error("rahasia")) };
  const streams = makeStreams(broken, logTo(lines));
  const reader = streams.open(contactOf("a"), 1)?.getReader();
  await reader?.read();
  expect((await reader?.read())?.done).toBe(true);
  expect(lines).toEqual(['{"event":"web_stream_failed","name":"Error"}']);
  streams.close();
});
