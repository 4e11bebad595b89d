import { expect, test } from "vitest";
import { compileCondition } from "../../src/flow/condition.ts";

const types = new Map([
  ["umur", "int"],
  ["nama", "string"],
  ["setuju", "bool"],
] as const);

function holds(source: string, known: Record<string, string | number | boolean>): boolean {
  const compiled = compileCondition(source, types);
  if (!("condition" in compiled)) throw new Error(compiled.fault);
  return compiled.condition.holds((name) => known[name]);
}

test.for([
  ["umur >= 17", { umur: 17 }, true],
  ["umur + 1 == 18", { umur: 17 }, true],
  ["!setuju", { setuju: false }, true],
  ["!setuju", {}, false],
  ["umur >= 17", {}, false],
  ["setuju || umur > 60", { umur: 61 }, true],
  ["setuju && umur > 60", { umur: 61 }, false],
  ["setuju && umur > 60", { setuju: true }, false],
  ["!(setuju && umur > 60)", { setuju: false }, true],
  ["setuju && (umur > 60 || umur < 9)", { setuju: true }, false],
  ['setuju || (umur > 60 && nama == "Sri")', { setuju: true }, true],
  ["setuju ? umur > 60 : umur < 9", { umur: 61, setuju: true }, true],
  ['nama in ["Sri", "Budi"]', { nama: "Sri" }, true],
] as const)("%s with %o is %s", ([source, known, expected]) => {
  expect(holds(source, known)).toBe(expected);
});

test("a condition tells which variables it reads, each once", () => {
  const compiled = compileCondition("umur > 1 && (umur < 9 || setuju)", types);
  expect("condition" in compiled && compiled.condition.reads).toEqual(["umur", "setuju"]);
});
