import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readExamples } from "../../src/book/read-examples.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A root with these files under locales/id/faq. */
function rootWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "payung-examples-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, "locales/id/faq", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

describe("questions as people ask them", () => {
  test("each line is a question of its file's topic; empty lines and other files are passed over", () => {
    const root = rootWith({
      "iuran-bpu.txt": "berapa sebulan\r\n\n  iuran brp  \n",
      "iuran-bpu.md": "Iuran ...",
      "none/sapaan.txt": "halo\n",
    });
    expect(readExamples(root)).toEqual({
      examples: [
        { topic: "iuran-bpu", text: "berapa sebulan" },
        { topic: "iuran-bpu", text: "iuran brp" },
        { topic: "none/sapaan", text: "halo" },
      ],
      problems: [],
    });
  });

  test("a file without a question is reported", () => {
    const { problems } = readExamples(rootWith({ "a.txt": "\n \n", "b.txt": "apa itu\n" }));
    expect(problems).toMatchObject([
      { file: "locales/id/faq/a.txt", line: 1, message: "holds no question" },
    ]);
  });

  test("a question that two topics claim is reported with both places", () => {
    const { problems } = readExamples(
      rootWith({ "a.txt": "cara bayar?\n", "b.txt": "apa itu\nCara bayar\n" }),
    );
    expect(problems).toMatchObject([
      {
        file: "locales/id/faq/b.txt",
        line: 2,
        message: "a claims this question too (locales/id/faq/a.txt:1)",
      },
    ]);
  });

  test("a question that stands twice in a topic is reported", () => {
    const { problems } = readExamples(rootWith({ "a.txt": "cara bayar\napa\ncara  bayar!\n" }));
    expect(problems).toMatchObject([
      { line: 3, message: "the same question stands in locales/id/faq/a.txt:1" },
    ]);
  });

  test("without a folder there are no questions", () => {
    expect(readExamples(rootWith({}))).toEqual({ examples: [], problems: [] });
  });

  test("the questions of this installation have no faults", () => {
    expect(readExamples(process.cwd()).problems).toEqual([]);
  });
});
