import type { Example } from "../../src/faq/example.ts";

/** Topics with their scores, the likeliest first. */
export type Ranked = { topic: string; score: number }[];

/** A way to find the topic of a question. */
export type Ranker = {
  name: string;
  /** For a slow one: only one in so many held-out questions is asked. */
  oneIn?: number;
  learn(
    examples: readonly Example[],
  ): Promise<(text: string) => Ranked | Promise<Ranked>> | ((text: string) => Ranked);
};

/** Scores by topic, the likeliest first, as shares of 1. */
export function rankedFrom(scores: ReadonlyMap<string, number>): Ranked {
  const sum = [...scores.values()].reduce((all, score) => all + score, 0) || 1;
  return [...scores]
    .map(([topic, score]) => ({ topic, score: score / sum }))
    .sort((one, other) => other.score - one.score);
}
