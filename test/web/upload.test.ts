import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { SentFile } from "../../src/web/web-app.ts";
import { openBrowser, type, visitPage } from "./browser.ts";
import { type Desk, openDesk } from "./desk.ts";
import { ask } from "./http.ts";
import { texts } from "./words.ts";

let desk: Desk;
let browser: Browser;
let wanted: boolean;
let kept: { id: string; file: SentFile }[];
let keeping: () => Promise<void>;
beforeAll(async () => {
  const opening = openDesk({
    texts,
    wantsFile: async () => wanted,
    keepFile: async (_, id, file) => {
      await keeping();
      kept.push({ id, file });
    },
  });
  [desk, browser] = await Promise.all([opening, openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.web.close();
});
beforeEach(() => {
  wanted = true;
  kept = [];
  keeping = async () => undefined;
});

const pdf = { name: "surat.pdf", mimeType: "application/pdf", buffer: Buffer.from("isi-surat") };
const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator("#file").setInputFiles(file);
const sent = (page: Page, count = 1) =>
  page
    .locator(".state.sent")
    .nth(count - 1)
    .waitFor();
const uploadsOf = (page: Page): string[] => {
  const seen: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/berkas|upload/.test(pathname)) seen.push(pathname);
  });
  return seen;
};
const visit = async () => {
  const { page, problems } = await visitPage(browser, desk.web.url);
  return { page, problems, uploads: uploadsOf(page) };
};
const contentOf = (index = 0): string =>
  Buffer.from(kept[index]?.file.content ?? new Uint8Array()).toString();

/** Lets the pauses between tries pass until so many were made. */
const passTries = (page: Page, uploads: string[], count: number) =>
  vi.waitFor(async () => {
    await page.clock.fastForward(1000);
    expect(uploads.filter((path) => path === "/berkas")).toHaveLength(count);
  }, 5000);

/** A photo of 3000 x 2000 grains; with `turned` it says of itself that it lies on its side. */
async function photo(page: Page, kind: string, turned = false): Promise<Buffer> {
  const data = (await page.evaluate(`(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3000, 2000];
    const paper = canvas.getContext("2d");
    for (let y = 0; y < 2000; y += 8) for (let x = 0; x < 3000; x += 8) {
      paper.fillStyle = "#" + ((Math.random() * 4095) | 4096).toString(16).slice(1);
      paper.fillRect(x, y, 8, 8);
    }
    return canvas.toDataURL("${kind}", 0.9);
  })()`)) as string;
  const plain = Buffer.from(data.split(",")[1] ?? "", "base64");
  if (!turned) return plain;
  const exif = "ffe1002245786966000049492a00080000000100120103000100000006000000" + "00000000";
  return Buffer.concat([plain.subarray(0, 2), Buffer.from(exif, "hex"), plain.subarray(2)]);
}

