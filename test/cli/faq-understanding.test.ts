import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { plainIo } from "./plain-io.ts";

const folder = mkdtempSync(join(tmpdir(), "payung-faq-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const { io, out, err } = plainIo();
  const code = await runCommand(args, io, () => Promise.reject(new Error("needs no store")));
  return { code, out, err };
}

function fileOf(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

describe("faq rank", () => {
  test("gives one JSON line a row, with the decision and at least three topics", async () => {
    const file = fileOf("rows.tsv", "style\ttext", "santai\tcek saldo jht gimana", "\thalo kak");
    const { code, out, err } = await run("faq", "rank", "--tsv", file);
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 2 });
    const [asked, greeted] = out.map((line) => JSON.parse(line));
    expect(asked).toMatchObject({ text: "cek saldo jht gimana", decision: "answer" });
    expect(asked.ranked[0]).toEqual({ topic: "jht-saldo", score: expect.any(Number) });
    expect(asked.ranked.length).toBeGreaterThanOrEqual(3);
    expect(greeted).toMatchObject({ text: "halo kak", decision: "none", kind: "sapaan" });
    expect(greeted.ranked.length).toBeGreaterThanOrEqual(3);
  });

  test("a file without the column is refused", async () => {
    const { code, err } = await run("faq", "rank", "--tsv", fileOf("bad.tsv", "question", "apa"));
    expect(code).toBe(2);
    expect(err).toEqual(["The file needs a header line with the columns text."]);
  });
});

describe("faq ask", () => {
  test("a person reads the decision, the words as they were read, the ranking and the answer", async () => {
    const { code, out } = await run("faq", "ask", "cek", "sldo", "jht", "gmn");
    expect(code).toBe(0);
    expect(out.slice(0, 2)).toEqual(["answer: jht-saldo", "read as: cek saldo jht bagaimana"]);
    expect(out[2]).toMatch(/^ {2}\d\.\d\d {2}jht-saldo$/);
    expect(out.join("\n")).toMatch(/\n\n.*JMO/s);
  });

  test("a follow-up is read with --after", async () => {
    const ranked = async (...more: string[]): Promise<string[]> => {
      const { out } = await run("faq", "ask", "terus syaratnya?", "--json", ...more);
      return JSON.parse(out[0] ?? "").ranked.map(({ topic }: { topic: string }) => topic);
    };
    expect((await ranked("--after", "jkm-manfaat")).slice(0, 2)).toContain("jkm-klaim");
    expect((await ranked()).slice(0, 2)).not.toContain("jkm-klaim");
  });
});

describe("faq eval", () => {
  const rows = [
    "text\ttopic\talso\tstyle",
    "cek saldo jht gimana\tjht-saldo\t\tsantai",
    "cek saldo jht gimana\tjht-klaim\tjht-saldo\tsantai",
    "cek saldo jht gimana\tkantor-cabang\t\tbaku",
    "halo kak\tnone\t\tsingkat",
  ];

  test("counts right, wrong and unanswered rows by topic, style and area", async () => {
    const { code, out } = await run("faq", "eval", fileOf("eval.tsv", ...rows), "--json");
    expect(code).toBe(0);
    const { all, none, topics, styles, areas } = JSON.parse(out[0] ?? "");
    expect(all).toMatchObject({ rows: 3, first: 2 / 3, wrong: 1 / 3, asked: 0 });
    expect(none).toEqual({ rows: 1, unanswered: 1, told: 1 });
    expect(topics["kantor-cabang"]).toMatchObject({ rows: 1, first: 0, wrong: 1 });
    expect(styles.santai).toMatchObject({ rows: 2, first: 1 });
    expect(areas).toMatchObject({ jht: { rows: 2, first: 1 }, layanan: { rows: 1, first: 0 } });
  });

  test("with an evaluation made before, only what changed since is told", async () => {
    const file = fileOf("eval.tsv", ...rows);
    const { out } = await run("faq", "eval", file, "--json");
    const before = JSON.parse(out[0] ?? "");
    before.topics["kantor-cabang"].first = 1;
    const changed = await run(
      "faq",
      "eval",
      file,
      "--before",
      fileOf("a.json", JSON.stringify(before)),
    );
    expect(changed.out).toHaveLength(2);
    expect(changed.out[1]).toMatch(/^kantor-cabang +100\.0 % -> 0\.0 %/);
    const same = await run("faq", "eval", file, "--before", fileOf("b.json", out[0] ?? ""));
    expect(same.out).toEqual(["nothing changed"]);
  });

  test("a person reads a table", async () => {
    const { out } = await run("faq", "eval", fileOf("eval.tsv", ...rows));
    expect(out[1]).toMatch(/^all +3 +66\.7 %/);
    expect(out).toContain("not to be answered: 1 rows, left unanswered 100.0 %, told so 100.0 %");
    expect(out).toContain("areas");
  });
});
