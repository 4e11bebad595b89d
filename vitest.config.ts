import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/services.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time goes in waiting for bots that start, stop and are killed: two files at once on two cores.
    maxWorkers: 2,
    // As launch.mjs does: the embedded database opens in half the time.
    execArgv: ["--liftoff-only"],
  },
});
