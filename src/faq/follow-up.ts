import { isMereCourtesy } from "./courtesy.ts";
import aspects from "./data/aspects.json" with { type: "json" };
import type { Word } from "./features.ts";
import { standard } from "./normalise.ts";

/** A follow-up has at most this many words. */
const longest = 6;
/** A message that is this clear by itself is none, if it names what it is about. */
const clear = 0.75;
/** Greetings and the like are never about what was said before. */
const standing = 0.6;

/** Words that ask something of a thing without naming it: papers, how long, where, what if late. */
const naming = new Set(
  aspects.flatMap((line) => line.split(" ").flatMap((word) => [word, standard(word)])),
);

/** Whether a message leans on what was said before: short, and unclear without it ("terus syaratnya?"). */
export function isFollowUp(
  words: readonly Word[],
  shares: ReadonlyMap<string, number>,
  none: string,
): boolean {
  if (words.length > longest || isMereCourtesy(words)) return false;
  let most = 0;
  for (const [name, share] of shares) {
    most = Math.max(most, share);
    if (share >= standing && name.startsWith(none) && !words.every(asksOnly)) return false;
  }
  return most < clear || words.every(asksOnly);
}

/** Whether a word asks something without naming what about. */
export const asksOnly = ({ word, stem }: Word): boolean => naming.has(word) || naming.has(stem);
