import { configDefaults, defineConfig } from "vitest/config";

/** Rooms whose tests leave nothing in the loaded sources for the next file. */
const pure = [
  "answer-types",
  "book",
  "cases",
  "cli",
  "engine",
  "faq",
  "flow",
  "gates",
  "lib",
  "locale",
  "pictures",
  "rules",
  "sheets",
  "transcripts",
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["test/support/services.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time goes in waiting for bots that start, stop and are killed: two files at once on two cores.
    maxWorkers: 2,
    // As launch.mjs does: the embedded database opens in half the time.
    execArgv: ["--liftoff-only"],
    projects: [
      // Loading the sources anew for every file took longer than most of these files do.
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
    ],
  },
});
