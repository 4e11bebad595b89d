import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { proto } from "@whiskeysockets/baileys";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon, waMockAndBots } from "../../support/wa-mock-bot.ts";
import { node } from "../../support/wa-mock-node.ts";

let all: Awaited<ReturnType<typeof waMockAndBots>>;
beforeEach(async () => {
  all = await waMockAndBots();
});
afterEach(() => all.close());

describe("one person's messages are taken in in the order in which they were written", () => {
  test("also what is written in the very moment of a login, behind what waited for it", async () => {
    const { server } = all;
    await all.paired();
    const [sri, adi] = [server.person(1), server.person(2)];
    for (const one of [sri, adi]) await one.send("halo");
    await soon(() => all.heard.length === 2);
    server.refuseLogin = 503;
    server.dropConnection();
    const waiting = Array.from({ length: 12 }, (_, index) => `pesan ${index}`);
    for (const text of waiting) for (const one of [sri, adi]) await one.send(text);
    for (const one of [sri, adi])
      server.justWritten.add(server.pending.get(await one.send("pesan 12")));
    server.refuseLogin = null;
    await soon(() => all.heard.length === 28, 25_000);
    for (const one of [sri, adi]) {
      const own = all.heard.filter(({ user }) => user === one.lidJid);
      expect(own.map(({ message }) => message.text)).toEqual(["halo", ...waiting, "pesan 12"]);
    }
  });

  test("also where WhatsApp names them differently in between", async () => {
    const { server, store } = all;
    let slow = false;
    const names = {
      ...store.names,
      async meet(...given: Parameters<typeof store.names.meet>) {
        const isFirst = slow;
        slow = false;
        if (isFirst) await sleep(200);
        return store.names.meet(...given);
      },
    };
    await all.paired({ names });
    const sri = server.person(1);
    await sri.send("halo", { by: "lid" });
    await soon(() => all.heard.length === 1);
    slow = true;
    for (const by of ["lid-only", "pn-only", "lid-only"] as const) await sri.send(by, { by });
    await soon(() => all.heard.length === 4);
    expect(all.texts()).toEqual(["halo", "lid-only", "pn-only", "lid-only"]);
    expect(new Set(all.heard.map(({ user }) => user)).size).toBe(1);
  });
});

describe("old chats and settings of the telephone are left alone: a file of them that breaks off", () => {
  let files: Awaited<ReturnType<typeof brokenFiles>>;
  beforeEach(async () => {
    files = await brokenFiles();
  });
  afterEach(() => files.close());
  const blob = { mediaKey: Buffer.alloc(32, 1), directPath: "/v/contoh.enc" };

  /** Whatever came before, people are heard. */
  const hears = async () => {
    await all.server.person(1).send("halo");
    await soon(() => all.heard.length === 1);
    expect(files.asked()).toBe(0);
  };

  test("in old chats neither ends the bot nor makes it deaf", async () => {
    const { server } = all;
    await all.paired();
    const type = proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION;
    const { RECENT: syncType } = proto.Message.HistorySyncType;
    await server.fromPhone({
      protocolMessage: { type, historySyncNotification: { ...blob, syncType } },
    });
    await soon(() => server.pending.size === 0);
    await hears();
  });

  test("in settings does not either", async () => {
    const { server } = all;
    await all.paired();
    const snapshot = Buffer.from(proto.ExternalBlobReference.encode(blob).finish());
    const collection = node("collection", { name: "regular" }, [node("snapshot", {}, snapshot)]);
    server.overrides.push(({ attrs: { xmlns, id = "" } }) =>
      xmlns === "w:sync:app:state"
        ? node("iq", { id, type: "result" }, [node("sync", {}, [collection])])
        : undefined,
    );
    const acked = new Promise((resolve) =>
      server.on("ack", ({ id }) => id === "n1" && resolve(null)),
    );
    // As it would come at a login: what waits behind it is told to wait no longer than it takes.
    const changed = { from: "s.whatsapp.net", id: "n1", type: "server_sync", t: "1", offline: "0" };
    server.toBot(node("notification", changed, [node("collection", { name: "regular" })]));
    await acked;
    await hears();
  });
});

/** Stands where WhatsApp's files are, and breaks every one off in its middle. */
async function brokenFiles() {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(200, { "content-length": "100000" }).write(Buffer.alloc(50_000));
    setTimeout(() => response.destroy(), 20);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The library names no other place than WhatsApp's own.
  const place = globalThis as unknown as Record<symbol, { dispatch(...given: unknown[]): boolean }>;
  const key = Symbol.for("undici.globalDispatcher.1");
  await fetch("data:,");
  const before = place[key];
  if (!before) throw new Error("fetch has no dispatcher");
  place[key] = {
    dispatch: (options, handler) => before.dispatch({ ...Object(options), origin }, handler),
  };
  return {
    asked: () => asked,
    close(): void {
      place[key] = before;
      server.close();
    },
  };
}
