import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerTypes } from "../../src/answer-types/answer-types.ts";
import type { App } from "../../src/cli/app.ts";
import { flowsLint } from "../../src/cli/flows-lint.ts";
import { play } from "../../src/cli/transcripts/play.ts";
import { coverageBy } from "../../src/cli/transcripts/suite.ts";
import { openTrial } from "../../src/cli/transcripts/trial.ts";
import type { Walked } from "../../src/engine/event.ts";
import { flowDefinition } from "../../src/flow/definition.ts";
import { everyStep } from "../../src/flow/every-step.ts";
import { plainIo } from "../cli/plain-io.ts";
import {
  blocksOf,
  chapterOf,
  filesNamed,
  filesOfExample,
  flowOfExample,
  sectionsOf,
  withConversations,
} from "../support/guide.ts";

const pages = { guide: "docs/flows.md", examples: "docs/flow-examples.md" };
const guide = readFileSync(pages.guide, "utf8");
const examples = sectionsOf(readFileSync(pages.examples, "utf8"));
/** The files that the guide writes from nothing. */
const own = filesNamed(blocksOf(chapterOf(guide, "A flow in ten minutes")));
const written = Object.assign({}, own, ...examples.map(filesOfExample)) as Record<string, string>;

/** The project's flows and texts, and beside them everything that the two pages show. */
let root: string;
let app: App;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "payung-guide-"));
  for (const folder of ["flows", "locales"])
    cpSync(folder, join(root, folder), { recursive: true });
  for (const [path, content] of Object.entries(written)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  app = await openTrial(root);
});
afterAll(async () => {
  await app?.close();
  rmSync(root, { recursive: true });
});

test("the linter finds nothing wrong with what the guide and the examples show", () => {
  const { io, out } = plainIo();
  flowsLint([root], io);
  expect(out.join("\n")).toMatch(/no problems$/);
});

const kinds = flowDefinition.shape.steps.element.options.map(({ shape }) => Object.keys(shape)[0]);

test("every kind of step and every type of answer has an example, and nothing else has", () => {
  const titles = (chapter: string) =>
    examples.filter((one) => one.chapter === chapter).map(({ title }) => title);
  expect(titles("Steps").sort()).toEqual([...kinds].sort());
  expect(titles("Answers").sort()).toEqual(Object.keys(answerTypes).sort());
});

test.for(examples)("the example $title holds what it is an example of", ({ chapter, title }) => {
  const flow = flowOfExample(title);
  const steps = everyStep(app.book.flows.get(flow)?.steps ?? []);
  if (chapter === "Answers")
    expect(steps.map((step) => step.kind === "ask" && step.type.name)).toContain(title);
  else if (title !== "use") expect(steps.map(({ kind }) => kind)).toContain(title);
  else expect(steps.some(({ partTexts }) => partTexts !== null)).toBe(true);
});

const walked: Walked[] = [];

test.for(Object.values(pages))("every conversation of %s is said word for word", async (page) => {
  let conversations = 0;
  const now = await withConversations(readFileSync(page, "utf8"), async (conversation) => {
    const played = await play(app, `${page} ${++conversations}`, conversation);
    expect(played.fault, conversation).toBeNull();
    walked.push(...played.walked);
    return played.written;
  });
  expect(conversations).toBeGreaterThan(0);
  await expect(now).toMatchFileSnapshot(`../../${page}`);
});

test("the conversations come to every step that the pages show", () => {
  const shown = new Set(
    Object.keys(written).map((path) => /^flows\/(\w+)\.yaml$/.exec(path)?.[1] ?? ""),
  );
  const coverage = coverageBy(app.book, [{ walked }]).filter(({ flow }) => shown.has(flow));
  expect(coverage.flatMap(({ missing }) => missing)).toEqual([]);
});
