import type { Word } from "./features.ts";

/** Answer, offer up to three topics, or say that it can't be answered. */
export type Decision = "answer" | "choose" | "none";

export type Ranked = { topic: string; score: number };

/** Bounds found by cross-validation over the examples (docs/decisions), never on the questions that measure. */
export const bounds = {
  /** From this share on the likeliest topic is answered without asking back. */
  answer: 0.65,
  /** From this share of all that is not to be answered nothing is answered. */
  none: 0.25,
};

/** What to do with a message whose words and shares these are; `ranked` and `kinds` the likeliest first. */
export function decide(
  words: readonly Word[],
  ranked: readonly Ranked[],
  kinds: readonly { score: number }[],
): Decision {
  if (!words.some(({ familiar }) => familiar)) return "none";
  const unanswerable = kinds.reduce((sum, { score }) => sum + score, 0);
  if (unanswerable >= bounds.none) return "none";
  return (ranked[0]?.score ?? 0) >= bounds.answer ? "answer" : "choose";
}
