import type { Server } from "node:net";
import { FaultyBook, openApp } from "./cli/app.ts";
import { greeting } from "./cli/greeting.ts";
import { processIo } from "./cli/process-io.ts";
import { serveCommands } from "./cli/remote.ts";
import { serve } from "./cli/serve.ts";
import { type Config, readConfig } from "./config.ts";
import { socketPathOf } from "./store/folder-lock.ts";
import { StoreError } from "./store/store-error.ts";

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const { out, err } = processIo();
  const { config, faults } = readConfig();
  if (!config) {
    for (const fault of faults) err(fault);
    return 1;
  }
  try {
    await run(config, out);
    return 0;
  } catch (error) {
    const sentence = sentenceFor(error, config);
    if (sentence === null) throw error;
    err(sentence);
    return 1;
  }
}

/** Serves until a signal comes; then everything is closed in order. */
async function run(config: Config, out: (line: string) => void): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  const app = await openApp(config, config.dataDir);
  let server: Server | undefined;
  let service: Awaited<ReturnType<typeof serve>> | undefined;
  try {
    if (app.store.kind === "embedded")
      server = await serveCommands(socketPathOf(config.dataDir), app);
    service = await serve(app, config);
    for (const line of greeting(app.store, config, service.url)) out(line);
    await stopped;
  } finally {
    await service?.close();
    server?.close();
    await app.close();
  }
}

/** What a person can mend, in one sentence; null for a defect. */
function sentenceFor(error: unknown, { host, port }: Config): string | null {
  if (error instanceof StoreError || error instanceof FaultyBook) return error.message;
  if (!(error instanceof Error && "code" in error)) return null;
  if (error.code === "EADDRINUSE")
    return `No free port for the web chat from ${host}:${port} on: set PAYUNG_PORT, or stop what listens there.`;
  return error.code === "EADDRNOTAVAIL" || error.code === "EACCES"
    ? `The web chat can't listen on ${host}:${port}: check PAYUNG_HOST and PAYUNG_PORT.`
    : null;
}
