import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bubblesOf, openBrowser, visitPage } from "./browser.ts";
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

type Scheme = "light" | "dark";

/** What axe finds; the dark page differs in its colours alone. Legacy = without a window of its own: there are no frames. */
const violations = async (page: Page, scheme: Scheme): Promise<string[]> => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (scheme === "light"
    ? axe.withTags(tags)
    : axe.withRules("color-contrast")
  ).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

let parts = 0;
async function converse(page: Page): Promise<void> {
  const [cookie] = await page.context().cookies();
  const user = cookie?.value ?? "";
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.locator(".state.sent").waitFor();
  const choices = [
    { id: "a", label: "JKK + JKM" },
    { id: "b", label: "JKK + JKM + JHT" },
    { id: "c", label: "Bicara petugas" },
  ];
  desk.put(user, `f${++parts}`, { text: "Salinan", file: { name: "data.csv", content: "a" } });
  desk.put(user, `p${++parts}`, {
    text: `Mau ikut yang mana? Lihat https://www.bpjsketenagakerjaan.go.id/${"panjang".repeat(12)} atau ${"a".repeat(90)}`,
    choices,
  });
  await page.locator(".choice").first().waitFor();
}

describe.each<Scheme>(["light", "dark"])("%s", (colorScheme) => {
  test("axe finds nothing at the start, in mid conversation, with the menu, the question and another tab open", async () => {
    const { page } = await visitPage(browser, desk.web.url, { colorScheme });
    expect(await violations(page, colorScheme)).toEqual([]);
    await converse(page);
    expect(await violations(page, colorScheme)).toEqual([]);
    await page.getByRole("button", { name: "Menu" }).click();
    expect(await violations(page, colorScheme)).toEqual([]);
    await page.getByRole("button", { name: "Hapus percakapan di perangkat ini" }).click();
    expect(await violations(page, colorScheme)).toEqual([]);
    await page.getByRole("button", { name: "Batal" }).click();
    const other = await page.context().newPage();
    await other.goto(desk.web.url);
    await page.getByText("Dibuka di tab lain").waitFor();
    await page.bringToFront();
    expect(await violations(page, colorScheme)).toEqual([]);
    await page.context().close();
  });
});

test("at 320, 360 and 1280 px nothing scrolls sideways and every button is 44 px high", async () => {
  const { page } = await visitPage(browser, desk.web.url, {
    viewport: { width: 320, height: 700 },
  });
  const sideways = () =>
    page.evaluate(
      "[document.documentElement, document.getElementById('scroll')].some((one) => one.scrollWidth > one.clientWidth)",
    );
  expect(await sideways()).toBe(false);
  await converse(page);
  await page.getByRole("button", { name: "Menu" }).click();
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    expect([width, await sideways()]).toEqual([width, false]);
    const buttons = await page.locator("button:visible").all();
    const boxes = await Promise.all(buttons.map((one) => one.boundingBox()));
    expect(boxes.length).toBeGreaterThan(6);
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  }
  await page.context().close();
});

test("by keyboard alone: start, choose, type, open and close the menu; the focus is always seen", async () => {
  const { page, problems } = await visitPage(browser, desk.web.url);
  const focus = () =>
    page.evaluate(
      "document.activeElement.id || document.activeElement.textContent",
    ) as Promise<string>;
  const seen = () => page.evaluate("getComputedStyle(document.activeElement).outlineWidth");
  const until = async (key: string, name: string) => {
    for (let presses = 0; (await focus()) !== name; presses++) {
      if (presses > 12) throw new Error(`${name} is not reached by ${key}`);
      await page.keyboard.press(key);
      expect(await seen()).toBe("3px");
    }
  };
  await until("Tab", "begin");
  await page.keyboard.press("Enter");
  expect(await focus()).toBe("text");
  const [cookie] = await page.context().cookies();
  const choices = ["Daftar sekarang", "Bicara petugas"].map((label) => ({ id: label, label }));
  desk.put(cookie?.value ?? "", "kibor", { text: "Mau apa dulu?", choices });
  await page.locator(".choice").first().waitFor();
  await until("Shift+Tab", "Daftar sekarang");
  await page.keyboard.press("Space");
  expect(await focus()).toBe("text");
  await page.keyboard.type("halo lagi");
  await page.keyboard.press("Enter");
  expect(await bubblesOf(page)).toEqual([
    "> halo",
    "Mau apa dulu?",
    "> Daftar sekarang",
    "> halo lagi",
  ]);
  await until("Shift+Tab", "menu-button");
  await page.keyboard.press("Enter");
  await until("Tab", "forget");
  await page.keyboard.press("Escape");
  expect(await focus()).toBe("menu-button");
  expect(await page.locator("#menu").isVisible()).toBe(false);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a screen reader hears new messages politely, who wrote them, and no old ones after a reload", async () => {
  const { page } = await visitPage(browser, desk.web.url);
  await converse(page);
  const log = page.getByRole("log", { name: "Pesan" });
  expect(await log.getAttribute("aria-live")).toBe("polite");
  expect(await log.locator(".bubble").first().textContent()).toMatch(/^Saya: halo/);
  expect(await log.locator(".bubble").last().textContent()).toMatch(/^Payung: Mau ikut/);
  expect(
    await page.getByRole("group", { name: "Pilihan jawaban" }).getByRole("button").count(),
  ).toBe(3);
  await page.context().close();
});

test("where less motion is wished for, nothing moves", async () => {
  const { page } = await visitPage(browser, desk.web.url, { reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.locator("#typing").waitFor();
  const moving = "getComputedStyle(document.querySelector('#typing i')).animationName";
  expect(await page.evaluate(moving)).toBe("none");
  await page.context().close();
});
