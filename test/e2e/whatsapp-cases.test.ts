import { afterEach, beforeEach, expect, test } from "vitest";
import { typedUntil } from "../support/person.ts";
import { patience, soon, type WhatsAppSite, whatsAppSite } from "../support/whatsapp-site.ts";

let site: WhatsAppSite;
beforeEach(async () => {
  site = await whatsAppSite();
});
afterEach(() => site.close());

test("a case is opened, read and answered from the command line, its photo kept, and closed; the form goes on", async () => {
  const bot = site.start({
    PAYUNG_OPERATOR_NAME: "Dinas Contoh",
    PAYUNG_OPERATOR_CONTACT: "0000-0000-0000",
    PAYUNG_OFFICE_HOURS: "Mo-Fr 08:00-16:00",
  });
  await bot.url();
  site.graph.tells = ["sent", "delivered", "read"];
  const sri = site.person(3);
  for (const text of typedUntil("nik")) {
    sri.says(text);
    await sri.hears(1, patience);
  }
  sri.says("bicara petugas");
  const opened = await sri.hears(1, patience);
  expect(opened.text).toContain("Senin–Jumat 08.00–16.00 WIB");
  sri.says("NIK saya tidak terbaca");
  expect((await sri.hears(1, patience)).text).toContain("Sudah diteruskan");
  sri.sends({
    kind: "image",
    content: new Uint8Array([7, 7, 7]),
    mime: "image/jpeg",
    caption: "ini",
  });
  const shown = async () =>
    JSON.parse((await site.command("cases", "list", "--json")).out) as {
      cases: { number: string; unanswered: number; flow: string; step: string }[];
    };
  await soon(async () => (await shown()).cases[0]?.unanswered === 2);
  const [first] = (await shown()).cases;
  expect(first).toMatchObject({ flow: "daftar_mandiri", step: "nama" });
  const number = first?.number ?? "";
  await soon(async () => /kept/.test((await site.command("cases", "show", number)).out));
  const { code } = await site.command("cases", "reply", number, "Silakan", "lanjut,", "Bu.");
  expect(code).toBe(0);
  expect((await sri.hears(1, patience)).text).toBe("Petugas:\nSilakan lanjut, Bu.");
  const inClear = await site.command("cases", "show", number);
  expect(inClear.out).toContain("NIK saya tidak terbaca");
  await soon(async () => /read/.test((await site.command("cases", "show", number)).out));
  expect((await site.command("cases", "close", number)).code).toBe(0);
  expect((await sri.hears(1, patience)).text).toContain("sudah menutup");
  sri.taps("Lanjutkan isian");
  expect((await sri.hears(1, patience)).text).toContain("Siapa nama lengkap");
  sri.says("sri contohsari");
  expect((await sri.hears(1, patience)).text).toContain("Sri Contohsari");
  site.expectSilence(sri);
}, 300_000);

test.for(["answer", "status"] as const)(
  "an officer's reply after 24 hours asks the person by the template, waits for them, and is seen to wait (told by %s)",
  { timeout: 300_000 },
  async (windowBy) => {
    site.graph.windowBy = windowBy;
    site.graph.templates.add("ada_kabar/id");
    await site.start({ WHATSAPP_TEMPLATE: "ada_kabar:id" }).url();
    const sri = site.person(4);
    sri.says("petugas");
    const number = /KSS-[\d-]+/.exec((await sri.hears(1, patience)).text)?.[0] ?? "";
    const day = 86_400_000;
    site.graph.clock = () => Date.now() + 2 * day;
    await site.command("cases", "reply", number, "Maaf baru membalas.");
    expect((await sri.hears(1, patience)).template).toMatchObject({ name: "ada_kabar" });
    await soon(async () => /1 reply waits/.test((await site.command("cases", "list")).out));
    sri.says("ya, ada apa?");
    expect((await sri.hears(1, patience)).text).toContain("Maaf baru membalas.");
    await soon(async () => !/waits/.test((await site.command("cases", "list")).out));
    const { out } = await site.command("cases", "show", number);
    expect(out).toContain("ya, ada apa?");
  },
);
