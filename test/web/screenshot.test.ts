import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { answers } from "../support/person.ts";
import { openBrowser, say, tap, visitPage } from "./browser.ts";
import { openRoom } from "./room.ts";

const picture = "docs/images/web-chat.png";
const wished = process.env["PAYUNG_SCREENSHOTS"] === "1" || !existsSync(picture);

/** The steps from the NIK to the price. */
const steps =
  "nik nama tanggal_lahir hp alamat wilayah pekerjaan tempat_kerja jam_kerja pekerjaan_dua penghasilan".split(
    " ",
  );

test.runIf(wished)("the picture in the README shows the web chat as it is", async () => {
  const [room, browser] = await Promise.all([openRoom(), openBrowser()]);
  const { url } = await room.start();
  const { page } = await visitPage(browser, url, {
    ...{ deviceScaleFactor: 2, reducedMotion: "reduce", colorScheme: "light" },
  });
  await tap(page, "Mulai");
  await tap(page, "Daftar sekarang");
  await tap(page, "Saya sendiri");
  await tap(page, "Setuju");
  for (const step of steps) await say(page, answers[step] ?? "");
  await page.getByRole("button", { name: "JKK + JKM + JHT" }).waitFor();
  await page.mouse.move(0, 0);
  await page.locator("#text").blur();
  await page.locator("#scroll").evaluate((scroll) => {
    scroll.scrollTop = scroll.scrollHeight;
  });
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  await browser.close();
  await room.close();
  expect(existsSync(picture)).toBe(true);
});
