/**
 * `npx tsx test/bench/understanding.ts [FILE]`: ways to find the topic of a question, on one split in one run; prints Markdown
 * (docs/decisions). A fifth of the examples is held out; FILE (columns text, topic, also) is asked too.
 */
import process from "node:process";
import { readExamples } from "../../src/book/read-examples.ts";
import type { Example } from "../../src/faq/example.ts";
import { type Asked, questionsIn } from "./questions-in.ts";
import { ownRankers } from "./rank-own.ts";
import { helpedPeers, plainPeers } from "./rank-peers.ts";
import type { Ranker } from "./ranker.ts";

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const parts = 5;
/** The share of questions that is answered without asking back when mistakes are compared. */
const answeredShare = { held: 0.5, file: 0.85 };

type Seen = Asked & { ranked: readonly { topic: string; score: number }[] };

const { examples } = readExamples(process.cwd());
const file = process.argv[2];
const learned = examples.filter((_, index) => index % parts !== 0);
const held = examples
  .filter((_, index) => index % parts === 0)
  .map((one): Asked => ({ ...one, also: [], style: "" }));
const asked = file === undefined ? [] : questionsIn(file);

out(`${learned.length} examples learned, ${held.length} held out, ${asked.length} of a file.`);
out("");
out(
  "| | held out: first | three | wrong | none | file: first | three | wrong | ready ms | ms each |",
);
out("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
const only = process.env["ONLY"]?.split(",");
for (const ranker of [...ownRankers, ...helpedPeers, ...plainPeers])
  if (!only || only.some((name) => ranker.name.includes(name))) await measure(ranker);

async function measure({ name, learn, oneIn = 1 }: Ranker): Promise<void> {
  const start = performance.now();
  const rank = await learn(learned as Example[]);
  const ready = performance.now() - start;
  const times: number[] = [];
  const ask = async (rows: readonly Asked[]): Promise<Seen[]> => {
    const seen: Seen[] = [];
    for (const row of rows) {
      const from = performance.now();
      const ranked = await rank(row.text);
      times.push(performance.now() - from);
      seen.push({ ...row, ranked });
    }
    return seen;
  };
  const [fromHeld, fromFile] = [
    await ask(held.filter((_, index) => index % oneIn === 0)),
    await ask(asked),
  ];
  const known = fromHeld.filter((row) => !isNone(row.topic));
  const none = fromHeld.filter((row) => isNone(row.topic));
  const cells = [
    percent(rightAmong(known, 1)),
    percent(rightAmong(known, 3)),
    percent(wrongWhen(known, answeredShare.held)),
    percent(none.filter(({ ranked }) => isNone(ranked[0]?.topic ?? "none")).length / none.length),
    ...(fromFile.length === 0
      ? ["", "", ""]
      : [
          percent(rightAmong(fromFile, 1)),
          percent(rightAmong(fromFile, 3)),
          percent(wrongWhen(fromFile, answeredShare.file)),
        ]),
    ready.toFixed(0),
    (times.sort((one, other) => one - other)[times.length >> 1] ?? 0).toFixed(2),
  ];
  out(`| ${[name, ...cells].join(" | ")} |`);
}

function isNone(topic: string): boolean {
  return topic.startsWith("none");
}

/** Topics only: whether a message is to be answered is looked at apart. */
function topicsOf({ ranked }: Seen) {
  return ranked.filter(({ topic }) => !isNone(topic));
}

function isRight(row: Seen, most: number): boolean {
  return topicsOf(row)
    .slice(0, most)
    .some(({ topic }) => topic === row.topic || row.also.includes(topic));
}

function rightAmong(rows: readonly Seen[], most: number): number {
  return rows.filter((row) => isRight(row, most)).length / rows.length;
}

/** Wrong answers, of all rows, when the surest ones are answered without asking back. */
function wrongWhen(rows: readonly Seen[], share: number): number {
  const sureness = (row: Seen): number => topicsOf(row)[0]?.score ?? 0;
  const answered = [...rows]
    .sort((one, other) => sureness(other) - sureness(one))
    .slice(0, Math.round(rows.length * share));
  return answered.filter((row) => !isRight(row, 1)).length / rows.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
