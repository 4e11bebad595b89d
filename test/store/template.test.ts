import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { keepTemplate, readTemplate, templateFile } from "../../src/store/template.ts";
import { keptLog, ownFolder, TEST_KEY } from "../support/stores.ts";

let folder: ReturnType<typeof ownFolder>;
beforeEach(() => {
  folder = ownFolder();
});
afterEach(() => folder.remove());

test("a template is read back as it was kept, and replaces older ones", async () => {
  await keepTemplate(templateFile("old", folder.path), new Blob(["old"]));
  const file = templateFile("new", folder.path);
  await keepTemplate(file, new Blob(["content"]));
  expect(await readTemplate(file)?.text()).toBe("content");
  expect(readTemplate(templateFile("old", folder.path))).toBeNull();
});

test("a damaged or cut template is not used", async () => {
  const file = templateFile("x", folder.path);
  await keepTemplate(file, new Blob(["content"]));
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, -1));
  expect(readTemplate(file)).toBeNull();
  writeFileSync(file, bytes.fill(0, 0, 1));
  expect(readTemplate(file)).toBeNull();
  writeFileSync(file, "");
  expect(readTemplate(file)).toBeNull();
});

test("where nothing can be written the template is done without", async () => {
  const notAFolder = join(folder.path, "file");
  writeFileSync(notAFolder, "");
  await keepTemplate(templateFile("x", notAFolder), new Blob(["content"]));
  expect(readTemplate(templateFile("x", notAFolder))).toBeNull();
});

test("a data folder whose making was cut short is moved aside and made anew", async () => {
  const dataDir = join(folder.path, "data");
  mkdirSync(join(dataDir, "pg"), { recursive: true });
  writeFileSync(join(dataDir, "pg", "half"), "");
  writeFileSync(join(dataDir, "pg.making"), "");
  const options = { dataDir, key: TEST_KEY, log: keptLog().log };
  const store = await openStore(options);
  expect(await store.registry.list()).toEqual([]);
  await store.close();
  await (await openStore(options)).close();
  expect(readFileSync(join(dataDir, "pg.unfinished", "half"), "utf8")).toBe("");
});
