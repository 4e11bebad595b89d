import { readFileSync } from "node:fs";
import { parse } from "yaml";

const words = parse(readFileSync("locales/id/web.yaml", "utf8")) as Record<string, string>;

/** The page's own texts. */
export const texts = (key: string): string => {
  const text = words[key.replace(/^web\./, "")];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text;
};
