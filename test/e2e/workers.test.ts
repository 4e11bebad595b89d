import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outlineOf, rowsOf } from "../../src/sheets/hucre.ts";
import { GraphFake } from "../support/graph-fake.ts";
import {
  heardUntil,
  type Owner,
  onTelegram,
  onWebChat,
  onWhatsAppCloud,
  onWhatsAppWeb,
} from "../support/owners.ts";
import { dmy, type Invented, people } from "../support/people.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";
import { TgFake } from "../support/tg-fake.ts";
import { settingsFor } from "../support/whatsapp-site.ts";
import { type WhatsAppWebSite, whatsAppWebSite } from "../support/whatsapp-web-site.ts";
import { inRows, workbook } from "../support/workbook.ts";
import { openBrowser, visitPage } from "../web/browser.ts";

// One bot on every channel, its sessions on Redis.
let tg: TgFake;
let graph: GraphFake;
let redis: RedisServer;
let site: WhatsAppWebSite;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [tg, graph, redis, browser] = await Promise.all([
    new TgFake().listen(),
    new GraphFake().listen(),
    startRedis(),
    openBrowser(),
  ]);
  site = await whatsAppWebSite({
    REDIS_URL: redis.url,
    TELEGRAM_TOKEN: tg.token,
    TELEGRAM_API_ROOT: tg.apiRoot,
    TELEGRAM_PER_SECOND: "1000",
    ...settingsFor(graph),
  });
  await site.paired();
  url = (await site.bots[0]?.url()) ?? "";
  graph.hook.url = `${url}/webhooks/whatsapp`;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await Promise.all([tg?.close(), graph?.close(), redis?.stop()]);
});

/** Two people with Payung on each channel. */
const owners: Record<string, (number: number) => Promise<Owner>> = {
  "the web chat": async () => {
    const { page } = await visitPage(browser, url);
    await page.getByRole("button", { name: "Mulai", exact: true }).waitFor();
    return onWebChat(page);
  },
  Telegram: async (number) => onTelegram(tg.user(700 + number)),
  "WhatsApp (Cloud API)": async (number) =>
    onWhatsAppCloud(
      graph.person({ bsuid: `ID.${700 + number}`, phone: `6281200000${700 + number}` }),
      graph,
    ),
  "WhatsApp (linked device)": async (number) => onWhatsAppWeb(site.server.person(number)),
};

const [sari, budi, wati, joko, nur] = people;

/** What is said or chosen, and words of what is read upon it. */
type Step = readonly ["says" | "chooses", string, RegExp];

async function talk(owner: Owner, steps: readonly Step[]): Promise<string> {
  let text = "";
  for (const [how, what, words] of steps) {
    await owner[how](what);
    ({ text } = await heardUntil(owner, words));
  }
  return text;
}

/** From the greeting to the workers. */
const business = (name: string): Step[] => [
  ["says", "halo", /Mau apa dulu/],
  ["chooses", "Daftar sekarang", /didaftarkan siapa/],
  ["chooses", "Pekerja saya", /Setuju datanya/],
  ["chooses", "Setuju", /Benar semua/],
  ["chooses", "Benar semua", /nama usahanya/],
  ["says", name, /bentuk usahanya/],
  ["chooses", "Milik perorangan", /alamat usahanya/],
  ["says", "jalan mawar 2", /kecamatan/],
  ["says", "depok sleman", /NIB/],
  ["chooses", "Lewati", /NPWP/],
  ["chooses", "Lewati", /di bidang apa/],
  ["chooses", "Warung, makanan", /sebesar apa/],
  ["chooses", "Mikro", /NIK pemilik/],
  ["says", sari.nik, /nama pemilik/],
  ["says", sari.nama.toLowerCase(), /4 Maret 1990/],
  ["chooses", "Ya, betul", /HP pemilik/],
  ["says", sari.hp, /surel/],
  ["chooses", "Lewati", /dihubungi/],
  ["chooses", "Ya", /Mau yang mana/],
];

/** One worker, typed. */
const worker = ({ nama, nik, upah }: Invented, tugas: string): Step[] => [
  ["says", nik, /Siapa nama/],
  ["says", nama, /Betul\?/],
  ["chooses", "Ya, betul", /nomor HP/],
  ["chooses", "Lewati", /upah/],
  ["says", String(upah), /Apa pekerjaan/],
  ["says", tugas, /Sejak kapan/],
  ["says", "1 maret 2024", /Ada lagi/],
];

/** From what it costs to the number. */
async function handedIn(owner: Owner): Promise<string> {
  await owner.chooses("Usaha saja dulu");
  await heardUntil(owner, /Coba cek dulu/);
  await owner.chooses("Sudah benar");
  const { text } = await heardUntil(owner, /PYG-/);
  await heardUntil(owner, /DAFTAR SENDIRI/);
  return /PYG-\d{5}-\d{5}-\d/.exec(text)?.[0] ?? "";
}

