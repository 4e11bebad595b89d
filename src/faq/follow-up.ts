import type { Word } from "./features.ts";

/** A follow-up has at most this many words that say something. */
const longest = 6;
/** A message that is this clear by itself is none. */
const clear = 0.75;

const openers = new Set("terus kalau dan lalu tetapi jadi itu berarti nah oh".split(" "));

/** Whether a message leans on what was said before: short, and not clear by itself ("terus syaratnya?"). */
export function isFollowUp(words: readonly Word[], shares: ReadonlyMap<string, number>): boolean {
  if (words.length === 0 || words.length > longest) return false;
  const most = Math.max(...shares.values());
  const opened = openers.has(words[0]?.word ?? "");
  return most < (opened ? veryClear : clear);
}
const veryClear = 0.95;
