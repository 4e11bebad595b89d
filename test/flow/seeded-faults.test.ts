import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flowsLint } from "../../src/cli/flows-lint.ts";
import { type Problem, problemLine } from "../../src/lib/problem.ts";
import { plainIo } from "../cli/plain-io.ts";
import type { Fault } from "./faults/fault.ts";
import { faultsInChoices } from "./faults/in-choices.ts";
import { faultsInLengths } from "./faults/in-lengths.ts";
import { faultsInPaths } from "./faults/in-paths.ts";
import { faultsInRepeats } from "./faults/in-repeats.ts";
import { faultsInTexts } from "./faults/in-texts.ts";

/** A copy of flows and texts in which one place at a time is made faulty, with three answers of the FAQ for all. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "payung-seeded-"));
  cpSync("flows", join(root, "flows"), { recursive: true });
  const faq = join("locales", "id", "faq");
  cpSync("locales", join(root, "locales"), {
    recursive: true,
    filter: (path) => path !== faq,
  });
  mkdirSync(join(root, faq));
  const topics = ["hujan", "payung", "cara-bayar"];
  for (const topic of topics) {
    const related = topics.filter((other) => other !== topic).join(", ");
    writeFileSync(join(root, faq, `${topic}.md`), answer(topic, related));
    writeFileSync(join(root, faq, `${topic}.txt`), `apa itu ${topic}\n`);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const answer = (topic: string, related: string): string => `---
title: ${topic}
related: [${related}]
buttons: []
sources:
  - { law: PP 44/2015, confidence: certain }
valid_from: 2024-01-01
review_by: 2027-10-31
confidence: certain
---
Contoh jawaban.
`;

function lint(): { code: number; problems: Problem[] } {
  const { io, out } = plainIo();
  const code = flowsLint([root, "--json"], io);
  return { code, problems: JSON.parse(out.join("")) };
}

function seeded<T>({ file, from, to }: Fault, work: () => T): T {
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after, "the fault is seeded").not.toBe(before);
  writeFileSync(path, after);
  try {
    return work();
  } finally {
    writeFileSync(path, before);
  }
}

/** The line in which a text begins. */
const lineOf = (file: string, text: string): number =>
  readFileSync(join(root, file), "utf8").split(text)[0]?.split("\n").length ?? 0;

test("these flows and texts have no fault", () => {
  expect(lint()).toEqual({ code: 0, problems: [] });
});

const faults = {
  ...faultsInPaths,
  ...faultsInRepeats,
  ...faultsInChoices,
  ...faultsInTexts,
  ...faultsInLengths,
};

test.for(Object.entries(faults))("%s is named, with file and line", ([, fault]) => {
  seeded(fault, () => {
    const { code, problems } = lint();
    const file = fault.shown ?? fault.file;
    const lines = problems.map(problemLine);
    expect(code).toBe(1);
    const found = problems.filter(({ message }) => message.includes(fault.says));
    expect(
      found.map((one) => one.file),
      lines.join("\n"),
    ).toContain(file);
    expect(
      found.map(({ line }) => line),
      lines.join("\n"),
    ).toContain(lineOf(file, fault.at));
    expect(found[0]?.remedy).not.toBe("");
  });
});
