import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { nowFrom } from "../../src/cli/io.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { makeSecureForms } from "../../src/conversation/secure-forms.ts";
import type { Session } from "../../src/engine/session.ts";
import { answers } from "../support/person.ts";
import { openBrowser, tap, visitPage } from "./browser.ts";
import { openRoom, type Room } from "./room.ts";

const publicUrl = "http://payung.test";
const nik = answers["nik"] ?? "";
let room: Room;
let browser: Browser;
let url: string;
/** How much later than now the pages' clock is, in ms. */
let later: number;
beforeAll(async () => {
  const channels = ["telegram", "whatsapp-cloud", "web"];
  const rule = {
    channels,
    only: ["whatsapp-cloud"],
    classes: ["identity" as const, "financial" as const],
    publicUrl,
  };
  [room, browser] = await Promise.all([openRoom({ secureForm: rule }), openBrowser()]);
  const { app, intake } = room;
  const { line, files, tickets } = app.store;
  const now = () => nowFrom(Date.now() + later);
  const secureForms = makeSecureForms({ book: () => app.book, line, intake, files, tickets, now });
  ({ url } = await room.start({ secureForms }));
});
beforeEach(() => {
  later = 0;
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

const somebody = (channel = "telegram"): Contact => ({
  channel,
  account: "bot",
  user: randomUUID(),
});

/** What a contact reads upon a message. */
async function hears(contact: Contact, text: string): Promise<string> {
  const at = new Date().toISOString();
  const conversation = room.app.conversation(Date.now);
  await conversation.receive(contact, randomUUID(), { kind: "message", at, text });
  return unread(contact);
}

async function unread(contact: Contact): Promise<string> {
  const parts = await room.mailbox.unsent(contact, 20);
  const ids = parts.map(({ id }) => id);
  await room.mailbox.shown(contact, ids);
  return parts.map(({ body }) => (body as { text: string }).text).join("\n");
}

/** What a contact reads where the NIK is asked. */
async function untilNik(contact: Contact): Promise<string> {
  await hears(contact, "daftar mandiri");
  return hears(contact, "setuju");
}

const linkIn = (text: string): string => {
  const [link = ""] = text.match(/http:\/\/payung\.test\/isi\/\S+/) ?? [];
  return link.replace(publicUrl, url);
};

async function nikOf(contact: Contact): Promise<unknown> {
  const session = (await room.app.store.line.peek(contact)) as Session | null;
  return session?.forms[0]?.marks["nik"]?.v;
}

/** What a browser gets that sends an answer, as the page itself would. */
const send = (link: string, jawaban: string): Promise<Response> =>
  fetch(link, {
    method: "POST",
    body: new URLSearchParams({ jawaban }),
    headers: { Origin: url, "Sec-Fetch-Site": "same-origin" },
  });

test("an identity number given on the page comes into the registration, and the chat goes on by itself", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  const { page, problems } = await visitPage(browser, link);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  expect(await page.locator("#question").textContent()).toContain("NIK");
  await page.getByLabel("Jawaban").fill("12345");
  await page.getByRole("button", { name: "Kirim" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("16");
  expect(await page.getByLabel("Jawaban").inputValue()).toBe("");
  expect(await nikOf(contact)).toBeUndefined();
  await page.getByLabel("Jawaban").fill(nik);
  await page.getByRole("button", { name: "Kirim" }).click();
  expect(await page.getByRole("status").textContent()).toContain("sudah masuk");
  await expect.poll(() => nikOf(contact)).toBe(nik);
  expect(await unread(contact)).not.toContain(nik);
  expect(problems).toEqual([]);
  await page.context().close();
}, 90_000);

test("looking at a link, as often as one likes, uses nothing up", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  for (let count = 0; count < 3; count++) expect((await fetch(link)).status).toBe(200);
  expect((await send(link, nik)).status).toBe(200);
  await expect.poll(() => nikOf(contact)).toBe(nik);
});

test("a link takes one answer: the second is refused, also where the question is asked again", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  await send(link, nik);
  await expect.poll(() => nikOf(contact)).toBe(nik);
  expect((await send(link, "3404074506850002")).status).toBe(410);
  const asked = await hears(contact, "ganti NIK");
  expect((await send(link, "3404074506850002")).status).toBe(410);
  expect(await nikOf(contact)).toBe(nik);
  expect((await send(linkIn(asked), "3404074506850002")).status).toBe(200);
  await expect.poll(() => nikOf(contact)).toBe("3404074506850002");
});

test("a link is dead after 15 minutes, and says how to get another", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  later = 15 * 60_000 + 1000;
  const shown = await fetch(link);
  expect(shown.status).toBe(410);
  expect(await shown.text()).toContain("ketik ULANG");
  expect((await send(link, nik)).status).toBe(410);
  expect(await nikOf(contact)).toBeUndefined();
  expect(linkIn(await hears(contact, "ulang"))).not.toBe(link);
});

