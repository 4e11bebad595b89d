import { expect, test } from "vitest";
import { answers, typedUntil } from "../support/person.ts";
import { ownDatabase } from "../support/stores.ts";
import { patience, soon, textsOf, whatsAppWebSite } from "../support/whatsapp-web-site.ts";

test("of two processes one is the device; the other says that it waits, and goes on where a killed one stopped", async () => {
  const { url, remove } = await ownDatabase();
  const site = await whatsAppWebSite({ DATABASE_URL: url, PAYUNG_KEY: "07".repeat(32) });
  const { server } = site;
  try {
    await site.paired();
    const second = site.start();
    await soon(() => second.complained().includes("whatsapp_web_elsewhere"));
    const sri = server.person(1);
    for (const text of typedUntil("setuju")) {
      await sri.send(text);
      await sri.hears(patience);
    }
    const { logins } = server;
    await sri.send(answers["nik"] ?? "");
    await site.bots[0]?.kill();
    await sri.send(answers["nama"] ?? "");
    await soon(() => textsOf(sri).at(-1)?.includes("tanggal lahir"));
    expect(second.complained()).toContain("whatsapp_web_open");
    expect(server.logins).toBe(logins + 1);
    expect(server.mostOpen).toBe(1);
    expect(server.pending.size).toBe(0);
    // What was being sent when the first was killed may have come twice.
    expect(new Set(textsOf(sri)).size).toBeGreaterThanOrEqual(sri.inbox.length - 1);
    // The other way round: a process that is started in its stead waits in turn, and an orderly end lets it on at once.
    const third = site.start();
    await soon(() => third.complained().includes("whatsapp_web_elsewhere"));
    second.child.kill("SIGTERM");
    expect(await second.ended()).toBe(0);
    await sri.send("menu");
    await soon(() => third.complained().includes("whatsapp_web_open"), 15_000);
    await soon(() => textsOf(sri).at(-1)?.includes("Daftar"));
    expect(server.mostOpen).toBe(1);
    site.expectSilence([sri]);
  } finally {
    await site.close();
    await remove();
  }
}, 180_000);
