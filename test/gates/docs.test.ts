import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const textsIn = (folder: string, ending: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();

const code = textsIn("src", ".ts");
const docs = textsIn("docs", ".md");

/** The calls by which the log is told something, with the event's name first or behind its level. */
const telling =
  /(?:\blog(?:\.(?:info|warn|error)|\[level\])|\bonce|\.say|\bwarn)\(\s*(?:"(?:warn|error)",\s*)?"([a-z]+(?:_[a-z]+)+)"/g;
/** Those of deliveries that are not read stand in a table. */
const odd = /^ {2}\w+: "(whatsapp_[a-z_]+)",$/gm;

test("whoever runs the bot finds every event of the log in the documentation", () => {
  const events = [...found(code, telling), ...found(code, odd)];
  expect(events.length).toBeGreaterThan(40);
  expect(events.filter((event) => !new RegExp(`\\b${event}\\b`).test(docs))).toEqual([]);
});

test("the documentation names no event of a channel that the log never says", () => {
  // whatsapp_business_...: permissions at Meta
  const named = found(docs, /`((?:telegram|whatsapp)_(?!business_)[a-z_]+)`/g);
  expect(named.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});

test(".env.example shows every setting and no other", () => {
  const settings = found(readFileSync("src/settings.ts", "utf8"), /^ {2}([A-Z][A-Z_]+): /gm);
  expect(found(readFileSync(".env.example", "utf8"), /^# ([A-Z_]+)=/gm)).toEqual(settings);
});

test("the documentation names no setting that there is not", () => {
  const settings = found(readFileSync("src/settings.ts", "utf8"), /^ {2}([A-Z][A-Z_]+): /gm);
  const named = found(docs, /\b((?:PAYUNG|TELEGRAM|WHATSAPP)_[A-Z_]*[A-Z])\b/g);
  expect(named.filter((name) => !settings.includes(name))).toEqual([]);
});