test("a link changed by one letter, or made up, is not known", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  const at = link.length - 30;
  const forged = `${link.slice(0, at)}${link[at] === "A" ? "B" : "A"}${link.slice(at + 1)}`;
  for (const one of [forged, `${url}/isi/abc`, `${url}/isi/${"A".repeat(300)}`]) {
    expect((await fetch(one)).status).toBe(404);
    expect((await send(one, nik)).status).toBe(404);
  }
  expect(await nikOf(contact)).toBeUndefined();
});

test("a link of the web chat works in the browser that it was made for, and in no other", async () => {
  const { page } = await visitPage(browser, url);
  await tap(page, "Mulai");
  await tap(page, "Daftar sekarang");
  await tap(page, "Saya sendiri");
  const link = linkIn(await tap(page, "Setuju"));
  expect((await fetch(link)).status).toBe(404);
  expect((await send(link, nik)).status).toBe(404);
  await page.evaluate(`location.href = ${JSON.stringify(link)}`);
  await page.getByLabel("Jawaban").fill(nik);
  await page.getByRole("button", { name: "Kirim" }).click();
  await page.getByText("sudah masuk").waitFor();
  await page.goto(url);
  await page.getByText("nama lengkap").last().waitFor();
  await page.context().close();
}, 90_000);

test("another page can't send an answer for somebody who holds a link", async () => {
  const contact = somebody();
  const link = linkIn(await untilNik(contact));
  const headers = { Origin: "http://jahat.test", "Sec-Fetch-Site": "cross-site" };
  const body = new URLSearchParams({ jawaban: nik });
  expect((await fetch(link, { method: "POST", body, headers })).status).toBe(403);
  expect(await nikOf(contact)).toBeUndefined();
});

test("where identity numbers may not be typed, one typed is not kept, and the page is shown again", async () => {
  const contact = somebody("whatsapp-cloud");
  await untilNik(contact);
  const said = await hears(contact, `nik saya ${nik}`);
  expect(said).toContain("tidak Payung simpan");
  expect(said).not.toContain(nik);
  expect(await nikOf(contact)).toBeUndefined();
  expect((await send(linkIn(said), nik)).status).toBe(200);
  await expect.poll(() => nikOf(contact)).toBe(nik);
});

test("where no page is offered, the question stands alone and the number is typed", async () => {
  const contact = somebody("whatsapp-web");
  expect(await untilNik(contact)).not.toContain("/isi/");
  await hears(contact, nik);
  expect(await nikOf(contact)).toBe(nik);
});

test("a file sent on the page answers the question as one sent in the chat does, and what is none is told there", async () => {
  const contact = somebody();
  const script = readFileSync("test/transcripts/daftar_usaha/berkas.txt", "utf8");
  const typed = [...script.matchAll(/^>>? (.+)$/gm)].map(([, text = ""]) => text);
  let asked = "";
  for (const text of typed.slice(0, typed.indexOf("Minta templat") + 1))
    asked = await hears(contact, text);
  const link = linkIn(asked);
  const { page, problems } = await visitPage(browser, link);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  const choose = async (path: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByLabel("Pilih berkas").setInputFiles(path);
    await page.getByRole("button", { name: "Kirim" }).click();
  };
  await choose("test/transcripts/files/jalan.png");
  await page.getByText("bukan jenis yang bisa dibaca").waitFor();
  const big = Buffer.alloc(5 * 1024 * 1024 + 1, "a");
  await choose({ name: "besar.csv", mimeType: "text/csv", buffer: big });
  await page.getByText("Berkasnya 6 MB").waitFor();
  expect(await room.app.store.files.count(contact)).toBe(0);
  await choose("test/transcripts/files/bengkel-contoh.csv");
  await page.getByText("sudah masuk").waitFor();
  const answered = async () => {
    const session = (await room.app.store.line.peek(contact)) as Session | null;
    return String(
      session?.forms.find(({ flow }) => flow === "daftar_usaha")?.marks["daftar_berkas"]?.v,
    );
  };
  await expect.poll(answered).toContain("bengkel-contoh.csv");
  await room.app.conversation(Date.now).runJob();
  expect(await unread(contact)).toMatch(/NIK baru|seharusnya 16/);
  const again = await fetch(link, {
    method: "POST",
    body: new URLSearchParams({ jawaban: "x" }),
    headers: { Origin: url, "Sec-Fetch-Site": "same-origin" },
  });
  expect(again.status).toBe(410);
  expect(problems).toEqual([]);
  await page.context().close();
}, 90_000);
