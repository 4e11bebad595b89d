import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runPayung } from "../support/payung.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-commands-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("quote --json is the contract's line, with PP 50/2025 in the months of the relief only", async () => {
  const asked =
    "quote --segment mandiri --income 3200000 --programmes jkk,jkm --months 3 --from 2026-11 --json";
  const { code, out } = await runPayung(asked.split(" "));
  expect(code).toBe(0);
  const quote = JSON.parse(out);
  expect(quote.base).toBe(3_450_000);
  expect(quote.months.map(({ total }: { total: number }) => total)).toEqual([
    20_650, 20_650, 41_300,
  ]);
  expect(
    quote.months.map(({ basis }: { basis: string[] }) => basis.includes("PP 50/2025")),
  ).toEqual([true, true, false]);
  expect(quote.total).toBe(82_600);
});

test("answers parse gives a line a row, a value or a reason in each", async () => {
  const file = join(folder, "answers.tsv");
  const rows = [
    ["nik", "3404074506850002"],
    ["nik", "34040745068500"],
    ["yesno", "iya dong"],
    ["command", "tolong panggilkan petugas"],
    ["command", "petugasnya baik sekali kemarin"],
    ["money_idr", "2,5 jt"],
    ["choice", "tidak"],
  ];
  writeFileSync(file, `field\ttext\n${rows.map((row) => row.join("\t")).join("\n")}\n`);
  const { code, out } = await runPayung(["answers", "parse", "--tsv", file]);
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ value, reason }) => value ?? reason)).toEqual([
    "3404074506850002",
    "too_short",
    "YES",
    "OFFICER",
    "NONE",
    "2500000",
    "2",
  ]);
});

test.for([
  [["flows", "lint"], 0],
  [["--help"], 0],
  [["quote", "--help"], 0],
  [["chat", "--help"], 0],
  [["records", "show", "--help"], 0],
  [["pizza"], 2],
  [[], 2],
  [["records", "show", "--data", ":memory:"], 2],
  [["records", "show", "PYG-00000-00000-0", "--data", ":memory:"], 1],
  [["quote", "--segment", "mandiri"], 2],
  [["answers", "parse"], 2],
  [["chat", "--now", "kemarin", "--data", ":memory:"], 2],
] as const)("payung %j ends with %i", async ([args, code]) => {
  const ran = await runPayung([...args]);
  expect(ran.code).toBe(code);
  expect(ran.err).not.toContain("    at ");
  if (code !== 0) expect(ran.err).not.toBe("");
});

test("flows lint names file, line and remedy and ends with 1", async () => {
  const ran = await runPayung(["flows", "lint", folder]);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/^\S+:\d+ {2}.+ {2}-> .+/);
});
