import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closingOf } from "../../../src/channels/whatsapp-web/closing.ts";
import { soon, waMockAndBots } from "../../support/wa-mock-bot.ts";

let all: Awaited<ReturnType<typeof waMockAndBots>>;
beforeEach(async () => {
  all = await waMockAndBots();
});
afterEach(() => all.close());

test("every code by which WhatsApp ends a connection has its consequence", () => {
  const table = {
    515: "restart",
    401: "unlinked",
    403: "stop",
    405: "stop",
    411: "stop",
    440: "stop",
  };
  for (const [code, closing] of Object.entries(table))
    expect(closingOf(Number(code))).toBe(closing);
  for (const code of [0, 408, 428, 500, 503, 999]) expect(closingOf(code)).toBe("again");
});

test.for([440, 402, 403, 405])(
  "by %i it is stopped until it is started anew: nothing is sent, nobody connects",
  async (code) => {
    const { server, lines } = all;
    const bot = await all.paired();
    if (code === 440) server.streamError(null, "conflict");
    else {
      server.refuseLogin = code;
      server.dropConnection();
    }
    await soon(() => bot.pairing().state === "stopped");
    expect(bot.pairing()).toEqual({ state: "stopped", code });
    const { logins } = server;
    const result = await all.send(bot, "1@lid", "x");
    expect(result).toMatchObject({ error: { code: "locked", detail: String(code) } });
    await sleep(400);
    expect(server.logins).toBe(logins);
    expect(lines.join()).toContain("whatsapp_web_stopped");
  },
);

describe("what could not be taken in", () => {
  test("is delivered again, with what came behind it, in order and once", async () => {
    const { server } = all;
    await all.paired();
    const sri = server.person(1);
    let refusals = 2;
    all.refuses = ({ text }) => text === "satu" && refusals-- > 0;
    await Promise.all(["satu", "dua", "tiga"].map((text) => sri.send(text)));
    await soon(() => all.heard.length === 3);
    expect(all.texts()).toEqual(["satu", "dua", "tiga"]);
    await soon(() => server.pending.size === 0);
    expect(server.logins).toBeGreaterThan(3);
  });

  test("is not confirmed to WhatsApp while it is being taken in", async () => {
    const { server } = all;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const names = {
      ...all.store.names,
      meet: async (...given: Parameters<typeof all.store.names.meet>) => {
        await held;
        return all.store.names.meet(...given);
      },
    };
    await all.paired({ names });
    await server.person(1).send("halo");
    await sleep(300);
    expect([server.pending.size, all.heard.length]).toEqual([1, 0]);
    release();
    await soon(() => server.pending.size === 0);
    expect(all.texts()).toEqual(["halo"]);
  });
});

describe("one process is the device", () => {
  test("a second waits, sends nothing, and takes over when the first ends", async () => {
    const { server } = all;
    const first = await all.paired();
    const second = await all.bot();
    await sleep(300);
    expect(second.pairing()).toEqual({ state: "elsewhere" });
    expect([first.channel.isElsewhere?.(), second.channel.isElsewhere?.()]).toEqual([false, true]);
    const sri = server.person(1);
    await sri.send("satu");
    await soon(() => all.heard.length === 1);
    await first.stop();
    await sri.send("dua");
    await soon(() => second.pairing().state === "linked");
    await soon(() => all.heard.length === 2);
    expect(server.mostOpen).toBe(1);
  });

  test("who loses the lease is off the line before another may be on it", async () => {
    const { server, store } = all;
    let lost = false;
    const device = {
      ...store.device,
      renew: async (...given: Parameters<typeof store.device.renew>) =>
        lost ? null : store.device.renew(...given),
      take: async (...given: Parameters<typeof store.device.take>) =>
        lost ? null : store.device.take(...given),
    };
    const bot = await all.paired({ device });
    lost = true;
    await soon(() => bot.pairing().state === "elsewhere");
    const second = await all.bot();
    await soon(() => second.pairing().state === "linked");
    expect(server.mostOpen).toBe(1);
  });
});

describe("people", () => {
  test("stay one contact when the id that hides their number comes later", async () => {
    const { server } = all;
    await all.paired();
    const sri = server.person(1);
    for (const [index, by] of (["pn-only", "lid", "lid-only"] as const).entries()) {
      await sri.send(`pesan ${index}`, { by });
      await soon(() => all.heard.length === index + 1);
    }
    expect(new Set(all.heard.map(({ user }) => user)).size).toBe(1);
    expect(all.heard[2]?.message.phone).toBe(`+${sri.pn}`);
  });

  test("are known by that id, and their number is learned when WhatsApp tells it", async () => {
    const { server } = all;
    await all.paired();
    const sri = server.person(2);
    for (const [index, by] of (["lid-only", "pn", "lid-only", "pn-only"] as const).entries()) {
      await sri.send(`pesan ${index}`, { by });
      await soon(() => all.heard.length === index + 1);
    }
    expect(new Set(all.heard.map(({ user }) => user))).toEqual(new Set([sri.lidJid]));
    const phones = all.heard.map(({ message }) => message.phone);
    expect(phones).toEqual([undefined, ...Array.from({ length: 3 }, () => `+${sri.pn}`)]);
  });
});

test("a code is shown where the number is known, and a wrong one does not pair", async () => {
  const { server, shown } = all;
  const bot = await all.bot({ number: `+${server.account.pn}` });
  await soon(() => shown.some((text) => text.startsWith("Code: ")));
  await expect(server.typeCode("ABCD-EFGH")).rejects.toThrow();
  const view = bot.pairing();
  await server.typeCode(view.state === "waiting" ? (view.code ?? "") : "");
  await soon(() => bot.pairing().state === "linked");
  expect(all.lines.join()).not.toContain(view.state === "waiting" ? view.code : "?");
});

test("a pairing by code that was begun and never confirmed is begun anew after a restart", async () => {
  const { server, shown } = all;
  const number = `+${server.account.pn}`;
  const first = await all.bot({ number });
  await soon(() => shown.some((text) => text.startsWith("Code: ")));
  await first.stop();
  const second = await all.bot({ number });
  const codeOf = () => {
    const view = second.pairing();
    return view.state === "waiting" ? view.code : undefined;
  };
  await soon(() => codeOf() !== undefined);
  await server.typeCode(codeOf() ?? "");
  await soon(() => second.pairing().state === "linked");
  expect(all.lines.join()).not.toContain("whatsapp_web_unlinked");
});
