import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A tree of its own with this project's gate configurations, in which one seeded fault must go red. */
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "payung-gates-"));
  for (const file of ["tsconfig.json", ".dependency-cruiser.cjs", "biome.json", "pure.grit"])
    cpSync(file, join(tree, file));
  writeFileSync(join(tree, "package.json"), '{"type":"module"}');
  symlinkSync(join(process.cwd(), "node_modules"), join(tree, "node_modules"));
  mkdirSync(join(tree, "test"));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(tree, dirname(path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }
}

/** Runs a gate in the tree: its exit code and everything it printed. */
function run(bin: string, ...args: string[]): { code: number; printed: string } {
  try {
    const printed = execFileSync(join("node_modules", ".bin", bin), args, {
      cwd: tree,
      encoding: "utf8",
      stdio: "pipe",
    });
    return { code: 0, printed };
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string };
    return { code: failed.status, printed: failed.stdout + failed.stderr };
  }
}

const cruise = () => run("depcruise", "src", "--config", ".dependency-cruiser.cjs");
const lint = () => run("biome", "lint", "--colors=off", "src");
const leaf = "export const one = 1;";
const uses = (path: string) => `import { one } from "${path}";\nexport const two = one + 1;`;

test("a tree that keeps the rules is green, and files were really read", () => {
  write({ "src/lib/a.ts": leaf, "src/engine/b.ts": uses("../lib/a.ts") });
  const { code, printed } = cruise();
  expect(printed).toMatch(/2 modules, 1 dependencies cruised/);
  expect(code).toBe(0);
  expect(lint().code).toBe(0);
});

test.for([
  ["engine-imports", "src/engine/b.ts", "../store/a.ts", "src/store/a.ts"],
  ["engine-imports", "src/engine/b.ts", "../book/a.ts", "src/book/a.ts"],
  ["locale-imports", "src/locale/b.ts", "../flow/a.ts", "src/flow/a.ts"],
  ["rules-imports", "src/rules/b.ts", "../answer-types/a.ts", "src/answer-types/a.ts"],
  ["store-imports", "src/store/b.ts", "../conversation/a.ts", "src/conversation/a.ts"],
  ["channels-imports", "src/channels/b.ts", "../engine/a.ts", "src/engine/a.ts"],
  ["conversation-ports-imports", "src/conversation/ports/b.ts", "../a.ts", "src/conversation/a.ts"],
  ["conversation-imports", "src/conversation/b.ts", "../store/a.ts", "src/store/a.ts"],
  ["every-room-is-in-the-table", "src/attic/b.ts", "../lib/a.ts", "src/lib/a.ts"],
  ["only-main-and-tests-import-cli-and-config", "src/book/b.ts", "../config.ts", "src/config.ts"],
  ["only-config-imports-settings", "src/cli/c.ts", "../settings.ts", "src/settings.ts"],
  ["nobody-imports-main", "src/cli/b.ts", "../main.ts", "src/main.ts"],
  ["src-never-imports-test", "src/cli/b.ts", "../../test/a.ts", "test/a.ts"],
] as const)("%s: a forbidden import between rooms goes red", ([rule, file, path, other]) => {
  write({ [other]: leaf, [file]: uses(path) });
  const { code, printed } = cruise();
  expect(printed).toContain(rule);
  expect(code).not.toBe(0);
});

test("a type-only import between rooms counts as an import", () => {
  write({
    "src/store/a.ts": "export type One = 1;",
    "src/engine/b.ts": 'import type { One } from "../store/a.ts";\nexport const two: One = 1;',
  });
  expect(cruise().printed).toContain("engine-imports");
});

test.for([
  ["pg", "conversation"],
  ["yaml", "engine"],
  ["commander", "book"],
  ["@prisma/client", "cli"],
  ["temporal-polyfill", "rules"],
] as const)("package %s outside its owner goes red in %s", ([name, room]) => {
  write({ [`src/${room}/b.ts`]: `import * as all from "${name}";\nexport const two = all;` });
  const { code, printed } = cruise();
  expect(printed).toMatch(/-only-in-/);
  expect(code).not.toBe(0);
});

test("two files that import each other go red", () => {
  write({
    "src/lib/a.ts": uses("./b.ts").replace("two", "three"),
    "src/lib/b.ts": leaf.concat('\nexport { three } from "./a.ts";'),
  });
  expect(cruise().printed).toContain("no-cycles");
});

test.for([
  ["the clock", "export const now = () => Date.now();"],
  ["a new Date", "export const now = () => new Date();"],
  ["dice", "export const dice = () => Math.random();"],
  ["a timer", "export const wait = () => setTimeout(() => undefined, 1);"],
  ["the network", 'export const get = () => fetch("http://127.0.0.1");'],
  ["the environment", 'export const home = process.env["HOME"];'],
  ["a back door", "export const door = globalThis;"],
  ["a node module", 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;'],
] as const)("a pure room that touches %s goes red", ([, text]) => {
  write({ "src/engine/b.ts": text });
  expect(lint().code).not.toBe(0);
});

test("an impure room may use the clock", () => {
  write({ "src/conversation/b.ts": "export const now = () => Date.now();" });
  expect(lint().code).toBe(0);
});
