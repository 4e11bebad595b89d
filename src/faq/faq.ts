import { bounds, type Decision, decide, type Ranked, saysSomething } from "./decide.ts";
import type { Example } from "./example.ts";
import { featuresOf, type Word } from "./features.ts";
import { isFollowUp } from "./follow-up.ts";
import { learn } from "./linear.ts";
import { partsOf } from "./parts.ts";
import { readerOf } from "./reader.ts";
import { tellingWords } from "./telling-words.ts";
import { weighingOf } from "./weighing.ts";

/** What was spoken of before: the topic last answered. */
export type Context = { previousTopic?: string };

/** What a message asks for. */
export type Ranking = {
  decision: Decision;
  /** Every topic, the likeliest first; scores are shares of 1, what no topic answers has the rest. */
  ranked: readonly Ranked[];
  /** Topics to answer, in the order asked: one, or two when a message holds two questions; else none. */
  answers: readonly string[];
  /** With `none`: what kind of thing was said ("sapaan", "bpjs-kesehatan"), where that is clear. */
  kind?: string;
};

export type Faq = {
  topics: readonly string[];
  rank(text: string, context?: Context): Ranking;
};

const none = "none/";

/** Learns from the examples; the same examples in the same order give the same answers. Throws without examples. */
export function buildFaq(examples: readonly Example[]): Faq {
  const classes = [...new Set(examples.map(({ topic }) => topic))].sort();
  const topics = classes.filter((name) => !name.startsWith(none));
  if (topics.length === 0) throw new Error("faq_without_examples");
  const reader = readerOf(examples.map(({ text }) => text));
  const features = reader.learned.map(featuresOf);
  const weighing = weighingOf(features);
  const labelOf = new Map(classes.map((name, index) => [name, index]));
  const classify = learn(
    features.map(weighing.vectorOf),
    examples.map(({ topic }) => labelOf.get(topic) ?? 0),
    { columns: weighing.columns, classes: classes.length },
  );
  const telling = tellingWords(examples, reader);

  const sharesOf = (words: readonly Word[]): Shares => {
    const shares = classify(weighing.vectorOf(featuresOf(words)));
    return new Map(classes.map((name, index) => [name, shares[index] ?? 0]));
  };
  const judged = (words: readonly Word[], previousTopic: string | undefined): Judged => {
    const alone = sharesOf(words);
    const before = previousTopic === undefined ? undefined : telling.get(previousTopic);
    if (!before || !isFollowUp(words, alone, none)) return judge(words, alone);
    return judge(words, blended(alone, sharesOf([...before, ...words])));
  };
  return {
    topics,
    rank(text, context = {}) {
      const whole = judged(reader.read(text), context.previousTopic);
      const parts = partsOf(text).map((part) => judged(reader.read(part), undefined));
      return joined(whole, parts);
    },
  };
}

type Shares = ReadonlyMap<string, number>;
type Judged = Omit<Ranking, "answers">;

function judge(words: readonly Word[], shares: Shares): Judged {
  const ranked: Ranked[] = [];
  const kinds: { kind: string; score: number }[] = [];
  for (const [name, score] of shares)
    if (name.startsWith(none)) kinds.push({ kind: name.slice(none.length), score });
    else ranked.push({ topic: name, score });
  ranked.sort(byScore);
  kinds.sort(byScore);
  const decision = decide(words, ranked, kinds);
  const [kind] = kinds;
  const clear = saysSomething(words) && (kind?.score ?? 0) >= (ranked[0]?.score ?? 0);
  return decision === "none" && kind && clear
    ? { decision, ranked, kind: kind.kind }
    : { decision, ranked };
}

const byScore = (one: { score: number }, other: { score: number }): number =>
  other.score - one.score;

/** How much a follow-up is read together with what it follows. */
const together = 0.8;

const blended = (alone: Shares, withBefore: Shares): Shares =>
  new Map(
    [...alone].map(([name, share]) => [
      name,
      (1 - together) * share + together * (withBefore.get(name) ?? 0),
    ]),
  );

/** Sure parts about two things are two questions; else the message counts as a whole. */
function joined(whole: Judged, parts: readonly Judged[]): Ranking {
  const asked = [...new Set(parts.map(({ ranked }) => ranked[0]?.topic ?? ""))];
  const sure = parts.every(({ decision, ranked }) => decision === "answer" && isSurePart(ranked));
  if (sure && asked.length === 2)
    return { decision: "answer", ranked: inFront(whole.ranked, asked), answers: asked };
  const first = whole.ranked[0]?.topic ?? "";
  return { ...whole, answers: whole.decision === "answer" ? [first] : [] };
}

const isSurePart = ([first]: readonly Ranked[]): boolean =>
  (first?.score ?? 0) >= bounds.answerPart;

/** The topics asked for before all others. */
function inFront(ranked: readonly Ranked[], asked: readonly string[]): Ranked[] {
  const others = ({ topic }: Ranked): number => (asked.includes(topic) ? 0 : 1);
  return [...ranked].sort((one, other) => others(one) - others(other));
}
