import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programTexts } from "../../src/flow/program-texts.ts";

const sourcesIn = (folder: string, ending: RegExp): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !name.endsWith("program-texts.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const code = sourcesIn("src", /\.ts$/);
const page = sourcesIn("src/web/page", /\.(?:html|js)$/);
/** What the code completes with a name of its own: "engine.reasons." of `engine.reasons.${reason}`. */
const begun = [...code.matchAll(/`((?:[a-z_]+\.)+)\$\{/g)].map(([, start = ""]) => start);

function isNamed(file: string, key: string): boolean {
  if (file === "web" && new RegExp(`\\b${key}\\b`).test(page)) return true;
  const whole = `${file}.${key}`;
  return (
    code.includes(`"${whole}"`) ||
    begun.some((start) => whole.startsWith(start) && !whole.slice(start.length).includes("."))
  );
}

test.for(Object.entries(programTexts))("the program speaks every text of %s", ([file, keys]) => {
  expect(keys.filter((key) => !isNamed(file, key))).toEqual([]);
});
