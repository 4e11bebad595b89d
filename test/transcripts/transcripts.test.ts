import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { openTestApp } from "../support/app.ts";
import { replay } from "./replay.ts";

const root = import.meta.dirname;
const cases = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".txt"))
  .sort();

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test.for(cases)("%s is said word for word", async (file) => {
  const path = join(root, file);
  const said = await replay(app, file, readFileSync(path, "utf8"));
  await expect(said).toMatchFileSnapshot(path);
});
