import type { Server } from "node:net";
import { type App, FaultyBook, openApp } from "./cli/app.ts";
import { chat } from "./cli/chat.ts";
import type { Io } from "./cli/io.ts";
import { processIo } from "./cli/process-io.ts";
import { serveCommands } from "./cli/remote.ts";
import { type Config, readConfig } from "./config.ts";
import { socketPathOf } from "./store/folder-lock.ts";
import { StoreError } from "./store/store-error.ts";

/** Rounds of upkeep between two looks for drafts to be forgotten: an hour. */
const roundsBetweenForgetting = 3600;

/** Pause between two looks for lines without a holder and for jobs, in ms. */
const upkeepEvery = 1000;

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const io = processIo();
  const { config, faults } = readConfig();
  if (!config) {
    for (const fault of faults) io.err(fault);
    return 1;
  }
  try {
    const app = await openApp(config, config.dataDir);
    return await run(app, config, io);
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof FaultyBook)) throw error;
    io.err(error.message);
    return 1;
  }
}

/** Serves until the end of the chat or a signal; then everything is closed in order. */
async function run(app: App, config: Config, io: Io): Promise<number> {
  const stopped = new Promise<"signal">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => resolve("signal"));
  });
  const upkeep = keepUp(app);
  let server: Server | undefined;
  if (app.store.kind === "embedded")
    server = await serveCommands(socketPathOf(config.dataDir), app);
  for (const line of greeting(app, config)) io.out(line);
  const talk = chatOnInput(app, io);
  try {
    const ended = await Promise.race([stopped, talk]);
    if (ended === "nobody") await stopped;
    return 0;
  } finally {
    upkeep.stop();
    server?.close();
    await app.close();
  }
}

/** A chat for whoever is at the input. "nobody": nothing was ever written there, so the bot stays up without. */
async function chatOnInput(app: App, io: Io): Promise<"done" | "nobody"> {
  let written = false;
  const input = (async function* () {
    for await (const line of io.input) {
      written = true;
      yield line;
    }
  })();
  await chat(app, { ...io, input }, {});
  return written || io.interactive ? "done" : "nobody";
}

/** Takes up lines whose holder died, and performs jobs. */
function keepUp(app: App): { stop(): void } {
  const conversation = app.conversation(Date.now);
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let rounds = 0;
  const round = async (): Promise<void> => {
    try {
      if (rounds++ % roundsBetweenForgetting === 0) await conversation.forgetIdle();
      await conversation.sweep();
      while (await conversation.runJob());
    } catch (error) {
      const code = error instanceof StoreError ? error.code : "unknown";
      if (!ended) app.log.error("upkeep_failed", { code });
    }
    if (!ended) timer = setTimeout(() => void round(), upkeepEvery);
  };
  void round();
  return {
    stop() {
      ended = true;
      clearTimeout(timer);
    },
  };
}

function greeting(app: App, config: Config): string[] {
  const embedded = app.store.kind === "embedded";
  return [
    "Payung is running. Talk to it here, or from another terminal: npm run -s payung -- chat",
    embedded
      ? `  Records and sessions: embedded database in ${config.dataDir}/ (set DATABASE_URL to use PostgreSQL)`
      : "  Records and sessions: PostgreSQL",
    config.operator
      ? `  Run by: ${config.operator.name}`
      : "  Not configured: who runs it (PAYUNG_OPERATOR_NAME, PAYUNG_OPERATOR_CONTACT); until then it calls itself a trial",
    config.key
      ? "  Key: PAYUNG_KEY"
      : `  Key: ${config.dataDir}.key (made by itself; back it up, nothing can be read without it)`,
    "",
  ];
}
