import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bubblesOf, openBrowser, openTab, say, tap, type, visitPage } from "./browser.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [room, browser] = await Promise.all([openRoom(), openBrowser()]);
  ({ url } = await room.start());
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

/** How often this text went into the conversation as something new. */
const entered = (said: string): number =>
  room.accepted.filter((one) => one.said === said && one.state === "entered").length;

const choice = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a double click on a quick reply sends it once", async () => {
  const { page, problems } = await visitPage(browser, url);
  await tap(page, "Mulai");
  const before = room.accepted.length;
  await choice(page, "Tentang Payung").dblclick();
  await page.getByText("Payung adalah robot obrolan").waitFor();
  await say(page, "menu");
  expect(room.accepted.length - before).toBe(2);
  expect((await bubblesOf(page)).filter((line) => line === "> Tentang Payung")).toHaveLength(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("messages written without a network wait in order, survive a reload, and arrive once each", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await page.context().setOffline(true);
  const before = room.accepted.length;
  await type(page, "tanpa jaringan satu");
  await type(page, "tanpa jaringan dua");
  await page.getByText("belum terkirim, mencoba lagi").first().waitFor();
  await page.context().setOffline(false);
  await page.getByText("terkirim", { exact: true }).nth(2).waitFor({ state: "attached" });
  expect(room.accepted.slice(before).map(({ said }) => said)).toEqual([
    "tanpa jaringan satu",
    "tanpa jaringan dua",
  ]);
  await page.reload();
  await say(page, "menu");
  expect(entered("tanpa jaringan satu")).toBe(1);
  await page.context().close();
});

test("a message whose acknowledgement got lost is sent again under the same id and answered once", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await page.route(
    "**/pesan",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  const answer = await say(page, "tentang");
  await page.getByText("belum terkirim, mencoba lagi").waitFor();
  await page.getByText("belum terkirim, mencoba lagi").waitFor({ state: "detached" });
  await say(page, "menu");
  expect(room.accepted.filter(({ said }) => said === "tentang").map(({ state }) => state)).toEqual([
    "entered",
    "seen",
  ]);
  expect((await bubblesOf(page)).filter((line) => line === answer)).toHaveLength(1);
  await page.context().close();
});

test("a reload with a message still unsent sends it afterwards", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await page.route("**/pesan", (route) => route.abort());
  await type(page, "tulisan sebelum dimuat ulang");
  await page.getByText("belum terkirim, mencoba lagi").waitFor();
  await page.unroute("**/pesan");
  await page.reload();
  await page.getByText("terkirim", { exact: true }).nth(1).waitFor({ state: "attached" });
  expect(entered("tulisan sebelum dimuat ulang")).toBe(1);
  await page.context().close();
});

test("a part whose acknowledgement got lost is shown once, also after a reload", async () => {
  const { page } = await visitPage(browser, url);
  await page.route("**/terima", (route) => route.abort());
  await tap(page, "Mulai");
  const said = await bubblesOf(page);
  await page.reload();
  const acknowledged = page.waitForResponse(/terima/);
  await page.unroute("**/terima");
  await acknowledged;
  expect(await bubblesOf(page)).toEqual(said);
  await page.context().close();
});

test("a second tab takes the conversation over; the first says so and can take it back", async () => {
  const { page: first, problems } = await visitPage(browser, url);
  await tap(first, "Mulai");
  const { page: second } = await openTab(await first.context().newPage(), url);
  await first.getByText("Dibuka di tab lain").waitFor();
  expect(await first.locator("#text").isVisible()).toBe(false);
  expect(await say(second, "tentang")).toContain("Payung adalah robot obrolan");
  await first.getByRole("button", { name: "Pakai di sini" }).click();
  await second.getByText("Dibuka di tab lain").waitFor();
  expect(await say(first, "menu")).toContain("Mau apa dulu?");
  expect(await second.locator(".bubble.bot").count()).toBe(1);
  expect(problems).toEqual([]);
  await first.context().close();
});

test("a browser whose cookies were cleared goes on as a stranger, and what was written arrives", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await page.context().clearCookies();
  expect(await say(page, "kuki sudah dihapus")).toContain("Payung");
  expect(entered("kuki sudah dihapus")).toBe(1);
  await page.context().close();
});

test("going back and forward shows the conversation again and goes on", async () => {
  const { page, problems } = await visitPage(browser, url);
  await tap(page, "Mulai");
  const said = await bubblesOf(page);
  await page.goto("about:blank");
  await page.goBack();
  await page.locator(".bubble.bot").waitFor();
  expect(await bubblesOf(page)).toEqual(said);
  await page.goForward();
  await page.goBack();
  expect(await tap(page, "Tentang Payung")).toContain("robot obrolan");
  expect(problems).toEqual([]);
  await page.context().close();
});

test("on a slow network a message shows a clock until the server has it, then a check mark", async () => {
  const { page } = await visitPage(browser, url);
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 300, downloadThroughput: 20_000, uploadThroughput: 20_000 },
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/pesan", async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.getByRole("button", { name: "Mulai" }).click();
  await page.locator(".state.waiting").waitFor();
  release();
  await page.locator(".state.sent").waitFor();
  await page.locator(".bubble.bot").waitFor();
  await page.context().close();
});

test("4,000 characters, emoji, marks of direction and HTML arrive as they are and are shown as text", async () => {
  const { page, problems } = await visitPage(browser, url);
  await tap(page, "Mulai");
  const odd = [
    "a".repeat(4000),
    "👩‍🌾🧕🏽 سلام",
    "\u202Eterbalik\u200F",
    '<img src=x onerror="document.title=1">',
  ];
  for (const text of odd) await say(page, text);
  const shown = await bubblesOf(page);
  for (const text of odd) {
    expect(shown).toContain(`> ${text}`);
    expect(entered(text)).toBe(1);
  }
  expect(await page.title()).toContain("Payung");
  expect(await page.locator("#log img").count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("deleting the conversation empties the tab and makes the browser a stranger", async () => {
  const { page, problems } = await visitPage(browser, url);
  await tap(page, "Mulai");
  const [before] = await page.context().cookies();
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Hapus percakapan di perangkat ini" }).click();
  await page.getByText("ketik HAPUS DATA").waitFor();
  await page.getByRole("button", { name: "Hapus", exact: true }).click();
  await page.getByRole("button", { name: "Mulai", exact: true }).waitFor();
  const [after] = await page.context().cookies();
  expect(after?.value).toMatch(/^[0-9a-f]{32}$/);
  expect(after?.value).not.toBe(before?.value);
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
  expect(await bubblesOf(page)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("the menu starts the conversation over", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await page.getByRole("button", { name: "Menu" }).click();
  await tap(page, "Mulai dari awal");
  expect(await bubblesOf(page)).toContain("> MULAI DARI AWAL");
  expect(entered("MULAI DARI AWAL")).toBe(1);
  await page.context().close();
});
