import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runPayung, startChat } from "../support/payung.ts";
import { answers, answerTo } from "../support/person.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-privacy-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What this invented person typed, in the forms in which it could lie about. */
const marked = [
  answers["nik"] ?? "",
  "Contohsari",
  "contohsari",
  "81200001234",
  "0812-0000-1234",
  "dusun mawar",
  "pasar contoh",
  "sri-dari-warung",
];

test("nothing a person wrote lies in clear in the data folder or in the logs", async () => {
  const data = join(folder, "data");
  const chat = startChat(["--data", data, "--contact", "sri-dari-warung"], { PAYUNG_LOG: "debug" });
  let step: string | null = null;
  let submitted = false;
  for (let turn = 0; !submitted && turn < 30; turn++) {
    const line = await chat.say(answerTo(step));
    step = line.step;
    submitted = line.effects.includes("registration.submit");
  }
  await chat.say(`tolong ${answers["nik"]} punya contohsari`);
  await chat.kill();
  const reopened = await runPayung(["dead", "list", "--data", data], {
    env: { PAYUNG_LOG: "debug" },
  });
  const shown = await runPayung(["records", "list", "--json", "--data", data]);
  const number = JSON.parse(shown.out)[0].number as string;
  const masked = await runPayung(["records", "show", number, "--data", data]);
  const logs = [chat.stderr(), reopened.err, reopened.out, shown.err, masked.err];
  for (const text of marked) {
    for (const log of logs) expect(log).not.toContain(text);
    for (const file of filesIn(folder)) expect(file.bytes.includes(text), file.path).toBe(false);
  }
  expect(masked.out).not.toContain(answers["nik"]);
  expect(masked.out).toContain("3404••••••••0002");
}, 300_000);

function filesIn(path: string): { path: string; bytes: Buffer }[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ path: file, bytes: readFileSync(file) }));
}