/** The rows of the first sheet of a workbook, as texts. */
async function rowsIn(content: Uint8Array): Promise<string[][]> {
  expect((await outlineOf(content)).sheets.length).toBeGreaterThan(0);
  const rows = await rowsOf(content, 0, 1000);
  return rows.map(({ cells }) => cells.map((cell) => (cell === null ? "" : String(cell))));
}

/** Names, NIKs and wages of a registration's workers, as officers export them. */
async function exported(number: string): Promise<string[][]> {
  const file = join(site.folder, `${number}.xlsx`);
  const { code } = await site.command("records", "export", number, "--unmask", "--out", file);
  expect(code).toBe(0);
  const [header = [], ...rows] = await rowsIn(readFileSync(file));
  const columns = ["NAMA_LENGKAP", "NOMOR_IDENTITAS", "UPAH"].map((name) => header.indexOf(name));
  return rows.map((row) => columns.map((at) => row[at] ?? ""));
}

const asExported = ({ nama, nik, upah }: Invented) => [nama, nik, String(upah)];

test.concurrent.for(Object.keys(owners))(
  "on %s an owner types the workers, from halo to the number",
  {
    timeout: 300_000,
  },
  async (channel) => {
    const owner = (await owners[channel]?.(1)) as Owner;
    const told = await talk(owner, [
      ...business(`Warung Ketik ${channel}`),
      ["chooses", "Ketik satu-satu", /Pekerja ke-1/],
      ...worker(budi, "juru masak"),
      ["chooses", "Tambah pekerja", /Pekerja ke-2/],
      ...worker(wati, "pelayan"),
      ["chooses", "Sudah semua", /sekalian daftarkan/],
    ]);
    expect(told).toMatch(/Iuran per bulan[\s\S]+Budi Tiruan[\s\S]+Rp[\d.]+ per bulan/);
    const number = await handedIn(owner);
    expect(await exported(number)).toEqual([budi, wati].map(asExported));
  },
);

test.concurrent.for(Object.keys(owners))(
  "on %s an owner fills in the template, mends the rows that come back, and all are registered",
  { timeout: 300_000 },
  async (channel) => {
    const owner = (await owners[channel]?.(2)) as Owner;
    await talk(owner, business(`Warung Berkas ${channel}`));
    await owner.chooses("Minta templat");
    const template = await heardUntil(owner, /kirim daftarnya/);
    const [header = []] = await rowsIn(template.file?.content ?? Buffer.alloc(0));
    const rowOf = ({ nama, nik, lahir, upah, hp }: Invented, at: number) => [
      ...[String(at), nama, nik, dmy(lahir), String(upah), hp],
    ];
    const rows = [budi, wati, joko, nur].map(rowOf);
    const sent = rows.map((row, at) => (at % 2 === 0 ? row : row.with(2, nur.nik.slice(0, 15))));
    await owner.sends({ name: "warung.xlsx", content: workbookOf([header, ...sent]) });
    const first = await heardUntil(owner, /Mau kirim perbaikannya/);
    const [remarked = [], ...bad] = await rowsIn(first.file?.content ?? Buffer.alloc(0));
    expect(bad.map((row) => row[1])).toEqual([wati.nama, nur.nama]);
    expect(remarked).toHaveLength(header.length + 1);
    for (const row of bad) expect(row.at(-1)).toContain("baru 15 angka");
    await owner.chooses("Kirim perbaikan");
    await heardUntil(owner, /kirim daftarnya/);
    const mended = bad.map((row, at) => row.with(2, [wati, nur][at]?.nik ?? ""));
    await owner.sends({ name: "perbaikan.xlsx", content: workbookOf([remarked, ...mended]) });
    const { text } = await heardUntil(owner, /sekalian daftarkan/);
    expect(text).toMatch(/Iuran per bulan untuk 4 pekerja[\s\S]+Rp[\d.]+ per bulan/);
    const number = await handedIn(owner);
    expect((await exported(number)).toSorted()).toEqual(
      [budi, wati, joko, nur].map(asExported).toSorted(),
    );
  },
);

const workbookOf = (rows: readonly string[][]): Buffer =>
  workbook([{ name: "Daftar", rows: inRows(rows) }]);

test("nothing of owners and workers stands in what the bot printed", () => {
  const printed = site.bots.map((bot) => bot.printed() + bot.complained()).join("\n");
  for (const { nama, nik, hp } of people)
    for (const word of [nama, nik, hp.slice(1)]) expect(printed).not.toContain(word);
});
