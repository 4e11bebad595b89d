import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answers } from "../support/person.ts";
import { bubblesOf, openBrowser, say, tap, visitPage } from "./browser.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
let browser: Browser;
beforeAll(async () => {
  [room, browser] = await Promise.all([openRoom(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

/** The steps from the NIK to the price, each typed. */
const typed =
  "nik nama tanggal_lahir hp alamat wilayah pekerjaan tempat_kerja jam_kerja pekerjaan_dua penghasilan".split(
    " ",
  );

async function untilPrice(page: Page): Promise<string> {
  await tap(page, "Mulai");
  await tap(page, "Daftar sekarang");
  await tap(page, "Saya sendiri");
  let asked = await tap(page, "Setuju");
  for (const step of typed) asked = await say(page, answers[step] ?? "");
  return asked;
}

async function fromPrice(page: Page): Promise<string> {
  await tap(page, "JKK + JKM");
  await tap(page, "3 bulan");
  await say(page, "ya");
  await tap(page, "Benar semua");
  return tap(page, "Sudah benar");
}

test("a whole registration by tapping and typing ends with a number, without an error or a policy violation", async () => {
  const web = await room.start();
  const { page, problems } = await visitPage(browser, web.url);
  expect(await untilPrice(page)).toContain("Mau ikut yang mana?");
  expect(await fromPrice(page)).toMatch(/PYG-\d{5}-\d{5}-\d/);
  expect(problems).toEqual([]);
  expect(room.logged).toEqual([]);
  await page.context().close();
}, 90_000);

test("a reload, a restart of the server and a lost network in the middle cost no answer and double none", async () => {
  let web = await room.start();
  const { page } = await visitPage(browser, web.url);
  const before = room.accepted.length;
  const price = await untilPrice(page);
  const said = await bubblesOf(page);
  await page.reload();
  expect(await bubblesOf(page)).toEqual(said);
  expect(await page.getByRole("button", { name: "JKK + JKM", exact: true }).isVisible()).toBe(true);

  const port = Number(new URL(web.url).port);
  await web.close();
  await page.getByText("Sambungan terputus").waitFor();
  await page.getByRole("button", { name: "JKK + JKM", exact: true }).click();
  await page.getByText("belum terkirim, mencoba lagi").first().waitFor();
  web = await room.start({ port });
  await page.getByRole("button", { name: "3 bulan" }).waitFor();

  await page.context().setOffline(true);
  await page.getByRole("button", { name: "3 bulan", exact: true }).click();
  await page.getByText("belum terkirim, mencoba lagi").first().waitFor();
  await page.context().setOffline(false);
  await page.getByText("Kantor cabang yang dituju").waitFor();
  await say(page, "ya");
  await tap(page, "Benar semua");
  // the same person was registered by the test before
  expect(await tap(page, "Sudah benar")).toContain("PYG-");
  const went = room.accepted.slice(before).filter(({ state }) => state === "entered");
  expect(went).toHaveLength(said.filter((line) => line.startsWith("> ")).length + 5);
  expect(new Set(went.map(({ id }) => id)).size).toBe(went.length);
  expect(price).toContain("Rp");
  await page.context().close();
}, 90_000);
