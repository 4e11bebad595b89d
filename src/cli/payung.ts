import { existsSync } from "node:fs";
import { readConfig } from "../config.ts";
import { StoreError } from "../store/store-error.ts";
import { FaultyBook, openApp } from "./app.ts";
import { NoData } from "./no-data.ts";
import { processIo } from "./process-io.ts";
import { askRunningBot } from "./remote.ts";
import { runCommand } from "./run.ts";

process.exitCode = await main(process.argv.slice(2));
if (process.exitCode !== 0 || process.stdin.readable) process.exit();

async function main(args: readonly string[]): Promise<number> {
  const io = processIo();
  const { config, faults } = readConfig();
  if (!config) {
    for (const fault of faults) io.err(fault);
    return 1;
  }
  try {
    return await runCommand(args, io, (given, makes) => {
      const dataDir = given ?? config.dataDir;
      if (!makes && !config.databaseUrl && dataDir !== ":memory:" && !existsSync(dataDir))
        throw new NoData(`There is no data folder ${dataDir}.`);
      return openApp(config, dataDir);
    });
  } catch (error) {
    if (error instanceof StoreError && error.code === "folder_held") {
      const exit = await askRunningBot(String(error.details["socket"] ?? ""), args, io);
      if (exit !== null) return exit;
    }
    if (error instanceof StoreError || error instanceof FaultyBook || error instanceof NoData) {
      io.err(error.message);
      return 1;
    }
    throw error;
  }
}
