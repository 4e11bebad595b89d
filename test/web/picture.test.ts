import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

/** Time for the drawing library to load on a busy machine. */
const patience = { timeout: 30_000 };

test("the picture of a contribution comes by its button, as wide as a small telephone, with words for who does not see it", async () => {
  const web = await room.start();
  const { page, problems } = await visitPage(browser, web.url);
  const told = await say(page, "iuran jualan sayur penghasilan 2,5jt berapa");
  const amounts = [...told.matchAll(/: (Rp[\d.]+\d)/g)].map(([, amount = ""]) => amount);
  expect(amounts).toHaveLength(2);
  await page.getByRole("button", { name: "Lihat gambarnya", exact: true }).click();
  for (const again of [false, true]) {
    if (again) await page.reload();
    const picture = page.getByRole("img", {
      name: /^Gambar batang iuran per bulan untuk penghasilan Rp2\.500\.000/,
    });
    await picture.waitFor(patience);
    const size = await picture.evaluate((one) => {
      const { naturalWidth, clientWidth, clientHeight } = one as unknown as Record<string, number>;
      return { naturalWidth, clientWidth, clientHeight };
    });
    expect(size.naturalWidth).toBe(720);
    expect(size.clientWidth).toBeGreaterThan(240);
    expect(size.clientWidth).toBeLessThan(360);
    expect(size.clientHeight).toBeGreaterThan(size.clientWidth ?? 0);
  }
  const said = (await bubblesOf(page)).join("\n");
  for (const amount of amounts) expect(said.split(amount).length).toBeGreaterThan(2);
  // what can be tapped next stands below it, and still leads on
  expect(await tap(page, "Daftar dengan ini")).toContain("pendaftaran");
  expect(problems).toEqual([]);
  expect(room.logged).toEqual([]);
  await page.context().close();
}, 60_000);
