import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bubblesOf, openBrowser, type, visitPage } from "./browser.ts";
import { type Desk, openDesk } from "./desk.ts";
import { texts } from "./words.ts";

let desk: Desk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([openDesk({ texts }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.web.close();
});

const visit = (options = {}) => visitPage(browser, desk.web.url, options);
const userOf = async (page: Page): Promise<string> =>
  (await page.context().cookies())[0]?.value ?? "";
let parts = 0;
const put = async (page: Page, part: Parameters<Desk["put"]>[2]) => {
  desk.put(await userOf(page), `p${++parts}`, part);
  await page.locator(".bubble.bot").last().waitFor();
};
const saidBy = async (page: Page) => {
  const user = await userOf(page);
  return desk.accepted.filter(({ contact }) => contact.user === user);
};

test("nothing is sent by itself: the first visit shows what this is, and that it is not BPJS", async () => {
  const { page, problems } = await visit();
  expect(await page.getByText("Payung bukan BPJS").isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Mulai", exact: true }).isVisible()).toBe(true);
  await vi.waitFor(() => expect(desk.watchers()).toBe(1));
  expect(await saidBy(page)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("addresses in the bot's texts become links that tell nothing of here; HTML stays text", async () => {
  const { page, problems } = await visit();
  const text =
    'Lihat https://www.bpjsketenagakerjaan.go.id/bpu?a=1&b=2. <img src=x onerror="alert(1)"> javascript:alert(1) (http://contoh.id).';
  await put(page, text);
  expect(await bubblesOf(page)).toEqual([text]);
  const links = page.locator(".bubble a");
  expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual([
    "https://www.bpjsketenagakerjaan.go.id/bpu?a=1&b=2",
    "http://contoh.id",
  ]);
  expect(await links.first().getAttribute("rel")).toBe("noopener noreferrer");
  expect(await page.locator(".bubble img").count()).toBe(0);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a part waits for nobody twice: shown, acknowledged, gone", async () => {
  const { page } = await visit();
  const gone = page.waitForResponse(/terima/);
  await put(page, "satu");
  await gone;
  expect(desk.unsent(await userOf(page))).toEqual([]);
  await page.context().close();
});

test("dots show from the acknowledgement to the answer, and not at all where the answer comes first", async () => {
  const { page } = await visit();
  const dots = page.locator("#typing");
  await type(page, "halo");
  await dots.waitFor();
  await put(page, "Halo juga");
  await dots.waitFor({ state: "hidden" });
  await page.route("**/pesan", async (route) => {
    const response = await route.fetch();
    await put(page, "jawaban cepat");
    await page.getByText("jawaban cepat").waitFor();
    await route.fulfill({ response });
  });
  await type(page, "cepat");
  await page.locator(".state.sent").nth(1).waitFor();
  expect(await dots.isVisible()).toBe(false);
  await page.context().close();
});

test("where nobody answers the dots go after ten seconds, and come again only after something was said", async () => {
  const { page, problems } = await visit();
  await page.clock.install();
  const dots = page.locator("#typing");
  await type(page, "satu");
  await dots.waitFor();
  await page.clock.runFor(7000);
  await type(page, "dua");
  await page.locator(".state.sent").nth(1).waitFor();
  expect(await dots.isVisible()).toBe(true);
  await page.clock.runFor(3000);
  expect(await dots.isVisible()).toBe(false);
  await type(page, "tiga");
  await page.locator(".state.sent").nth(2).waitFor();
  for (let seconds = 0; seconds < 30; seconds += 5) {
    await page.clock.runFor(5000);
    expect(await dots.isVisible()).toBe(false);
  }
  await put(page, "Petugas di sini.");
  await type(page, "empat");
  await dots.waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a file of the bot's is saved as it is, under its name", async () => {
  const { page, problems } = await visit();
  const content = "nama,jumlah\nSri,1\n";
  await put(page, { text: "Ini salinannya.", file: { name: "data-saya.csv", content } });
  for (const again of [false, true]) {
    if (again) await page.reload();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Simpan" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("data-saya.csv");
    expect(readFileSync(await download.path(), "utf8")).toBe(content);
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

test("of a chosen photo only name, size and kind are sent; one over 5 MB is refused by the page itself", async () => {
  const { page } = await visit();
  await page.locator("#file").setInputFiles({
    ...{ name: "ktp sri.jpg", mimeType: "image/jpeg", buffer: Buffer.from("isi-foto-rahasia") },
  });
  await page.locator(".state.sent").waitFor();
  expect(await page.locator(".bubble.me .file").textContent()).toContain("ktp sri.jpg");
  const large = join(tmpdir(), `payung-besar-${process.pid}.pdf`);
  writeFileSync(large, Buffer.alloc(5 * 1024 * 1024 + 1));
  await page.locator("#file").setInputFiles(large);
  await page.getByText("lebih dari 5 MB").waitFor();
  const said = await saidBy(page);
  expect(said.map(({ message }) => message.media)).toEqual([
    { kind: "image", name: "ktp sri.jpg", size: 16 },
  ]);
  expect(JSON.stringify(said)).not.toContain("isi-foto-rahasia");
  await page.context().close();
});

test("where a place is asked the phone's own may be sent by a tap, never without", async () => {
  const where = { geolocation: { latitude: -7.78, longitude: 110.36 } };
  const { page, problems } = await visit({ ...where, permissions: ["geolocation"] });
  await put(page, { text: "Di mana?", wants: "location" });
  expect(await saidBy(page)).toEqual([]);
  await page.getByRole("button", { name: "Kirim lokasi saya" }).click();
  await page.locator(".state.sent").waitFor();
  expect((await saidBy(page)).map(({ message }) => message.location)).toEqual([
    { lat: -7.78, lon: 110.36 },
  ]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a place that can't be read says what to do instead", async () => {
  const { page } = await visit({ permissions: [] });
  await put(page, { text: "Di mana?", wants: "location" });
  await page.getByRole("button", { name: "Kirim lokasi saya" }).click();
  await page.getByText("Ketik saja nama tempatnya").waitFor();
  await page.context().close();
});

test("where a telephone number is asked the phone shows digits", async () => {
  const { page } = await visit();
  await put(page, { text: "Nomor HP?", wants: "phone" });
  await page.locator("#text[inputmode=tel]").waitFor();
  await put(page, { text: "Alamat?" });
  await page.locator("#text[inputmode=text]").waitFor();
  await page.context().close();
});

test("Enter sends, Shift+Enter makes a line, the box grows to four lines and takes 4,096 characters", async () => {
  const { page } = await visit();
  const box = page.locator("#text");
  const height = async () => (await box.boundingBox())?.height ?? 0;
  const one = await height();
  await box.focus();
  for (let line = 1; line <= 6; line++) {
    await page.keyboard.type(`baris ${line}`);
    if (line < 6) await page.keyboard.press("Shift+Enter");
  }
  expect(await saidBy(page)).toEqual([]);
  expect(Math.round((await height()) - one)).toBe(72);
  await page.keyboard.press("Enter");
  await page.locator(".state.sent").waitFor();
  expect((await saidBy(page))[0]?.message.text).toBe(
    "baris 1\nbaris 2\nbaris 3\nbaris 4\nbaris 5\nbaris 6",
  );
  expect(await height()).toBe(one);
  expect(await box.getAttribute("maxlength")).toBe("4096");
  await type(page, "   ");
  expect(await saidBy(page)).toHaveLength(1);
  await page.context().close();
});

test("days stand between messages in words, and times beside them", async () => {
  const { page } = await visitPage(browser, desk.web.url, {}, "2026-11-22T09:41:00+07:00");
  const put_ = async (text: string) => {
    await put(page, text);
    await page.getByText(text, { exact: true }).waitFor();
  };
  await put_("pertama");
  await page.clock.setSystemTime(new Date("2026-11-23T08:05:00+07:00"));
  await put_("kedua");
  await page.clock.setSystemTime(new Date("2026-11-24T08:06:00+07:00"));
  await put_("ketiga");
  expect(await page.locator(".day").allTextContents()).toEqual([
    "22 November 2026",
    "Kemarin",
    "Hari ini",
  ]);
  expect(await page.locator("time").allTextContents()).toEqual(["09.41", "08.05", "08.06"]);
  await page.context().close();
});

test("after 200 bubbles the oldest are forgotten, unsent ones never", async () => {
  const { page } = await visit();
  await page.route("**/pesan", (route) => route.abort());
  await type(page, "belum terkirim");
  const user = await userOf(page);
  for (let i = 0; i < 230; i++) desk.put(user, `banyak${i}`, `pesan ${i}`);
  await page.getByText("pesan 229", { exact: true }).waitFor();
  await page.reload();
  const shown = await bubblesOf(page);
  expect([shown.length, shown[0], shown[1], shown.at(-1)]).toEqual([
    ...[200, "> belum terkirim", "pesan 31", "pesan 229"],
  ]);
  await page.context().close();
});

test("a browser without scripts is told what is missing", async () => {
  const { page } = await visit({ javaScriptEnabled: false });
  expect(await page.locator("noscript p").isVisible()).toBe(true);
  await page.context().close();
});
