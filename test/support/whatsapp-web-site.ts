import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { type Bot, startBot } from "./bot.ts";
import { runOn } from "./payung.ts";
import { readSvg } from "./read-qr.ts";
import { WaMock } from "./wa-mock.ts";
import type { WaPerson } from "./wa-mock-person.ts";

/** How long an answer may take on a busy machine, the bot's start included, in ms. */
export const patience = 90_000;

const trust = new URL("wa-mock-trust.mjs", import.meta.url).href;

/** A folder, a WhatsApp and bots on both, each started as a child process. `settings`: more for all of them. */
export async function whatsAppWebSite(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "payung-wa-web-"));
  const server = await new WaMock().listen();
  const bots: Bot[] = [];
  const page = async (): Promise<string> => {
    const url = await bots.at(-1)?.url();
    // A connection that was kept open may be closed at the very moment that it is used again: it is looked at once more.
    const looked = () => fetch(`${url}/tautkan`);
    return (await looked().catch(looked)).text();
  };
  const site = {
    folder,
    server,
    bots,
    start(extra: Record<string, string> = {}): Bot {
      const bot = startBot({
        PAYUNG_DATA: join(folder, "data"),
        PAYUNG_LOG: "info",
        WHATSAPP_WEB: "on",
        WHATSAPP_WEB_URL: server.url,
        WHATSAPP_WEB_PER_MINUTE: "6000",
        NODE_OPTIONS: `--import ${trust}`,
        NODE_EXTRA_CA_CERTS: server.files.certificate,
        WA_MOCK_ROOT: server.authority.root.toString("hex"),
        ...settings,
        ...extra,
      });
      bots.push(bot);
      return bot;
    },
    page,
    /** The text of the picture that the page shows. */
    async qr(): Promise<string> {
      let svg = "";
      // The start itself may take longer on a busy machine than the waiting below.
      await page();
      await soon(async () => {
        svg = /<svg[\s\S]*<\/svg>/.exec(await page())?.[0] ?? "";
        return svg !== "";
      });
      return readSvg(svg);
    },
    /** The code that the page shows. */
    async code(): Promise<string> {
      let code = "";
      await page();
      await soon(async () => {
        code = /<strong>(\w{4}-\w{4})<\/strong>/.exec(await page())?.[1] ?? "";
        return code !== "";
      });
      return code;
    },
    /** Starts a bot and pairs it by the picture. */
    async paired(extra: Record<string, string> = {}): Promise<void> {
      site.start(extra);
      server.scan(await site.qr());
      await soon(async () => /Linked\./.test(await page()));
    },
    command: (...args: string[]) => runOn(join(folder, "data"), ...args),
    /** Nothing of these people, and no secret, stands in what the bots printed. */
    expectSilence(people: readonly WaPerson[], ...more: string[]): void {
      const known = people.flatMap(({ pn, lid, name }) => [pn, lid, name]);
      const { pn, lid } = server.account;
      const said = ["contohsari", "dusun mawar", "jualan sayur", "34040745"];
      // What the library and its cryptography print of keys, sessions and stanzas.
      const inner = [
        "privKey",
        "rootKey",
        "chainKey",
        "<Buffer",
        "SessionEntry",
        "@lid",
        "@s.whats",
      ];
      for (const bot of bots) {
        const printed = (bot.printed() + bot.complained()).toLowerCase();
        for (const word of [...known, pn, lid, ...said, ...inner, ...more])
          expect(printed).not.toContain(word.toLowerCase());
      }
    },
    async close(): Promise<void> {
      await Promise.all(bots.map((bot) => bot.kill()));
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return site;
}

export type WhatsAppWebSite = Awaited<ReturnType<typeof whatsAppWebSite>>;

export const textsOf = (who: WaPerson): string[] => who.inbox.map(({ text }) => text);

/** Waits until something is so. */
export async function soon(holds: () => unknown, ms = 120_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(20))
    if (Date.now() > end) throw new Error(`waited in vain: ${holds}`);
}
