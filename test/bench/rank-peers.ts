import type { Example } from "../../src/faq/example.ts";
import { wordsIn } from "../../src/faq/normalise.ts";
import { type Ranked, type Ranker, rankedFrom } from "./ranker.ts";

/** Imports a package that is installed in the peers' folder only. */
const load = async (name: string) =>
  (await import(new URL("./peers/load.mjs", import.meta.url).href)).load(name);

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
  async learn(examples) {
    const { default: MiniSearch } = await load("minisearch");
    const index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2 } });
    index.addAll(examples.map(({ text }, id) => ({ id, text: of(text) })));
    return (text) => byTopic(index.search(of(text)), examples);
  },
});

const fuse = ({ name, of }: Handing): Ranker => ({
  name: `Fuse.js, ${name}`,
  oneIn: 20,
  async learn(examples) {
    const { default: Fuse } = await load("fuse.js");
    const index = new Fuse(
      examples.map(({ text }) => of(text)),
      { includeScore: true, ignoreLocation: true, threshold: 0.6 },
    );
    return (text) => {
      const hits: { refIndex: number; score: number }[] = index.search(of(text).slice(0, 64));
      return byTopic(
        hits.map(({ refIndex, score }) => ({ id: refIndex, score: 1 - score })),
        examples,
      );
    };
  },
});

const nlpJs = ({ name, of }: Handing): Ranker => ({
  name: `NLP.js (lang-id), ${name}`,
  async learn(examples) {
    const { containerBootstrap } = await load("@nlpjs/core");
    const { Nlp } = await load("@nlpjs/nlp");
    const { LangId } = await load("@nlpjs/lang-id");
    const container = await containerBootstrap();
    container.use(Nlp);
    container.use(LangId);
    const nlp = container.get("nlp");
    nlp.settings.autoSave = false;
    nlp.settings.log = false;
    nlp.settings.nlu = { log: false };
    nlp.addLanguage("id");
    for (const { topic, text } of examples) nlp.addDocument("id", of(text), topic);
    await nlp.train();
    return async (text) => {
      const { classifications }: { classifications: { intent: string; score: number }[] } =
        await nlp.process("id", of(text));
      return classifications
        .filter(({ intent }) => intent !== "None")
        .map(({ intent, score }) => ({ topic: intent, score }));
    };
  },
});

/** Libraries that people take for this, with and without Payung's normaliser. */
export const peerRankers: Ranker[] = [
  miniSearch(normalised),
  miniSearch(typed),
  nlpJs(normalised),
  nlpJs(typed),
  fuse(normalised),
];
