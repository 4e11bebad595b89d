import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { readFaq } from "../../src/book/read-faq.ts";
import { runCommand } from "../../src/cli/run.ts";
import type { Book } from "../../src/flow/book.ts";
import { problemsInAnswers } from "../../src/flow/problems-in-answers.ts";
import { type Problem, problemLine } from "../../src/lib/problem.ts";
import { plainIo } from "../cli/plain-io.ts";

/** A copy of flows and texts in which one place at a time is made faulty, and the book of the faultless ones. */
let root: string;
let book: Book;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "payung-faq-"));
  for (const folder of ["flows", "locales"])
    cpSync(folder, join(root, folder), { recursive: true });
  const opened = openBook(root, nobody);
  if (!opened.book) throw new Error(opened.problems.map(problemLine).join("\n"));
  book = opened.book;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nobody = { operator: null, office: null };
const folder = "locales/id/faq";

/** What reading and checking the answers finds, as `openBook` does it. */
function problemsNow(): Problem[] {
  const { answers, problems } = readFaq(root);
  return [...problems, ...problemsInAnswers({ ...book, answers })];
}

async function changed<T>(
  topic: string,
  change: (text: string) => string,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(root, folder, `${topic}.md`);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    return await work();
  } finally {
    writeFileSync(path, before);
  }
}

async function lint(on: string) {
  const { io, out } = plainIo();
  const code = await runCommand(["flows", "lint", root, "--on", on], io, () =>
    Promise.reject(new Error("needs no store")),
  );
  return { code, out };
}

const add = (words: string) => (text: string) => text.replace(/\n---\n/, `\n---\n${words}\n`);
const field = (name: string, value: string) => (text: string) =>
  text.replace(new RegExp(`^${name}: .*$`, "m"), `${name}: ${value}`);

test.for<[string, (text: string) => string, string, number]>([
  [
    "no sources",
    (text) => text.replace(/sources:\n(?: {2}- .*\n)+/, ""),
    "sources: names no source",
    1,
  ],
  [
    "an empty list of sources",
    (text) => text.replace(/sources:\n(?: {2}- .*\n)+/, "sources: []\n"),
    "sources: names no source",
    5,
  ],
  [
    "a source of unknown confidence",
    (text) => text.replace("confidence: verified }", "confidence: maybe }"),
    "sources: Invalid option",
    5,
  ],
  ["an amount in digits", add("Cuma Rp16.800."), "a figure of its own: Rp1", 13],
  ["an amount in words", add("Cuma 17 ribu."), "a figure of its own: 17 ribu", 13],
  ["a share", add("Dipotong 50%."), "a figure of its own: 0%", 13],
  ["a share in words", add("Dipotong 50 persen."), "a figure of its own: 50 persen", 13],
  ["a length of time", add("Tunggu 3 bulan."), "a figure of its own: 3 bulan", 13],
  ["hours to report in", add("Lapor 2x24 jam."), "a figure of its own: 2x24 jam", 13],
  ["an unknown value", add("Mulai Rp{bpu_duwa, number}."), "{bpu_duwa}, which nothing gives", 13],
  ["a broken message", add("Mulai {bpu_dua"), "not a sound ICU message", 13],
  ["an unknown related topic", field("related", "[iuran-bpuu, cara-bayar]"), "iuran-bpuu", 3],
  ["itself as related", field("related", "[iuran-bpu, cara-bayar]"), "is no other topic", 3],
  ["one related topic", field("related", "[cara-bayar]"), "related: Too small", 3],
  ["an unknown button", field("buttons", "[bayar_sekarang]"), "bayar_sekarang is no flow", 4],
  ["a button without label", field("buttons", "[kecelakaan]"), "has no label", 4],
  ["three buttons", field("buttons", "[petugas, petugas, petugas]"), "buttons: Too big", 4],
  ["a long title", field("title", "Iuran untuk yang bekerja mandiri"), "24 fit", 2],
  ["somebody else's title", field("title", "Biaya mendaftar"), "has the same title", 2],
  ["a date that is none", field("review_by", "2027-02-30"), "review_by: is not a date", 10],
  ["a confidence above its sources'", field("confidence", "certain"), "least sure source", 11],
  ["a field nobody knows", (text) => `---\njudul: x${text.slice(3)}`, "Unrecognized key", 1],
  ["no head", (text) => text.slice(4), "does not begin with a head", 1],
  ["broken YAML", field("title", "[a"), "Flow sequence", 3],
  ["no text", (text) => text.replace(/\n---\n[\s\S]*/, "\n---\n"), "there is no text", 13],
])("an answer with %s is named with file, line and remedy", async ([, change, message, line]) => {
  const problems = await changed("iuran-bpu", change, async () => problemsNow());
  const found = problems.find((one) => one.message.includes(message));
  expect(found, problems.map(problemLine).join("\n")).toBeDefined();
  if (message !== "has the same title") {
    expect(found?.file).toBe(`${folder}/iuran-bpu.md`);
    expect(found?.line).toBe(line);
  }
  expect(found?.remedy).not.toBe("");
});

