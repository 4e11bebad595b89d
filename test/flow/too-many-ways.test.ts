import { expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { projectRoot } from "../../src/cli/app.ts";
import { compileFlow } from "../../src/flow/compile-flow.ts";
import { problemsInPaths } from "../../src/flow/lint/problems-in-paths.ts";
import { walk } from "../../src/flow/lint/walk.ts";
import { installation } from "../support/talk.ts";

const { book } = openBook(projectRoot, installation);
if (!book) throw new Error("the book has faults");

/** A flow whose last step goes by this many answers of yes or no. */
function flowOf(questions: number) {
  const names = Array.from({ length: questions }, (_, at) => `tanya_${at}`);
  const asked = names.map((name) => `  - ask: ${name}\n    type: yes-no\n    class: plain\n`);
  const last = `  - say: akhir\n    when: ${names.join(" && ")}\n  - end: selesai\n`;
  const source = `flow: contoh\nsteps:\n${asked.join("")}${last}`;
  const { flow } = compileFlow("flows/contoh.yaml", source, book?.values ?? new Map());
  if (!flow) throw new Error("the flow has faults");
  return flow;
}
const problemsOf = (questions: number) => {
  const flow = flowOf(questions);
  return problemsInPaths(book, flow, walk(book, flow));
};

test("a flow with more ways than can be gone through is named where its check ends", () => {
  expect(problemsOf(8)).toEqual([]);
  expect(problemsOf(14)).toMatchObject([
    { file: "flows/contoh.yaml", message: expect.stringContaining("too many ways to here") },
  ]);
});
