import type { Example } from "../../src/faq/example.ts";
import { type Features, featuresOf, hashes } from "../../src/faq/features.ts";
import { learn } from "../../src/faq/linear.ts";
import { readerOf } from "../../src/faq/reader.ts";
import { type Vector, weighingOf } from "../../src/faq/weighing.ts";
import { type Ranked, type Ranker, rankedFrom } from "./ranker.ts";

/** How a text becomes features, learned from the examples. */
type Reading = (examples: readonly Example[]) => (text: string) => Features;

/** What Payung does: words as they were meant. */
const asPayung: Reading = (examples) => {
  const reader = readerOf(examples.map(({ text }) => text));
  return (text) => featuresOf(reader.read(text));
};

/** Words and neighbours as typed. */
const asTyped: Reading = () => (text) =>
  hashed(neighbours(text.toLowerCase().match(/[a-z]+|\d+/g) ?? []));

/** As Payung, and parts of words of 3 to 5 letters. */
const withLetters: Reading = (examples) => {
  const reader = readerOf(examples.map(({ text }) => text));
  return (text) => {
    const words = reader.read(text);
    return new Map([
      ...featuresOf(words),
      ...hashed(words.flatMap(({ stem }) => partsOfWord(`^${stem}$`))),
    ]);
  };
};

const neighbours = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => [word, `${words[at - 1] ?? "^"} ${word}`]);

const partsOfWord = (word: string): string[] =>
  [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) =>
      word.slice(at, at + length),
    ),
  );

function hashed(features: readonly string[]): Features {
  const found = new Map<number, number>();
  for (const feature of features) {
    let hash = 2_166_136_261;
    for (const letter of feature) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
    const folded = ((hash >>> 0) ^ (hash >>> 14)) & (hashes - 1);
    found.set(folded, (found.get(folded) ?? 0) + 1);
  }
  return found;
}

type Scoring = (features: Features) => Map<string, number>;
type Model = (features: readonly Features[], topics: readonly string[]) => Scoring;

const linear: Model = (features, topics) => {
  const names = [...new Set(topics)];
  const weighing = weighingOf(features);
  const classify = learn(
    features.map(weighing.vectorOf),
    topics.map((topic) => names.indexOf(topic)),
    { columns: weighing.columns, classes: names.length },
  );
  return (asked) => {
    const shares = classify(weighing.vectorOf(asked));
    return new Map(names.map((name, at) => [name, shares[at] ?? 0]));
  };
};

/** Multinomial naive Bayes; its shares are flattened, since its evidence is counted many times over. */
const bayes: Model = (features, topics) => {
  const names = [...new Set(topics)];
  const counts = names.map(() => new Map<number, number>());
  const totals = names.map(() => 0);
  const overall = new Map<number, number>();
  for (const [at, one] of features.entries()) {
    const name = names.indexOf(topics[at] ?? "");
    for (const hash of one.keys()) {
      counts[name]?.set(hash, (counts[name]?.get(hash) ?? 0) + 1);
      totals[name] = (totals[name] ?? 0) + 1;
      overall.set(hash, (overall.get(hash) ?? 0) + 1);
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  const prior = 0.2 * names.length;
  return (asked) => {
    const scores = names.map((_, name) => {
      let score = 0;
      for (const hash of asked.keys()) {
        const common = overall.get(hash) ?? 0;
        if (common < 2) continue;
        const seen = (counts[name]?.get(hash) ?? 0) + (prior * common) / all;
        score += Math.log(seen / ((totals[name] ?? 0) + prior));
      }
      return 0.2 * score;
    });
    const most = Math.max(...scores);
    const raised = new Map(names.map((name, at) => [name, Math.exp((scores[at] ?? 0) - most)]));
    return new Map(rankedFrom(raised).map(({ topic, score }) => [topic, score]));
  };
};

/** The nearest examples by cosine, nearer ones counting much more. */
const nearest: Model = (features, topics) => {
  const weighing = weighingOf(features);
  const postings: { example: number; value: number }[][] = Array.from(
    { length: weighing.columns },
    () => [],
  );
  for (const [example, one] of features.entries())
    each(weighing.vectorOf(one), (column, value) => postings[column]?.push({ example, value }));
  return (asked) => {
    const likeness = new Float64Array(features.length);
    each(weighing.vectorOf(asked), (column, value) => {
      for (const other of postings[column] ?? [])
        likeness[other.example] = (likeness[other.example] ?? 0) + value * other.value;
    });
    const scores = new Map<string, number>();
    for (const [example, like] of likeness.entries()) {
      const topic = topics[example] ?? "";
      scores.set(topic, (scores.get(topic) ?? 0) + like ** 4);
    }
    return new Map(rankedFrom(scores).map(({ topic, score }) => [topic, score]));
  };
};

const averaged =
  (...models: Model[]): Model =>
  (features, topics) => {
    const scorings = models.map((model) => model(features, topics));
    return (asked) => {
      const sums = new Map<string, number>();
      for (const scoring of scorings)
        for (const [name, score] of scoring(asked)) sums.set(name, (sums.get(name) ?? 0) + score);
      return sums;
    };
  };

function each({ columns, values }: Vector, see: (column: number, value: number) => void): void {
  for (const [at, column] of columns.entries()) see(column, values[at] ?? 0);
}

const ranker = (name: string, reading: Reading, model: Model): Ranker => ({
  name,
  learn(examples) {
    const featuresIn = reading(examples);
    const scoring = model(
      examples.map(({ text }) => featuresIn(text)),
      examples.map(({ topic }) => topic),
    );
    return (text): Ranked => rankedFrom(scoring(featuresIn(text)));
  },
});

/** Payung's way and its neighbours. */
export const ownRankers: Ranker[] = [
  ranker("linear, words read by the normaliser (taken)", asPayung, linear),
  ranker("linear, and parts of words", withLetters, linear),
  ranker("linear, words as typed", asTyped, linear),
  ranker("naive Bayes, normaliser", asPayung, bayes),
  ranker("nearest examples, normaliser", asPayung, nearest),
  ranker("linear + naive Bayes", asPayung, averaged(linear, bayes)),
  ranker("linear + nearest", asPayung, averaged(linear, nearest)),
  ranker("linear + naive Bayes + nearest", asPayung, averaged(linear, bayes, nearest)),
];
