/** `npx tsx test/bench/understanding-tenfold.ts [TIMES]`: what ten times the topics cost, each with words of its own. */
import process from "node:process";
import { readExamples } from "../../src/book/read-examples.ts";
import { buildFaq } from "../../src/faq/faq.ts";

const times = Number(process.argv[2] ?? 10);
const { examples } = readExamples(process.cwd());
const copies = Array.from({ length: times }, (_, copy) =>
  examples.map(({ topic, text }) => ({
    topic: copy === 0 ? topic : `${topic}-${copy}`,
    text:
      copy === 0 ? text : text.replace(/[a-z]{5,}/gi, (word) => `${word}${"bcdfghjklm"[copy]}o`),
  })),
).flat();

const before = process.memoryUsage();
const start = process.cpuUsage();
const faq = buildFaq(copies);
const { user, system } = process.cpuUsage(start);
const after = process.memoryUsage();
const spent = examples.slice(0, 500).map(({ text }) => {
  const from = performance.now();
  faq.rank(text);
  return performance.now() - from;
});
const kept = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
process.stdout.write(
  `${times} x: ${faq.topics.length} topics, ${copies.length} examples, ready in ${((user + system) / 1e6).toFixed(1)} s of processor time, ` +
    `${(kept / 1e6).toFixed(0)} MB, ${(spent.sort((one, other) => one - other)[250] ?? 0).toFixed(2)} ms a question\n`,
);
