import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reloadOnChange } from "../../src/cli/reload.ts";
import type { Book } from "../../src/flow/book.ts";
import { installation } from "../support/talk.ts";

let root: string;
let reload: ReturnType<typeof reloadOnChange>;
let books: Book[];
let lines: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "payung-reload-"));
  for (const folder of ["flows", "locales"])
    cpSync(folder, join(root, folder), { recursive: true });
  books = [];
  lines = [];
  const keep = (event: string, fields: object = {}) =>
    lines.push(JSON.stringify({ event, ...fields }));
  const log = { info: keep, warn: keep, error: keep };
  const take = (book: Book) => books.push(book);
  reload = reloadOnChange({ root, installation, take, log, every: 30 });
});
afterEach(() => {
  reload.stop();
  rmSync(root, { recursive: true });
});

const change = (path: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toMatch(from);
  writeFileSync(join(root, path), text.replace(from, to));
};
const patience = { timeout: 20_000 };

test("a changed text is spoken without a start", async () => {
  change("locales/id/terima_kasih.yaml", "Sama-sama", "Dengan senang hati");
  await expect.poll(() => books.length, patience).toBe(1);
  expect(books[0]?.catalogues.id.format("terima_kasih.isi")).toContain("Dengan senang hati");
  expect(lines.join()).toContain("book_reloaded");
});

test("a faulty change is told with its place, and nothing is taken until it is mended", async () => {
  change("flows/terima_kasih.yaml", "say: ", "sy: ");
  await expect.poll(() => lines.join(), patience).toContain("flows/terima_kasih.yaml:");
  expect(lines.join()).toContain("book_faulty");
  expect(books).toEqual([]);
  change("flows/terima_kasih.yaml", "sy: ", "say: ");
  await expect.poll(() => books.length, patience).toBe(1);
});
