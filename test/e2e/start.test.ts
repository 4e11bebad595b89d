import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "../support/bot.ts";
import { runPayung } from "../support/payung.ts";
import { webTalk } from "../support/web-talk.ts";

let folder: string;
let bots: Bot[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-start-"));
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  rmSync(folder, { recursive: true, force: true });
});

/** The bot on a folder of its own. */
function start(extra: Record<string, string> = {}): Bot {
  const bot = startBot({ PAYUNG_DATA: join(folder, "data"), ...extra });
  bots.push(bot);
  return bot;
}

test("npm start serves the web chat, says what is not configured, and ends in order on a signal", async () => {
  const bot = start();
  const person = await webTalk(await bot.url());
  for (const setting of ["PAYUNG_OPERATOR_NAME", "TELEGRAM_TOKEN", "REDIS_URL", "DATABASE_URL"])
    expect(bot.printed()).toContain(setting);
  expect((await person.say("halo")).text).toContain("Payung bukan BPJS");
  bot.child.kill("SIGTERM");
  expect(await bot.ended()).toBe(0);
  expect(existsSync(join(folder, "data", "payung.lock"))).toBe(false);
  expect(bot.complained()).toBe("");
});

test("a half-filled form goes on after a restart", async () => {
  const first = start();
  const person = await webTalk(await first.url());
  for (const [text, answer] of [
    ["daftar sendiri", "Setuju"],
    ["ya", "Berapa NIK"],
    ["3404074506850002", "nama lengkap"],
  ] as const)
    expect((await person.say(text)).text).toContain(answer);
  await first.kill();
  const second = start();
  const back = await webTalk(await second.url(), person);
  const { text } = await back.say("halo");
  expect(text).toContain("tadi sampai NIK");
  expect(text).toContain("Siapa nama lengkap");
  back.leave();
});

test("a port that is taken is passed over", async () => {
  const first = start();
  const { port } = new URL(await first.url());
  const second = start({ PAYUNG_PORT: port, PAYUNG_DATA: join(folder, "other") });
  expect(Number(new URL(await second.url()).port)).toBeGreaterThan(Number(port));
});

test("while the bot runs, commands on its folder are answered by it", async () => {
  const bot = start();
  await bot.url();
  const args = ["--data", join(folder, "data")];
  const listed = await runPayung(["records", "list", ...args]);
  expect(listed).toMatchObject({ code: 0, out: "No registrations yet.\n" });
  const chat = await runPayung(["chat", "--json", "--contact", "lain", ...args], {
    input: '{"text":"halo"}\n{"text":"daftar sendiri"}\n',
  });
  const steps = chat.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).step);
  expect(steps).toEqual(["pilihan", "setuju"]);
  const missing = await runPayung(["records", "show", "PYG-00000-00000-0", ...args]);
  expect(missing.code).toBe(1);
  bot.child.kill("SIGTERM");
  expect(await bot.ended()).toBe(0);
});

test("a second bot on the same folder says who holds it and ends with 1", async () => {
  const first = start();
  await first.url();
  const second = start();
  expect(await second.ended()).toBe(1);
  expect(second.complained()).toContain(String(first.child.pid));
});

test.for([
  ["a database address that is none", { DATABASE_URL: "mysql://nobody" }, /DATABASE_URL/],
  [
    "a database that does not answer",
    { DATABASE_URL: "postgresql://u:sandi-rahasia@127.0.0.1:1/x" },
    /./,
  ],
  ["a Redis address that is none", { REDIS_URL: "http://nobody" }, /REDIS_URL/],
  ["a Redis that does not answer", { REDIS_URL: "redis://:sandi-rahasia@127.0.0.1:1" }, /Redis/],
  ["a token that is none", { TELEGRAM_TOKEN: "rahasia" }, /TELEGRAM_TOKEN/],
  [
    "a webhook without an address",
    { TELEGRAM_TOKEN: "1:abc", TELEGRAM_INTAKE: "webhook" },
    /PAYUNG_PUBLIC_URL/,
  ],
  ["a port that is none", { PAYUNG_PORT: "seribu" }, /PAYUNG_PORT/],
  ["a host that is not this machine's", { PAYUNG_HOST: "192.0.2.1" }, /PAYUNG_HOST/],
  ["a malformed key", { PAYUNG_KEY: "pendek" }, /key/i],
  ["half an operator", { PAYUNG_OPERATOR_NAME: "Dinas Contoh" }, /PAYUNG_OPERATOR_CONTACT/],
] as const)("%s gives one clear sentence and a non-zero exit", async ([, extra, sentence]) => {
  const { ended, complained, printed } = start(extra);
  expect(await ended()).toBe(1);
  expect(complained()).toMatch(sentence);
  expect(complained().trim().split("\n")).toHaveLength(1);
  expect(complained() + printed()).not.toMatch(/sandi-rahasia| {4}at /);
});

test("another key than the data's gives one clear sentence and a non-zero exit", async () => {
  const bot = start({ PAYUNG_KEY: "00".repeat(32) });
  await (await webTalk(await bot.url())).say("halo");
  bot.child.kill("SIGTERM");
  expect(await bot.ended()).toBe(0);
  const other = start({ PAYUNG_KEY: "11".repeat(32) });
  expect(await other.ended()).toBe(1);
  expect(other.complained()).toMatch(/key/);
  expect(other.complained().trim().split("\n")).toHaveLength(1);
});
