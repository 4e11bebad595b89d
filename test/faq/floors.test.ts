import { describe, expect, test } from "vitest";
import { readExamples } from "../../src/book/read-examples.ts";
import { evaluated } from "../../src/cli/faq-evaluation.ts";
import { buildFaq } from "../../src/faq/faq.ts";
import { wordsIn } from "../../src/faq/normalise.ts";
import { questionsIn } from "../bench/questions-in.ts";

const { examples } = readExamples(process.cwd());
/** One in so many is held out, and asked of what learned from the others. */
const parts = 5;
/** Parts that are asked here; all five take longer (test/bench/understanding.ts). */
const asked = 2;

describe("examples that were held out (no two say the same, so this is harder than people's questions)", () => {
  const rows = Array.from({ length: asked }, (_, part) => {
    const faq = buildFaq(examples.filter((_, index) => index % parts !== part));
    return examples
      .filter((_, index) => index % parts === part)
      .map(({ topic, text }) => ({ topic, also: [], style: "", ranking: faq.rank(text) }));
  }).flat();
  const { all, none } = evaluated(rows);

  test("the right topic comes first, or among three, as often as when this was built", () => {
    expect(all.first).toBeGreaterThan(0.59);
    expect(all.three).toBeGreaterThan(0.81);
  });

  test("wrong answers without asking back stay rare", () => {
    expect(all.wrong).toBeLessThan(0.13);
  });

  test("what no topic answers stays unanswered", () => {
    expect(none.unanswered).toBeGreaterThan(0.92);
    expect(none.told).toBeGreaterThan(0.82);
  });
});

describe("questions that nobody may write examples from (held-out.tsv)", () => {
  const questions = questionsIn("test/faq/held-out.tsv");

  test("no example says the same in the same words", () => {
    const learned = new Set(examples.map(({ text }) => wordsIn(text).join(" ")));
    const both = questions.filter(({ text }) => learned.has(wordsIn(text).join(" ") || text));
    expect(both.map(({ text }) => text)).toEqual([]);
  });

  test("they are understood as well as when this was built", () => {
    const faq = buildFaq(examples);
    const { all, none, topics } = evaluated(
      questions.map(({ text, ...row }) => ({ ...row, ranking: faq.rank(text) })),
    );
    expect(Object.keys(topics)).toHaveLength(65);
    expect(all.first).toBeGreaterThan(0.9);
    expect(all.three).toBeGreaterThan(0.97);
    expect(all.wrong).toBeLessThan(0.05);
    expect(none.unanswered).toBeGreaterThan(0.95);
  });
});

describe("cost", () => {
  test("it is ready in about a second, keeps less than 100 MB, and ranks in less than 2 ms", () => {
    const before = process.memoryUsage();
    const start = process.cpuUsage();
    const faq = buildFaq(examples);
    const { user, system } = process.cpuUsage(start);
    const after = process.memoryUsage();
    // a shared machine may be thrice as slow as a quiet one
    expect((user + system) / 1_000).toBeLessThan(3_000);
    const kept = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
    expect(kept / 1e6).toBeLessThan(100);
    const times = examples.slice(0, 1_000).map(({ text }) => {
      const asked = performance.now();
      faq.rank(text);
      return performance.now() - asked;
    });
    expect(times.sort((one, other) => one - other)[500]).toBeLessThan(2);
  });
});
