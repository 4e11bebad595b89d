import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { runCommand } from "../../src/cli/run.ts";
import type { Config } from "../../src/config.ts";
import type { CaseEntry } from "../../src/conversation/ports/cases.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { openTestApp } from "./app.ts";

export const sri: Contact = { channel: "telegram", account: "1", user: "11" };
export const budi: Contact = { channel: "terminal", account: "local", user: "budi" };

/** A moment of one hour in the life of a test. */
export const time = (minute: number) => `2026-11-22T03:${String(minute).padStart(2, "0")}:00.000Z`;

/** The same moment as officers read it. */
export const clockTime = (minute: number) => `2026-11-22 10:${String(minute).padStart(2, "0")} WIB`;

export const numberOfNobody = "KSS-00000-00000-0";

/** An officer at the command line of an app of its own, anew for every test. */
export function officer(config: Partial<Config> = {}) {
  let app: App;
  let folder: string;
  let writes = 0;
  beforeEach(async () => {
    app = await openTestApp(config);
    folder = mkdtempSync(join(tmpdir(), "payung-cases-"));
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = async (
    contact: Contact,
    number: string,
    entry: CaseEntry,
    { minute = 1, urgent = false } = {},
  ): Promise<string> => {
    const key = `said-${writes++}`;
    await app.store.cases.append(key, contact, number, entry, { urgent, at: time(minute) });
    return key;
  };
  return {
    app: () => app,
    /** Where commands are typed. */
    folder: () => folder,
    /** A command line, as a person would type it. */
    async run(args: readonly string[], input: readonly string[] = []) {
      const out: string[] = [];
      const err: string[] = [];
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
        input: (async function* () {
          yield* input;
        })(),
        interactive: false,
        now: { at: () => Date.parse(time(30)) },
        folder,
      };
      const code = await runCommand(args, io, async () => ({ ...app, close: async () => {} }));
      return { code, out, err, json: () => JSON.parse(out.join("\n")) };
    },
    /** A case of somebody who stood in the middle of a form; its number. */
    async openCase(contact: Contact, minute = 0): Promise<string> {
      const opening = { language: "id", flow: "daftar_mandiri", step: "alamat" } as const;
      const key = `open-${contact.user}`;
      return (await app.store.cases.open(key, contact, opening, time(minute))).number;
    },
    /** What a person writes to the officer. */
    write,
    /** A file of Sri's that was fetched. */
    async send(number: string, name: string, content = "isi"): Promise<void> {
      const key = await write(sri, number, { media: { kind: "document", name, ref: "r" } });
      const file = { state: "kept", content: Buffer.from(content), mime: "text/plain" } as const;
      await app.store.cases.keepFile(sri, key, file);
    },
  };
}
