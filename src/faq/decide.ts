import type { Word } from "./features.ts";

/** Answer, offer up to three topics, or say that it can't be answered. */
export type Decision = "answer" | "choose" | "none";

export type Ranked = { topic: string; score: number };

/** Bounds found by cross-validation over the examples (docs/decisions), never on the questions that measure. */
export const bounds = {
  /** From this share on the likeliest topic is answered without asking back. */
  answer: 0.65,
  /** The same for a single word ("bayar", "klaim"): it says what about, seldom what is wanted. */
  answerWord: 0.9,
  /** From this share on half a message is a question of its own. */
  answerPart: 0.85,
  /** From this share of all that is not to be answered nothing is answered. */
  none: 0.25,
};

/** What to do with a message whose words and shares these are; `ranked` and `kinds` the likeliest first. */
export function decide(
  words: readonly Word[],
  ranked: readonly Ranked[],
  kinds: readonly { score: number }[],
): Decision {
  if (!saysSomething(words)) return "none";
  const unanswerable = kinds.reduce((sum, { score }) => sum + score, 0);
  if (unanswerable >= bounds.none) return "none";
  const enough = words.length === 1 ? bounds.answerWord : bounds.answer;
  return (ranked[0]?.score ?? 0) >= enough ? "answer" : "choose";
}

/** Whether there is a word that the examples know; a mere number asks nothing. */
export const saysSomething = (words: readonly Word[]): boolean =>
  words.some(({ familiar, word }) => familiar && !/^\d+$/.test(word));
