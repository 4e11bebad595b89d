import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { flowsTest } from "../../src/cli/flows-test.ts";
import { openTrial } from "../../src/cli/transcripts/trial.ts";
import { plainIo } from "./plain-io.ts";

let app: App;
let root: string;
beforeAll(async () => {
  app = await openTrial();
  root = mkdtempSync(join(tmpdir(), "payung-flows-test-"));
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => rmSync(join(root, "test"), { recursive: true, force: true }));

const sound = readFileSync("test/transcripts/hapus_data/batal.txt", "utf8");
const place = (file: string) => join(root, "test/transcripts", file);
function write(file: string, text: string): void {
  mkdirSync(join(place(file), ".."), { recursive: true });
  writeFileSync(place(file), text);
}
async function run(...args: string[]) {
  const { io, out, err } = plainIo();
  const exit = await flowsTest([...args, "--folder", root], io, async () => ({
    ...app,
    close: async () => undefined,
  }));
  return { exit, out: out.join("\n"), err: err.join("\n") };
}

test("a reply that differs is shown at its first line, with what was written and what is said", async () => {
  const before = sound.replace("Baik, dibatalkan.", "Oke, batal.");
  write("hapus_data/batal.txt", before);
  const line = before.split("\n").indexOf("  Oke, batal.") + 1;
  const { exit, out } = await run("hapus_data");
  expect(exit).toBe(1);
  expect(out.split("\n").slice(0, 4)).toEqual([
    `test/transcripts/hapus_data/batal.txt:${line}: something else is said`,
    "    > ga jadi deh",
    "  -   Oke, batal.",
    "  +   Baik, dibatalkan.",
  ]);
  expect(out).toContain("hapus_data: 0 passed, 1 failed");
});

test("--update writes what is said, and leaves what people type, the clock and the remarks", async () => {
  const said = /^ {2}.*\n/gm;
  write("hapus_data/batal.txt", sound.replaceAll(said, ""));
  expect((await run("hapus_data", "--update")).exit).toBe(1); // two of its steps are not come to
  expect(readFileSync(place("hapus_data/batal.txt"), "utf8")).toBe(sound);
});

test("a step that no transcript comes to is named with file and line, and is a failure", async () => {
  write("hapus_data/batal.txt", sound);
  const { exit, out } = await run("hapus_data");
  expect(exit).toBe(1);
  expect(out).toMatch(
    /hapus_data 2 of 4 steps; not reached: hapus \(flows\/hapus_data\.yaml:\d+\), terhapus \(flows\/hapus_data\.yaml:\d+\)/,
  );
  write("hapus_data/jadi.txt", "> hapus data\n> ya, hapus\n");
  expect((await run("hapus_data", "--update")).exit).toBe(0);
  expect((await run("hapus_data")).exit).toBe(0);
});

test("a transcript that can't be played is named with its line and what can be done", async () => {
  write("menu/salah.txt", "> menu\n\n>> Daftar kapal\n");
  write("menu/lupa.txt", ">menu\n");
  const { exit, out } = await run("menu");
  expect(exit).toBe(1);
  expect(out).toContain(
    'test/transcripts/menu/salah.txt:3: no choice "Daftar kapal" below the last reply; choices: Daftar sekarang',
  );
  expect(out).toContain("test/transcripts/menu/lupa.txt:1: a line that is neither sent nor said");
});

test("--json tells the same to programs", async () => {
  write("hapus_data/batal.txt", sound);
  const { out } = await run("hapus_data", "--json");
  expect(JSON.parse(out)).toMatchObject({
    passed: 1,
    failed: 0,
    cases: [{ file: "test/transcripts/hapus_data/batal.txt", flow: "hapus_data", passed: true }],
    coverage: [{ flow: "hapus_data", steps: 4, reached: 2, missing: [{ step: "hapus" }, {}] }],
  });
});

test("a flow that is none is named", async () => {
  const { exit, err } = await run("daftar_kapal");
  expect(exit).toBe(2);
  expect(err).toContain("There is no flow daftar_kapal.");
});
