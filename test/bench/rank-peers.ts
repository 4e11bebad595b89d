import { dockStart } from "@nlpjs/basic";
import { LangId } from "@nlpjs/lang-id";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { Example } from "../../src/faq/example.ts";
import { wordsIn } from "../../src/faq/normalise.ts";
import { type Ranked, type Ranker, rankedFrom } from "./ranker.ts";

/** How a text is handed to a library. */
type Handing = { name: string; of: (text: string) => string };
const typed: Handing = { name: "as typed", of: (text) => text };
const normalised: Handing = { name: "normaliser", of: (text) => wordsIn(text).join(" ") };

type Hit = { id: number; score: number };

/** The best example of each topic stands for it. */
function byTopic(hits: readonly Hit[], examples: readonly Example[]): Ranked {
  const scores = new Map<string, number>();
  for (const { id, score } of hits) {
    const topic = examples[id]?.topic ?? "";
    scores.set(topic, Math.max(scores.get(topic) ?? 0, score));
  }
  return rankedFrom(scores);
}

const miniSearch = ({ name, of }: Handing): Ranker => ({
  name: `MiniSearch (BM25), ${name}`,
  learn(examples) {
    const index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2 } });
    index.addAll(examples.map(({ text }, id) => ({ id, text: of(text) })));
    return (text) => byTopic(index.search(of(text)), examples);
  },
});

const fuse = ({ name, of }: Handing): Ranker => ({
  name: `Fuse.js, ${name}`,
  oneIn: 20,
  learn(examples) {
    const index = new Fuse(
      examples.map(({ text }) => of(text)),
      { includeScore: true, ignoreLocation: true, threshold: 0.6 },
    );
    return (text) => {
      const hits = index.search(of(text).slice(0, 64));
      return byTopic(
        hits.map(({ refIndex, score }) => ({ id: refIndex, score: 1 - (score ?? 1) })),
        examples,
      );
    };
  },
});

const nlpJs = ({ name, of }: Handing): Ranker => ({
  name: `NLP.js (lang-id), ${name}`,
  async learn(examples) {
    const settings = { nlp: { autoSave: false, log: false, nlu: { log: false } } };
    const dock = await dockStart({ settings, use: ["Basic"] });
    dock.getContainer().use(LangId);
    const nlp = dock.get("nlp");
    nlp.addLanguage("id");
    // it complains aloud of texts without a word
    for (const { topic, text } of examples)
      if (/[a-z]{2}/i.test(text)) nlp.addDocument("id", of(text), topic);
    await nlp.train();
    return async (text) => {
      const { classifications } = await nlp.process("id", of(text));
      return classifications
        .filter(({ intent }) => intent !== "None")
        .map(({ intent, score }) => ({ topic: intent, score }));
    };
  },
});

/** Libraries that people take for this, as they come. */
export const plainPeers: Ranker[] = [nlpJs(typed), miniSearch(typed), fuse(typed)];

/** The same with Payung's normaliser before them. */
export const helpedPeers: Ranker[] = [nlpJs(normalised), miniSearch(normalised), fuse(normalised)];
