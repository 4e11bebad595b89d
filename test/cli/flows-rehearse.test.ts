import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { flowsRehearse } from "../../src/cli/flows-rehearse.ts";
import { NoData } from "../../src/cli/no-data.ts";
import { openTestApp } from "../support/app.ts";
import { wholeForm } from "../support/person.ts";
import { plainIo } from "./plain-io.ts";

let app: App;
let old: string;
let fresh: string;

/** A folder of its own with the project's flows and texts. */
function folder(): string {
  const root = mkdtempSync(join(tmpdir(), "payung-rehearse-"));
  for (const part of ["flows", "locales"]) cpSync(part, join(root, part), { recursive: true });
  return root;
}
function change(file: string, by: (text: string) => string): void {
  const path = join(fresh, file);
  const [before, after] = [readFileSync(path, "utf8"), by(readFileSync(path, "utf8"))];
  if (before === after) throw new Error(`nothing changed in ${file}`);
  writeFileSync(path, after);
}

beforeAll(async () => {
  app = await openTestApp();
  [old, fresh] = [folder(), folder()];
  change("flows/daftar_mandiri.yaml", (text) =>
    text
      .replace(/ {2}- ask: jam_kerja\n(?: {4}.*\n)*/, "")
      .replace(/ {6}jam_kerja: jam_kerja\n/, ""),
  );
  for (const language of ["id", "en"])
    change(`locales/${language}/daftar_mandiri.yaml`, (text) =>
      text.replace(/^jam_kerja:\n(?: +.*\n)*/m, ""),
    );
  // Five people: two before the question that is taken away, three beyond it.
  const conversation = app.conversation(Date.now);
  for (const [person, messages] of [3, 6, 14, 15, 16].entries())
    for (const [place, text] of wholeForm(String(1000 + person))
      .slice(0, messages)
      .entries())
      await conversation.receive(
        { channel: "terminal", account: "test", user: `person-${person}` },
        `${person}-${place}`,
        { kind: "message", at: "2026-11-22T03:00:00Z", text },
      );
});
afterAll(async () => {
  await app.close();
  for (const root of [old, fresh]) rmSync(root, { recursive: true });
});

async function run(args: string[], { stored = true, cwd = "." } = {}) {
  const { io, out, err } = plainIo();
  const here = { ...io, folder: cwd, now: { at: Date.now } };
  const exit = await flowsRehearse(args, here, async () => {
    if (!stored) throw new NoData("none");
    return { ...app, close: async () => undefined };
  });
  return { exit, out, err };
}

test("it is told how many forms go on and which answers are lost, and nothing of whose they are", async () => {
  const { exit, out } = await run([old, fresh, "--no-transcripts"]);
  expect(exit).toBe(1);
  expect(out).toEqual([
    "stored sessions: 5 in flight: 2 go on, 3 lost (3 'jam_kerja')",
    "  daftar_mandiri: 5 in flight: 2 go on, 3 lost (3 'jam_kerja')",
  ]);
  expect(await run([old, old, "--no-transcripts"])).toMatchObject({
    exit: 0,
    out: ["stored sessions: 5 in flight: 5 go on, 0 lost", expect.any(String)],
  });
});

test("what was there at a git revision is compared with a folder, forms of its transcripts after each message", async () => {
  const kept = "test/transcripts/hapus_data/batal.txt";
  cpSync(kept, join(old, kept));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
      cwd: old,
      stdio: "pipe",
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "flows");
  const { exit, out, err } = await run(["HEAD", fresh, "--json"], { stored: false, cwd: old });
  expect(exit).toBe(0);
  expect(err).toEqual(["There is no data folder, so no stored sessions."]);
  expect(JSON.parse(out.join())).toEqual({
    transcripts: {
      ...{ inFlight: 2, goOn: 2, lost: 0 },
      ...{ askedFirst: {}, askedAgain: {}, ended: {}, lostAnswers: {} },
      flows: { hapus_data: expect.objectContaining({ inFlight: 2, goOn: 2 }) },
    },
  });
});

test("what is neither a folder nor a revision is named, and so are faults of either side", async () => {
  const { exit, err } = await run(["no-such-revision", fresh], { cwd: old });
  expect(exit).toBe(2);
  expect(err[0]).toContain("no-such-revision is neither");
  const path = join(old, "flows/tentang.yaml");
  const sound = readFileSync(path, "utf8");
  writeFileSync(path, `${sound}  - say: tidak_ada\n`);
  const faulty = await run([fresh, old, "--no-transcripts"]);
  writeFileSync(path, sound);
  expect(faulty.exit).toBe(1);
  expect(faulty.err.join("\n")).toMatch(/^NEW /);
});