/** Width and height of a JPEG. */
function sizeOf(content: Uint8Array): number[] {
  const bytes = Buffer.from(content);
  let at = 2;
  while (bytes[at + 1] !== 0xc0 && bytes[at + 1] !== 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

test("a file is brought only when it is asked for, and what brings it is loaded only then", async () => {
  const { page, uploads, problems } = await visit();
  wanted = false;
  await choose(page, pdf);
  await sent(page);
  expect([uploads, kept]).toEqual([[], []]);
  wanted = true;
  await choose(page, pdf);
  await sent(page, 2);
  expect(uploads).toEqual([expect.stringMatching(/upload\.js$/), "/berkas"]);
  expect(kept).toMatchObject([{ file: { mime: "application/pdf" } }]);
  expect(contentOf()).toBe("isi-surat");
  expect(kept[0]?.id).toBe(desk.accepted.at(-1)?.id);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("what only bringing files needs is less than 2.5 kB", async () => {
  const html = (await ask(desk.web.url, "/")).body.toString();
  const path = /\/aset\/\w+\/chat\.js/.exec(html)?.[0].replace("chat.js", "upload.js") ?? "";
  const { status, body } = await ask(desk.web.url, path);
  expect([status, body.length < 2500]).toEqual([200, true]);
});

test("the bubble tells that the file is on its way until it is kept", async () => {
  const { page } = await visit();
  let open = () => {};
  keeping = () =>
    new Promise((resolve) => {
      open = resolve;
    });
  await choose(page, pdf);
  await page.getByText("mengirim berkas").waitFor();
  expect(await page.locator(".state.sent").count()).toBe(0);
  await type(page, "ini suratnya");
  await sent(page);
  open();
  await page.getByText("mengirim berkas").waitFor({ state: "detached" });
  await sent(page, 2);
  await page.context().close();
});

test("after a cut connection and a store that was down the file is brought again by itself", async () => {
  const { page, uploads } = await visit();
  let failures = 1;
  keeping = async () => {
    if (failures-- > 0) throw new Error("down");
  };
  await page.route("**/berkas?*", (route) => route.abort("connectionreset"), { times: 1 });
  await choose(page, pdf);
  await sent(page);
  expect(uploads.filter((path) => path === "/berkas")).toHaveLength(3);
  expect(kept).toHaveLength(1);
  await page.context().close();
});

test("a file whose acknowledgement got lost is kept once and shown as sent", async () => {
  const { page, uploads } = await visit();
  await page.route(
    "**/berkas?*",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await choose(page, { ...pdf, buffer: Buffer.alloc(2 ** 21, 1) });
  await sent(page);
  expect(uploads.filter((path) => path === "/berkas")).toHaveLength(2);
  expect(kept).toHaveLength(1);
  await page.context().close();
});

test("after four tries in vain it says so, and a tap tries again with the same message", async () => {
  const { page, uploads } = await visit();
  await page.clock.install();
  await page.route("**/berkas?*", (route) => route.abort("connectionreset"));
  await choose(page, pdf);
  await passTries(page, uploads, 4);
  await page.getByText("berkasnya belum terkirim").waitFor();
  expect(uploads.filter((path) => path === "/berkas")).toHaveLength(4);
  await page.unroute("**/berkas?*");
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await sent(page);
  expect(contentOf()).toBe("isi-surat");
  expect(new Set(desk.accepted.slice(-2).map(({ id }) => id)).size).toBe(1);
  expect(await page.locator(".bubble.me").count()).toBe(1);
  await page.context().close();
});

test("a file that is no longer wanted when it is tried again is not said to be sent", async () => {
  const { page } = await visit();
  await page.route("**/berkas?*", (route) => route.fulfill({ status: 404 }));
  await choose(page, pdf);
  await page.getByText("berkasnya belum terkirim").waitFor();
  wanted = false;
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await page.getByText("tidak bisa dikirim").waitFor();
  expect(kept).toEqual([]);
  await page.context().close();
});

test("a file that was on its way when the page was left has to be chosen anew, and the page says so", async () => {
  const { page } = await visit();
  await page.route("**/berkas?*", () => undefined);
  await choose(page, pdf);
  await page.getByText("mengirim berkas").waitFor();
  await page.reload();
  await page.getByText("berkasnya belum terkirim").waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Coba lagi" }).click(),
  ]);
  await page.unroute("**/berkas?*");
  await chooser.setFiles(pdf);
  await sent(page);
  expect(kept).toHaveLength(1);
  await page.context().close();
});

test("a large photo is brought in at most 1600 dots a side, the right way up", async () => {
  const { page, problems } = await visit();
  const large = await photo(page, "image/jpeg", true);
  expect(large.length).toBeGreaterThan(300_000);
  await choose(page, { name: "ktp.jpg", mimeType: "image/jpeg", buffer: large });
  await sent(page);
  const { content = new Uint8Array(), mime } = kept[0]?.file ?? {};
  expect(mime).toBe("image/jpeg");
  expect(sizeOf(content)).toEqual([1067, 1600]);
  expect(content.length).toBeLessThan(large.length);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a photo over 5 MB is made smaller before it is refused", async () => {
  const { page } = await visit();
  const buffer = Buffer.concat([await photo(page, "image/jpeg"), Buffer.alloc(5 * 2 ** 20)]);
  await choose(page, { name: "besar.jpg", mimeType: "image/jpeg", buffer });
  await sent(page);
  expect(sizeOf(kept[0]?.file.content ?? new Uint8Array())).toEqual([1600, 1067]);
  expect(desk.accepted.at(-1)?.message.media?.size).toBe(kept[0]?.file.content.length);
  await page.context().close();
});

test("what only calls itself a photo, and a small one, are brought as they are", async () => {
  const { page, problems } = await visit();
  const odd = Buffer.alloc(300_001, "bukan foto");
  const small = Buffer.from("foto kecil");
  await choose(page, { name: "a.jpg", mimeType: "image/jpeg", buffer: odd });
  await sent(page);
  await choose(page, { name: "b.png", mimeType: "image/png", buffer: small });
  await sent(page, 2);
  expect(kept.map(({ file }) => Buffer.from(file.content).equals(odd))).toEqual([true, false]);
  expect([contentOf(1), kept[1]?.file.mime]).toEqual(["foto kecil", "image/png"]);
  expect(problems).toEqual([]);
  await page.context().close();
});
