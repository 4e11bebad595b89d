import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Bot, startBot } from "./bot.ts";
import { GraphFake } from "./graph-fake.ts";
import type { GraphPerson } from "./graph-fake-person.ts";
import { runOn } from "./payung.ts";

/** How long an answer may take on a busy machine, the bot's start included, in ms. */
export const patience = 90_000;

/** A bot's settings for this WhatsApp. */
export const settingsFor = (graph: GraphFake): Record<string, string> => ({
  WHATSAPP_TOKEN: graph.token,
  WHATSAPP_PHONE_NUMBER_ID: graph.phoneNumberId,
  WHATSAPP_APP_SECRET: graph.appSecret,
  WHATSAPP_VERIFY_TOKEN: graph.verifyToken,
  WHATSAPP_API_ROOT: graph.apiRoot,
  WHATSAPP_PER_SECOND: "1000",
});

/** A folder, a Graph API and bots on both, each started as a child process. */
export async function whatsAppSite() {
  const folder = mkdtempSync(join(tmpdir(), "payung-whatsapp-"));
  const graph = await new GraphFake().listen();
  const port = 22_000 + Math.floor(Math.random() * 18_000);
  graph.hook.url = `http://127.0.0.1:${port}/webhooks/whatsapp`;
  const bots: Bot[] = [];
  return {
    graph,
    bots,
    start(extra: Record<string, string> = {}): Bot {
      const bot = startBot({
        PAYUNG_DATA: join(folder, "data"),
        PAYUNG_PORT: String(port),
        PAYUNG_LOG: "info",
        ...settingsFor(graph),
        ...extra,
      });
      bots.push(bot);
      return bot;
    },
    person: (number: number): GraphPerson =>
      graph.person({ bsuid: `ID.${1_000_000 + number}`, phone: String(62_811_000_000 + number) }),
    command: (...args: string[]) => runOn(join(folder, "data"), ...args),
    /** Nothing of these people, and no secret, stands in what the bots printed. */
    expectSilence(...people: GraphPerson[]): void {
      const secrets = [graph.token, graph.appSecret, graph.verifyToken];
      const known = people.flatMap(({ known: { bsuid, phone } }) => [bsuid ?? "", phone ?? ""]);
      const said = ["contohsari", "dusun mawar", "jualan sayur", "34040745", "terbaca"];
      for (const bot of bots) {
        const printed = (bot.printed() + bot.complained()).toLowerCase();
        for (const word of [...secrets, ...known, ...said].filter((one) => one !== ""))
          expect(printed).not.toContain(word.toLowerCase());
      }
    },
    async close(): Promise<void> {
      await Promise.all(bots.map((bot) => bot.kill()));
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type WhatsAppSite = Awaited<ReturnType<typeof whatsAppSite>>;

export const textsOf = (who: GraphPerson): string[] => who.inbox.map(({ text }) => text);

/** Waits until something is so. */
export async function soon(holds: () => unknown, ms = 120_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(20))
    if (Date.now() > end) throw new Error(`waited in vain: ${holds}`);
}
