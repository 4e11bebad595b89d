import { rawWordsOf } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const sometimes = set("kadang kdang kdg kadangkala terkadang atau ato atw ataw or sometimes");
const times = set("pagi siang sore malam malem mlm pagii weekend sabtu minggu");

/**
 * A text cut where one work is said to take turns with another: "kadang ojek kadang dagang", "pagi jualan malam
 * ngojek", "tani atau melaut". One part when nothing takes turns.
 */
export function turnsIn(text: string): readonly string[] {
  const words = rawWordsOf(text.replace(/(?<=[a-z]{3}) ?\/ ?(?=[a-z]{3})/gi, " atau "));
  const byTime = new Set(words.filter((word) => times.has(word))).size > 1;
  const parts: string[][] = [[]];
  for (const word of words) {
    if (sometimes.has(word) || (byTime && times.has(word))) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(" ")).filter((part) => part !== "");
}
