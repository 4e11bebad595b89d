import { type App, openApp } from "../../src/cli/app.ts";
import type { Config } from "../../src/config.ts";

/** A key for tests alone: numbers and ids come out the same at every run. */
export const testKey = `${"00".repeat(31)}07`;

export const testConfig: Config = {
  databaseUrl: undefined,
  redisUrl: undefined,
  dataDir: ":memory:",
  key: testKey,
  operator: { name: "Dinas Contoh", contact: "0000-0000-0000" },
  office: null,
  zone: "WIB",
  host: "127.0.0.1",
  port: 0,
  pauseMs: 0,
  publicUrl: undefined,
  telegram: null,
  whatsappCloud: null,
  whatsappWeb: null,
  logLevel: "error",
};

/** The whole of Payung on a database in memory, as the program composes it. */
export const openTestApp = (config: Partial<Config> = {}): Promise<App> => {
  const all = { ...testConfig, ...config };
  return openApp(all, all.dataDir);
};
