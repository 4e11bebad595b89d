import type { Example } from "./example.ts";
import type { Word } from "./features.ts";
import { asksOnly } from "./follow-up.ts";
import type { Reader } from "./reader.ts";

/** Words that stand for a topic beside its name. */
const most = 1;
/** A telling word is this much more common within its topic than elsewhere. */
const lift = 8;
/** A telling word stands in this many examples of its topic. */
const fewest = 4;

/** The words of each topic's name and by which it is told apart: what "that" means in a question that follows it. */
export function tellingWords(
  examples: readonly Example[],
  { learned, read }: Pick<Reader, "learned" | "read">,
): ReadonlyMap<string, readonly Word[]> {
  const overall = new Map<string, number>();
  const byTopic = new Map<string, Map<string, { word: Word; count: number }>>();
  for (const [index, { topic }] of examples.entries()) {
    const counts = byTopic.get(topic) ?? new Map<string, { word: Word; count: number }>();
    byTopic.set(topic, counts);
    for (const word of new Map((learned[index] ?? []).map((one) => [one.stem, one])).values()) {
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
        .filter(
          ({ word, count }) =>
            count >= fewest && count >= lift * share * (overall.get(word.stem) ?? 1),
        )
        .sort((one, other) => weight(other) - weight(one));
      const named = read(topic.replaceAll("-", " ")).filter((word) => !asksOnly(word));
      return [topic, [...named, ...telling.slice(0, most).map(({ word }) => word)]];
    }),
  );
}
