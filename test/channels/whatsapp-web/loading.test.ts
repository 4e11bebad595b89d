import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../../src/channels/whatsapp-web/", import.meta.url);

test("the library is loaded by one dynamic import alone, after the console was silenced", () => {
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const imports = sources.flatMap(
    (source) => source.match(/^import [^;]*?"@whiskeysockets\/baileys"/gm) ?? [],
  );
  expect(imports.length).toBeGreaterThan(5);
  expect(imports.filter((one) => !one.startsWith("import type"))).toEqual([]);
  const dynamic = sources.filter((source) => source.includes('import("@whiskeysockets/baileys")'));
  expect(dynamic).toHaveLength(1);
  expect(dynamic[0]).toMatch(/silenceConsole\(\);\s+return import\(/);
});
