import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "../support/bot.ts";
import { runOn } from "../support/payung.ts";
import { answers } from "../support/person.ts";
import { openBrowser, say, tap, visitPage } from "../web/browser.ts";

let browser: Browser;
let folder: string;
let bot: Bot;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-web-"));
});
afterEach(async () => {
  await bot.kill();
  rmSync(folder, { recursive: true, force: true });
});

const start = (port: string): Bot =>
  startBot({ PAYUNG_DATA: join(folder, "data"), PAYUNG_PORT: port });

test("a whole registration in a browser, with the bot killed and started again while it is filled in", async () => {
  bot = start("0");
  const url = await bot.url();
  const { page, problems } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await tap(page, "Daftar sekarang");
  await tap(page, "Saya sendiri");
  await tap(page, "Setuju");
  for (const step of ["nik", "nama", "tanggal_lahir", "hp", "alamat"])
    await say(page, answers[step] ?? "");

  await bot.kill();
  // Typed while nobody is there: it goes out when the bot is back.
  const asked = say(page, answers["wilayah"] ?? "");
  await page.getByText("belum terkirim, mencoba lagi").first().waitFor();
  bot = start(new URL(url).port);
  expect(await asked).toContain("Kerja atau usahanya apa");

  for (const step of ["pekerjaan", "tempat_kerja", "jam_kerja", "pekerjaan_dua", "penghasilan"])
    await say(page, answers[step] ?? "");
  await tap(page, "JKK + JKM");
  await tap(page, "3 bulan");
  await say(page, "ya");
  await tap(page, "Benar semua");
  expect(await tap(page, "Sudah benar")).toMatch(/PYG-\d{5}-\d{5}-\d/);
  const listed = await runOn(join(folder, "data"), "records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(1);
  // Only the lost connection itself may be complained of.
  expect(problems.filter((problem) => !/ERR_|Failed to load resource/.test(problem))).toEqual([]);
  expect(bot.complained()).toBe("");
}, 300_000);
