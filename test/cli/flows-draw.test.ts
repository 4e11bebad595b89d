import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { flowsDraw } from "../../src/cli/flows-draw.ts";
import type { Io } from "../../src/cli/io.ts";

let folder: string;
let said: string[];
let complained: string[];
let io: Io;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-draw-"));
  said = [];
  complained = [];
  io = {
    out: (line: string) => said.push(line),
    err: (line: string) => complained.push(line),
    now: { at: () => 0 },
  } as unknown as Io;
});
afterEach(() => rmSync(folder, { recursive: true }));

test("every flow is drawn, with each of its questions", async () => {
  expect(await flowsDraw(["--out", folder], io)).toBe(0);
  const flows = readdirSync("flows").filter((name) => name.endsWith(".yaml"));
  expect(readdirSync(folder).length).toBe(flows.length);
  const drawing = readFileSync(join(folder, "petugas.svg"), "utf8");
  for (const text of ["<svg", "case.open"]) expect(drawing).toContain(text);
});

test("the drawing in the documentation is of the flow as it is", async () => {
  await flowsDraw(["daftar_mandiri", "--out", folder], io);
  expect(said).toEqual([join(folder, "daftar_mandiri.svg")]);
  const drawn = readFileSync(join(folder, "daftar_mandiri.svg"), "utf8");
  expect(readFileSync("docs/images/daftar_mandiri.svg", "utf8")).toBe(drawn);
  expect(drawn).toContain("Nama");
});

test("a flow that is none is named", async () => {
  expect(await flowsDraw(["daftar_kapal", "--out", folder], io)).toBe(2);
  expect(complained[0]).toContain("There is no flow daftar_kapal.");
});
