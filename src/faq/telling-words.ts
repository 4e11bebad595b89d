import type { Example } from "./example.ts";
import type { Word } from "./features.ts";

/** Words that stand for a topic. */
const most = 2;
/** A telling word stands in this many examples of its topic. */
const fewest = 4;

/** The words by which each topic is told apart: what "that" means in a question that follows it. */
export function tellingWords(
  examples: readonly Example[],
  read: readonly (readonly Word[])[],
): ReadonlyMap<string, readonly Word[]> {
  const overall = new Map<string, number>();
  const byTopic = new Map<string, Map<string, { word: Word; count: number }>>();
  for (const [index, { topic }] of examples.entries()) {
    const counts = byTopic.get(topic) ?? new Map<string, { word: Word; count: number }>();
    byTopic.set(topic, counts);
    for (const word of new Map((read[index] ?? []).map((one) => [one.stem, one])).values()) {
      overall.set(word.stem, (overall.get(word.stem) ?? 0) + 1);
      const entry = counts.get(word.stem);
      if (entry) entry.count++;
      else counts.set(word.stem, { word, count: 1 });
    }
  }
  const share = 1 / byTopic.size;
  return new Map(
    [...byTopic].map(([topic, counts]) => {
      const weight = ({ word, count }: { word: Word; count: number }): number =>
        count * Math.log(count / (overall.get(word.stem) ?? 1) / share);
      const telling = [...counts.values()]
        .filter(({ count }) => count >= fewest)
        .sort((one, other) => weight(other) - weight(one));
      return [topic, telling.slice(0, most).map(({ word }) => word)];
    }),
  );
}
