import { type App, openApp } from "../../src/cli/app.ts";
import { trialConfig } from "../../src/cli/transcripts/trial.ts";
import type { Config } from "../../src/config.ts";

/** A key for tests alone: numbers and ids come out the same at every run. */
export const testKey = `${"00".repeat(31)}07`;

export const testConfig: Config = { ...trialConfig, key: testKey };

/** The whole of Payung on a database in memory, as the program composes it. */
export const openTestApp = (config: Partial<Config> = {}): Promise<App> => {
  const all = { ...testConfig, ...config };
  return openApp(all, all.dataDir);
};
