import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "../support/bot.ts";
import { runOn } from "../support/payung.ts";
import { answers, incomeOf, reckoning, wholeForm } from "../support/person.ts";
import { startRedis } from "../support/redis-server.ts";
import { TgFake } from "../support/tg-fake.ts";

let folder: string;
let tg: TgFake;
let bots: Bot[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "payung-telegram-"));
  tg = await new TgFake().listen();
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await tg.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How long an answer may take on a busy machine, the bot's start included, in ms. */
const patience = 90_000;

/** The bot on this test's folder and Telegram. */
function start(extra: Record<string, string> = {}): Bot {
  const bot = startBot({
    PAYUNG_DATA: join(folder, "data"),
    TELEGRAM_TOKEN: tg.token,
    TELEGRAM_API_ROOT: tg.apiRoot,
    TELEGRAM_PER_SECOND: "1000",
    ...extra,
  });
  bots.push(bot);
  return bot;
}

const texts = (id: number): string[] =>
  tg.sent.filter(({ chat }) => chat.id === id).map(({ text }) => text ?? "");

async function until(holds: () => boolean, ms = 120_000): Promise<void> {
  for (const end = Date.now() + ms; !holds(); await sleep(20))
    if (Date.now() > end) throw new Error("waited in vain");
}

test("a whole registration through Telegram, with the bot killed and started again in the middle", async () => {
  start();
  const person = tg.user(77);
  const form = wholeForm(undefined, "/start");
  for (const [index, text] of form.entries()) {
    person.say(text);
    if (index === 5 || index === 11) {
      await bots.at(-1)?.kill();
      start();
    }
    await person.next(patience);
  }
  // What was being sent when the bot was killed may have come twice.
  await until(() => /PYG-\d{5}-\d{5}-\d/.test(texts(77).at(-1) ?? ""));
  const listed = await runOn(join(folder, "data"), "records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(1);
}, 300_000);

test("buttons, the own number and a point on the map answer, and the copy comes as a document", async () => {
  start();
  const person = tg.user(78);
  person.say("/daftar");
  person.tap(await person.next(patience), "Saya sendiri");
  const consent = await person.next(patience);
  person.tap(consent, "Setuju");
  await person.next(patience);
  for (const step of ["nik", "nama"]) {
    person.say(answers[step] ?? "");
    await person.next(patience);
  }
  const [born] = [tg.sent.at(-1)];
  if (born) person.tap(born, "Ya, betul");
  const phone = await person.next(patience);
  expect(JSON.stringify(phone.reply_markup)).toContain("request_contact");
  person.shareContact("6281200001234");
  await person.next(patience);
  for (const step of ["alamat", "wilayah", "pekerjaan"]) {
    person.say(answers[step] ?? "");
    await person.next(patience);
  }
  expect(JSON.stringify(tg.sent.at(-1)?.reply_markup)).toContain("request_location");
  person.shareLocation(-7.782912, 110.367083);
  expect((await person.next(patience)).text).toContain("-7.7829, 110.3671");
  for (const step of [
    "jam_kerja",
    "pekerjaan_dua",
    "penghasilan",
    "program",
    "bulan",
    "cabang",
    "pernyataan",
  ]) {
    person.say(answers[step] ?? "");
    await person.next(patience);
  }
  person.say("ya");
  await person.next(patience);
  person.say("salinan data");
  const copy = await person.next(patience);
  expect(copy).toMatchObject({ document: { file_name: "data-saya.txt" } });
}, 300_000);

test("what a thousand people write at once is answered, each in order, each their own", async () => {
  const people = Array.from({ length: 1000 }, (_, i) => tg.user(10_000 + i));
  for (const round of [0, 1, 2])
    for (const [index, person] of people.entries()) person.say(reckoning(index)[round] ?? "");
  const redis = await startRedis();
  start({ REDIS_URL: redis.url });
  await until(
    () => people.every(({ id }) => (texts(id).at(-1) ?? "").includes("Mau apa selanjutnya")),
    240_000,
  );
  for (const [index, { id }] of people.entries()) {
    const said = texts(id);
    expect(said.join("\n")).toContain(`Penghasilan per bulan: Rp${incomeOf(index)}`);
    // Joined as they arrived: three answers in at most three replies, none twice.
    expect(said.length).toBeLessThanOrEqual(3);
    expect(new Set(said).size).toBe(said.length);
  }
  expect(bots[0]?.complained()).toBe("");
  await bots[0]?.kill();
  await redis.stop();
}, 300_000);

/** Starts the bot; all of them begin the form and give their consent. */
async function agreed(people: readonly ReturnType<typeof tg.user>[]): Promise<void> {
  start();
  for (const [text, part] of [
    ["daftar sendiri", "Setuju datanya"],
    ["iya setuju", "Berapa NIK"],
  ] as const) {
    for (const person of people) person.say(text);
    await until(() => people.every(({ id }) => (texts(id).at(-1) ?? "").includes(part)));
  }
}

test("a day that the bot was away is caught up in order: whole forms, written line by line", async () => {
  const people = Array.from({ length: 15 }, (_, i) => tg.user(20_000 + i));
  const lasts = (part: string) =>
    until(() => people.every(({ id }) => (texts(id).at(-1) ?? "").includes(part)));
  await agreed(people);
  await bots.at(-1)?.kill();
  // What they must have read before they agree to it, nobody can write beforehand.
  const form = wholeForm().slice(4, -2);
  const now = Math.floor(Date.now() / 1000);
  for (const [index, text] of form.entries())
    for (const person of people)
      person.send({ text, date: now - 86_400 + Math.floor((index * 86_000) / form.length) });
  start();
  await lasts("Benar semua?");
  for (const person of people) person.say("benar semua");
  await lasts("Coba cek dulu");
  for (const person of people) person.say("ya");
  await lasts("PYG-");
  const listed = await runOn(join(folder, "data"), "records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(people.length);
}, 300_000);

test("several lines that belong together get one reply", async () => {
  start({ PAYUNG_PAUSE_MS: "1200" }); // as it is where nothing is set
  const person = tg.user(78);
  person.say("/start");
  await person.next(patience);
  for (const line of ["saya jualan sayur", "penghasilan 2 juta", "iurannya berapa?"])
    person.say(line);
  await person.next(patience);
  await sleep(2500);
  expect(texts(78)).toHaveLength(2);
}, 300_000);

test("what could not be sent for a while arrives in order, once", async () => {
  start();
  const person = tg.user(30_001);
  person.say("/start");
  await person.next(patience);
  tg.fail("sendMessage", "reset");
  tg.fail("sendMessage", { status: 502 });
  tg.fail("sendMessage", {
    error_code: 429,
    description: "Too Many Requests: retry after 1",
    parameters: { retry_after: 1 },
  });
  for (const text of reckoning(0)) {
    person.say(text);
    await sleep(300);
  }
  await until(() => (texts(30_001).at(-1) ?? "").includes("Mau apa selanjutnya"));
  const said = texts(30_001);
  expect(new Set(said).size).toBe(said.length);
  const at = (part: string) => said.findIndex((text) => text.includes(part));
  expect(at("untuk kejadian apa")).toBeLessThanOrEqual(at("penghasilan"));
  expect(at("penghasilan")).toBeLessThanOrEqual(at("Mau apa selanjutnya"));
}, 300_000);

test("killed again and again while it sends, it loses nothing and repeats at most one message a kill", async () => {
  const people = Array.from({ length: 20 }, (_, i) => tg.user(40_000 + i));
  const form = wholeForm().slice(4, 9);
  await agreed(people);
  // At the fourth time that a message is handed out it counts as the killer and is given up: three kills could do that to any.
  const kills = 2;
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill++) {
      await bots.at(-1)?.url();
      await sleep(700 + kill * 450);
      await bots.at(-1)?.kill();
      start();
    }
  })();
  for (const text of form) {
    for (const person of people) person.say(text);
    await sleep(500);
  }
  await killing;
  const lasts = () => people.map(({ id }) => texts(id).at(-1) ?? "");
  await until(() => lasts().every((text) => text.includes("kecamatan"))).catch(() => undefined);
  // Whoever is not there says where they are.
  expect(lasts().filter((text) => !text.includes("kecamatan"))).toEqual([]);
  for (const { id } of people) {
    const said = texts(id);
    expect(said.length - new Set(said).size).toBeLessThanOrEqual(kills);
  }
}, 300_000);

test("the webhook is registered with its secret, and takes what Telegram delivers", async () => {
  const port = 20_000 + (process.pid % 20_000);
  start({
    PAYUNG_PORT: String(port),
    PAYUNG_PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_INTAKE: "webhook",
  });
  await until(() => tg.webhook !== null);
  const person = tg.user(50_001);
  person.say("/start");
  expect((await person.next(patience)).text).toContain("Payung bukan BPJS");
  const forged = await fetch(`http://127.0.0.1:${port}/webhooks/telegram`, {
    method: "POST",
    body: "{}",
  });
  expect(forged.status).toBe(403);
}, 300_000);
