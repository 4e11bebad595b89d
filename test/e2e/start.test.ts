import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { environment, runPayung } from "../support/payung.ts";

let folder: string;
let bots: ChildProcessWithoutNullStreams[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-start-"));
  bots = [];
});
afterEach(() => {
  for (const bot of bots) bot.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** The bot as `npm start` runs it, on a folder of its own. */
function startBot(extra: Record<string, string> = {}) {
  const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: environment({ PAYUNG_DATA: join(folder, "data"), ...extra }),
    stdio: "pipe",
  });
  bots.push(bot);
  let printed = "";
  bot.stdout.on("data", (data) => {
    printed += String(data);
  });
  let complained = "";
  bot.stderr.on("data", (data) => {
    complained += String(data);
  });
  const shows = async (text: string): Promise<void> => {
    while (!printed.includes(text)) {
      if (bot.exitCode !== null)
        throw new Error(`ended without "${text}": ${printed}${complained}`);
      await once(bot.stdout, "data");
    }
  };
  return { bot, shows, printed: () => printed, complained: () => complained };
}

const ended = async (bot: ChildProcessWithoutNullStreams): Promise<number | null> =>
  bot.exitCode ?? (await once(bot, "close"))[0];

test("npm start talks in the terminal, says what is not configured, and ends in order with the input", async () => {
  const { bot, shows } = startBot();
  await shows("Payung is running");
  await shows("PAYUNG_OPERATOR_NAME");
  bot.stdin.write("halo\n");
  await shows("Daftar sekarang");
  bot.stdin.end();
  expect(await ended(bot)).toBe(0);
  expect(existsSync(join(folder, "data", "payung.lock"))).toBe(false);
});

test("a half-filled form goes on after a restart", async () => {
  const first = startBot();
  await first.shows("Payung is running");
  for (const [text, answer] of [
    ["daftar", "Setuju"],
    ["ya", "Berapa NIK"],
    ["3404074506850002", "nama lengkap"],
  ] as const) {
    first.bot.stdin.write(`${text}\n`);
    await first.shows(answer);
  }
  first.bot.kill("SIGKILL");
  await once(first.bot, "close");
  const second = startBot();
  await second.shows("Payung is running");
  second.bot.stdin.write("halo\n");
  await second.shows("tadi sampai NIK");
  await second.shows("Siapa nama lengkap");
});

test("while the bot runs, commands on its folder are answered by it", async () => {
  const { bot, shows } = startBot();
  await shows("Payung is running");
  const args = ["--data", join(folder, "data")];
  const listed = await runPayung(["records", "list", ...args]);
  expect(listed).toMatchObject({ code: 0, out: "No registrations yet.\n" });
  const chat = await runPayung(["chat", "--json", "--contact", "lain", ...args], {
    input: '{"text":"halo"}\n{"text":"daftar"}\n',
  });
  const steps = chat.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).step);
  expect(steps).toEqual(["pilihan", "setuju"]);
  const missing = await runPayung(["records", "show", "PYG-00000-00000-0", ...args]);
  expect(missing.code).toBe(1);
  bot.kill("SIGTERM");
  expect(await ended(bot)).toBe(0);
});

test("a second bot on the same folder says who holds it and ends with 1", async () => {
  const first = startBot();
  await first.shows("Payung is running");
  const second = startBot();
  expect(await ended(second.bot)).toBe(1);
  expect(second.complained()).toContain(String(first.bot.pid));
});

test.for([
  ["a database address that is none", { DATABASE_URL: "mysql://nobody" }, /DATABASE_URL/],
  [
    "a database that does not answer",
    { DATABASE_URL: "postgresql://u:sandi-rahasia@127.0.0.1:1/x" },
    /./,
  ],
  ["a malformed key", { PAYUNG_KEY: "pendek" }, /key/i],
  ["half an operator", { PAYUNG_OPERATOR_NAME: "Dinas Contoh" }, /PAYUNG_OPERATOR_CONTACT/],
] as const)("%s gives one clear sentence and a non-zero exit", async ([, extra, sentence]) => {
  const { bot, complained, printed } = startBot(extra);
  expect(await ended(bot)).toBe(1);
  expect(complained()).toMatch(sentence);
  expect(complained().trim().split("\n")).toHaveLength(1);
  expect(complained() + printed()).not.toMatch(/sandi-rahasia| {4}at /);
});

test("another key than the data's gives one clear sentence and a non-zero exit", async () => {
  const { bot, shows } = startBot({ PAYUNG_KEY: "00".repeat(32) });
  await shows("Payung is running");
  bot.stdin.end("halo\n");
  expect(await ended(bot)).toBe(0);
  const other = startBot({ PAYUNG_KEY: "11".repeat(32) });
  expect(await ended(other.bot)).toBe(1);
  expect(other.complained()).toMatch(/key/);
  expect(other.complained().trim().split("\n")).toHaveLength(1);
});
