import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config.ts";
import { type App, openApp, projectRoot } from "../app.ts";

/** An installation that transcripts are played in: everything in memory, an invented office, nobody to be reached. */
export const trialConfig: Config = {
  databaseUrl: undefined,
  redisUrl: undefined,
  dataDir: ":memory:",
  key: undefined,
  operator: { name: "Dinas Contoh", contact: "0000-0000-0000" },
  office: null,
  zone: "WIB",
  branches: undefined,
  host: "127.0.0.1",
  port: 0,
  pauseMs: 0,
  publicUrl: undefined,
  secureForm: null,
  telegram: null,
  whatsappCloud: null,
  whatsappWeb: null,
  logLevel: "error",
};

/** The whole of Payung in memory, by the flows, texts and invented branch offices of a folder. Throws FaultyBook. */
export const openTrial = (root: string = projectRoot): Promise<App> => {
  const file = join(root, "test/transcripts/cabang.yaml");
  const branches = existsSync(file) ? file : undefined;
  return openApp({ ...trialConfig, branches }, ":memory:", root);
};
