/**
 * `npx tsx test/bench/questions.ts [FILE]`: how well questions are understood, and how fast, beside other engines that
 * learned from the same examples; by style and by area. FILE has the columns text, topic, also, style. Part of `npm run bench`.
 */
import process from "node:process";
import { readExamples } from "../../src/book/read-examples.ts";
import {
  type Evaluation,
  evaluated,
  type Judged,
  type Score,
} from "../../src/cli/faq-evaluation.ts";
import { buildFaq } from "../../src/faq/faq.ts";
import { type Asked, questionsIn } from "./questions-in.ts";
import { plainPeers } from "./rank-peers.ts";
import type { Ranked, Ranker } from "./ranker.ts";
import { median } from "./report.ts";

type Measured = { name: string; evaluation: Evaluation; readyMs: number; medianMs: number };

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const file = process.argv[2] ?? "test/faq/held-out.tsv";
const { examples } = readExamples(process.cwd());
const asked = questionsIn(file);

const payung = measurePayung();
const answered = 1 - payung.evaluation.all.asked;
const engines = [payung];
for (const peer of plainPeers) engines.push(await measurePeer(peer));

out(`${examples.length} examples learned; ${asked.length} questions of ${file}.\n`);
table(
  ["engine", "first", "in three", "wrong", "none unanswered", "ready ms", "ms a question"],
  engines.map(({ name, evaluation: { all, none }, readyMs, medianMs }) => [
    name,
    ...[all.first, all.three, all.wrong, none.unanswered].map(percent),
    readyMs.toFixed(0),
    medianMs.toFixed(2),
  ]),
);
for (const group of ["styles", "areas"] as const) {
  const names = Object.keys(payung.evaluation[group]);
  const shown = (score: Score | undefined): string =>
    score ? `${percent(score.first)} / ${percent(score.three)}` : "-";
  out("");
  table(
    [`${group}: first / in three`, ...engines.map(({ name }) => name)],
    names.map((name) => [
      `${name} (${payung.evaluation[group][name]?.rows})`,
      ...engines.map(({ evaluation }) => shown(evaluation[group][name])),
    ]),
  );
}

function measurePayung(): Measured {
  const start = performance.now();
  const faq = buildFaq(examples);
  const readyMs = performance.now() - start;
  const times: number[] = [];
  const rows = asked.map((row): Judged => {
    const from = performance.now();
    const ranking = faq.rank(row.text);
    times.push(performance.now() - from);
    return { ...row, ranking };
  });
  return { name: "Payung", evaluation: evaluated(rows), readyMs, medianMs: median(times) };
}

/** Another engine answers its surest rows, as large a part of them as Payung does, and the rest asks back. */
async function measurePeer({ name, learn, oneIn = 1 }: Ranker): Promise<Measured> {
  const start = performance.now();
  const rank = await learn(examples);
  const readyMs = performance.now() - start;
  const times: number[] = [];
  const seen: (Asked & { ranked: Ranked })[] = [];
  for (const row of asked.filter((_, index) => index % oneIn === 0)) {
    const from = performance.now();
    const ranked = await rank(row.text);
    times.push(performance.now() - from);
    seen.push({ ...row, ranked });
  }
  const bound = boundFor(seen.filter(({ topic }) => !isNone(topic)).map(({ ranked }) => ranked));
  const rows = seen.map(({ ranked, ...row }): Judged => {
    const [first] = ranked;
    const sure = first !== undefined && !isNone(first.topic) && first.score >= bound;
    const decision = sure ? "answer" : first && isNone(first.topic) ? "none" : "choose";
    return { ...row, ranking: { decision, ranked: ranked.filter((one) => !isNone(one.topic)) } };
  });
  const told = oneIn === 1 ? name : `${name} (asked one in ${oneIn})`;
  return { name: told, evaluation: evaluated(rows), readyMs, medianMs: median(times) };
}

/** The score from which on as many rows are answered as Payung answers. */
function boundFor(rows: readonly Ranked[]): number {
  const scores = rows.map(([first]) => (first && !isNone(first.topic) ? first.score : 0));
  scores.sort((one, other) => other - one);
  return scores[Math.round(answered * scores.length) - 1] ?? 0;
}

function isNone(topic: string): boolean {
  return topic.startsWith("none");
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): void => out(`| ${cells.join(" | ")} |`);
  line(head);
  line(head.map((_, at) => (at === 0 ? "---" : "---:")));
  for (const row of rows) line(row);
}
