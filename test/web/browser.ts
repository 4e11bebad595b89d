import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** A phone in Indonesia. */
const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: "id-ID",
  timezoneId: "Asia/Jakarta",
};

/** A real Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject("chromiumPath"), args: ["--no-sandbox"] });

/** A page, and what went wrong on it: errors on the console, thrown errors, violations of the content policy. */
export type Visit = { page: Page; problems: string[] };

/** Opens an address in a browser that was never there; `at` pretends a clock that goes on from then. */
export async function visitPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  at?: string,
): Promise<Visit> {
  const context = await browser.newContext({ ...phone, ...options });
  if (at !== undefined) await context.clock.install({ time: at });
  return openTab(await context.newPage(), url);
}

/** Loads the chat in a tab and watches over it. */
export async function openTab(page: Page, url: string): Promise<Visit> {
  const problems: string[] = [];
  page.on("console", (line) => {
    if (line.type() === "error") problems.push(line.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective))",
  );
  await page.goto(url);
  return { page, problems };
}

const bot = (page: Page) => page.locator(".bubble.bot .text");

/** Does something and gives the bot's next message. */
export async function answerTo(page: Page, doing: () => Promise<unknown>): Promise<string> {
  const before = await bot(page).count();
  await doing();
  const next = bot(page).nth(before);
  await next.waitFor();
  return (await next.textContent()) ?? "";
}

/** Types a message and presses Enter. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator("#text").fill(text);
  await page.locator("#text").press("Enter");
}

/** Types a message and gives the bot's answer. */
export const say = (page: Page, text: string): Promise<string> =>
  answerTo(page, () => type(page, text));

/** Taps a button and gives the bot's answer. */
export const tap = (page: Page, name: string): Promise<string> =>
  answerTo(page, () => page.getByRole("button", { name, exact: true }).click());

/** What stands in the bubbles, own ones after `> `. */
export const bubblesOf = (page: Page): Promise<string[]> =>
  page.locator(".bubble").evaluateAll((all) =>
    all.map((one) => {
      const { className, children } = one as unknown as {
        className: string;
        children: { className: string; textContent: string }[];
      };
      const text = [...children].find((part) => part.className === "text")?.textContent ?? "";
      return className.includes("me") ? `> ${text}` : text;
    }),
  );
