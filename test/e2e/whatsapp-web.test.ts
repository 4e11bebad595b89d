import { afterEach, beforeEach, expect, test } from "vitest";
import { readPng } from "../pictures/read-png.ts";
import { incomeOf, reckoning, typedUntil, wholeForm } from "../support/person.ts";
import {
  patience,
  soon,
  textsOf,
  type WhatsAppWebSite,
  whatsAppWebSite,
} from "../support/whatsapp-web-site.ts";

let site: WhatsAppWebSite;
beforeEach(async () => {
  site = await whatsAppWebSite();
});
afterEach(() => site.close());

test("paired by the picture from an empty store, a whole registration with the bot killed in the middle", async () => {
  await site.paired();
  const sri = site.server.person(1);
  sri.tells = ["delivered", "read"];
  const form = wholeForm();
  // There are no buttons: what is offered is typed, by its number too.
  form[1] = "1";
  for (const [index, text] of form.entries()) {
    await sri.send(text);
    if (index === 5 || index === 11) {
      await site.bots.at(-1)?.kill();
      site.start();
    }
    await sri.hears(patience);
  }
  await soon(() => /PYG-\d{5}-\d{5}-\d/.test(textsOf(sri).at(-1) ?? ""));
  const listed = await site.command("records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(1);
  // The number that WhatsApp told was offered, as text: there are no buttons here.
  expect(textsOf(sri).join("\n")).toContain("Pakai nomor ini, 0812-1000-0001?\n\n1. Ya, betul");
  // What was being sent when the bot was killed may have come twice.
  expect(sri.inbox.length).toBeLessThanOrEqual(form.length + 2);
  expect(site.server.mostOpen).toBe(1);
  site.expectSilence([sri]);
}, 300_000);

test("paired by a code; dropped connections, 515, 503 and a WhatsApp that is away: nothing lost, nothing twice, never two connections", async () => {
  const { server } = site;
  const bot = site.start({ WHATSAPP_WEB_NUMBER: `+${server.account.pn}` });
  const code = await site.code();
  await server.typeCode(code);
  const sri = server.person(2);
  const script = typedUntil("wilayah");
  const troubles: (() => unknown)[] = [
    () => server.dropConnection(),
    () => server.streamError(515),
    () => server.streamError(503),
    () => server.away(500),
  ];
  for (const [index, text] of script.entries()) {
    const trouble = index % 2 === 1 ? troubles[(index - 1) / 2] : undefined;
    if (index === 5) await trouble?.();
    await sri.send(text);
    if (index !== 5) await trouble?.();
    await sri.hears(patience);
  }
  await soon(() => textsOf(sri).at(-1)?.includes("usahanya apa"));
  expect(new Set(textsOf(sri)).size).toBe(script.length);
  expect(sri.inbox).toHaveLength(script.length);
  expect(server.mostOpen).toBe(1);
  site.expectSilence([sri], code, code.replace("-", ""));
  // An orderly end leaves the pairing as it is, and the connection closed.
  bot.child.kill("SIGTERM");
  expect(await bot.ended()).toBe(0);
  site.start();
  await sri.send("menu");
  await sri.hears(patience);
}, 300_000);

test("what people write while it is away is answered in order, once, and joined for each", async () => {
  const { server } = site;
  await site.paired();
  const people = Array.from({ length: 8 }, (_, i) => server.person(100 + i));
  for (const one of people) await one.send("halo");
  for (const one of people) await one.hears(patience);
  site.bots[0]?.child.kill("SIGTERM");
  await site.bots[0]?.ended();
  for (const round of [0, 1, 2])
    for (const [index, one] of people.entries()) await one.send(reckoning(index)[round] ?? "");
  site.start();
  await soon(() => people.every((one) => textsOf(one).at(-1)?.includes("Mau apa selanjutnya")));
  for (const [index, one] of people.entries()) {
    const said = textsOf(one).slice(1);
    expect(said.join("\n")).toContain(`Penghasilan per bulan: Rp${incomeOf(index)}`);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(new Set(said).size).toBe(said.length);
  }
  expect(server.pending.size).toBe(0);
  site.expectSilence(people);
}, 300_000);

test("unlinked on the telephone it forgets the pairing, asks for another, and people stay who they are", async () => {
  const { server } = site;
  await site.paired();
  const sri = server.person(3);
  for (const text of typedUntil("nik")) {
    await sri.send(text);
    await sri.hears(patience);
  }
  const before = server.logins;
  server.streamError(401, "conflict");
  const qr = await site.qr();
  expect(server.logins).toBeGreaterThan(before);
  server.scan(qr);
  await soon(async () => /Linked\./.test(await site.page()));
  await sri.send("sri contohsari", { by: "pn" });
  expect((await sri.hears(patience)).text).toContain("Dicatat. Nama: Sri Contohsari");
  expect(site.bots[0]?.complained()).toContain("whatsapp_web_unlinked");
  site.expectSilence([sri], ...(qr.split("#")[1] ?? "").split(",").slice(1, 4));
}, 300_000);

test("files come in, kept in a case, and the copy of one's data goes out as a document", async () => {
  const { server } = site;
  await site.paired();
  const sri = server.person(6);
  for (const text of typedUntil("setuju")) {
    await sri.send(text);
    await sri.hears(patience);
  }
  await sri.send("petugas");
  const number = /KSS-[\d-]+/.exec((await sri.hears(patience)).text)?.[0] ?? "";
  const photo = Buffer.alloc(70_000, "bunga");
  const sheet = Buffer.from("PK\u0003\u0004 lembar");
  await sri.sendFile("image", photo, { mimetype: "image/jpeg", caption: "ini KTP saya" });
  await sri.sendFile("document", sheet, {
    mimetype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileName: "anggota.xlsx",
  });
  const shown = async () => (await site.command("cases", "show", number)).out;
  await soon(async () => (await shown()).match(/kept/g)?.length === 2);
  const seen = await shown();
  expect(seen).toContain("ini KTP saya");
  expect(seen).toContain("anggota.xlsx");
  await site.command("cases", "close", number);
  await sri.hears(patience);
  await sri.send("salinan data");
  let copy = await sri.hears(patience);
  // What is said when the officer closes may come in two parts.
  while (!copy.message.documentMessage) copy = await sri.hears(patience);
  expect(copy.message.documentMessage?.fileName).toBe("data-saya.txt");
  expect((await sri.open(copy)).toString()).toContain("KSS-");
  site.expectSilence(
    [sri],
    "anggota.xlsx",
    "ini KTP saya",
    [...server.files.kept.keys()][0] ?? "-",
  );
}, 300_000);

test("the picture of a contribution comes by its number, with its amounts in words, before what may be done next", async () => {
  await site.paired();
  const sri = site.server.person(5);
  await sri.send("iuran jualan sayur penghasilan 2,5jt berapa");
  expect((await sri.hears(patience)).text).toContain("2. Lihat gambarnya");
  await sri.send("2");
  const heard = await sri.hears(patience);
  expect(heard.text).toMatch(
    /JKK \+ JKM Rp[\d.]+, JKK \+ JKM \+ JHT Rp[\d.]+.*bukan keputusan BPJS/s,
  );
  expect(heard.message.imageMessage?.mimetype).toBe("image/png");
  expect(readPng(await sri.open(heard))).toMatchObject({ width: 720, ended: true });
  expect((await sri.hears(patience)).text).toContain("1. Daftar dengan ini");
}, 300_000);