test("a faulty answer stops the start", async () => {
  for (const change of [add("Cuma Rp16.800."), field("title", "")]) {
    const opened = await changed("iuran-bpu", change, async () => openBook(root, nobody));
    expect(opened.book).toBeNull();
    expect(opened.problems.map(({ file }) => file)).toContain(`${folder}/iuran-bpu.md`);
  }
});

test("a topic without an answer, and an answer without questions, are named", () => {
  const text = readFileSync(join(root, folder, "iuran-bpu.md"), "utf8");
  rmSync(join(root, folder, "iuran-bpu.md"));
  writeFileSync(join(root, folder, "iuran-lain.md"), text.replace("Iuran mandiri", "Iuran lain"));
  const problems = problemsNow();
  writeFileSync(join(root, folder, "iuran-bpu.md"), text);
  rmSync(join(root, folder, "iuran-lain.md"));
  expect(problems.map(problemLine)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/iuran-bpu\.md:1 {2}the topic iuran-bpu has no answer/),
      expect.stringMatching(/iuran-lain\.txt:1 {2}the topic iuran-lain has no examples/),
    ]),
  );
});

test("flows lint finds nothing in the answers on either side of the new year", async () => {
  for (const on of ["2026-11-22", "2027-01-15"])
    expect(await lint(on)).toEqual({
      code: 0,
      out: [expect.stringContaining("65 answers, no problems")],
    });
});

test.for<[string, string, (text: string) => string, string, RegExp]>([
  [
    "an over-due review",
    "2026-11-22",
    field("review_by", "2026-11-21"),
    "iuran-bpu.md:10",
    /should have been looked at by 2026-11-21/,
  ],
  [
    "a review more than twelve months ahead",
    "2026-11-22",
    field("review_by", "2027-11-30"),
    "iuran-bpu.md:10",
    /more than twelve months ahead/,
  ],
  [
    "an answer too long for a small phone",
    "2026-11-22",
    add("Baik. ".repeat(150)),
    "iuran-bpu.md:13",
    /the answer has \d+ characters, 900 fit/,
  ],
  [
    "a value unknown on the day",
    "2026-11-22",
    add("Sampai {keringanan_saya_sampai}."),
    "iuran-bpu.md:13",
    /\{keringanan_saya_sampai\} is not known on 2026-11-22/,
  ],
])("flows lint names %s with file and line", async ([, on, change, place, message]) => {
  const { code, out } = await changed("iuran-bpu", change, () => lint(on));
  expect(code).toBe(1);
  const line = out.find((one) => one.includes(place));
  expect(line, out.join("\n")).toMatch(message);
  expect(line).toContain(" -> ");
});

test("an over-due review does not stop the bot: the answer is withheld", async () => {
  const opened = await changed("iuran-bpu", field("review_by", "2026-11-21"), async () =>
    openBook(root, nobody),
  );
  expect(opened.book?.answers.size).toBe(65);
});

test("once the ceiling of wages has ended the answers that tell it are named", async () => {
  const { out } = await lint("2027-03-01");
  expect(out.filter((one) => one.includes("jp-manfaat.md")).join("\n")).toMatch(
    /\{jp_terendah\} is not known on 2027-03-01/,
  );
});
