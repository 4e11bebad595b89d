import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GraphSent } from "../support/graph-fake-person.ts";
import { answers, incomeOf, reckoning, typedUntil, wholeForm } from "../support/person.ts";
import { startRedis } from "../support/redis-server.ts";
import {
  patience,
  soon,
  textsOf,
  type WhatsAppSite,
  whatsAppSite,
} from "../support/whatsapp-site.ts";

let site: WhatsAppSite;
beforeEach(async () => {
  site = await whatsAppSite();
});
afterEach(() => site.close());

test("a whole registration by typing, with the bot killed in the middle: nothing lost, nothing doubled", async () => {
  site.start();
  await site.bots[0]?.url();
  expect(await site.graph.verify()).toEqual({ status: 200, text: "1158201444" });
  const sri = site.person(1);
  const form = wholeForm();
  let before: string | undefined;
  for (const [index, text] of form.entries()) {
    sri.says(text);
    if (index === 4 || index === 11) {
      await site.bots.at(-1)?.kill();
      site.start();
    }
    // A repetition of the reply before is none to this message.
    await soon(() => textsOf(sri).length > 0 && textsOf(sri).at(-1) !== before);
    before = textsOf(sri).at(-1);
  }
  await soon(() => /PYG-\d{5}-\d{5}-\d/.test(textsOf(sri).at(-1) ?? ""));
  const listed = await site.command("records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(1);
  // What was being sent when the bot was killed may have come twice.
  expect(sri.inbox.length).toBeLessThanOrEqual(form.length + 2);
  site.expectSilence(sri);
}, 300_000);

test("a whole registration by buttons and rows, one message a turn, and no longer than before", async () => {
  site.start();
  await site.bots[0]?.url();
  const sri = site.person(2);
  const script: [string, string][] = [
    ...pairs("says", "halo"),
    ...pairs("taps", "Daftar sekarang", "Saya sendiri", "Setuju"),
    ...pairs("says", answers["nik"] ?? "", answers["nama"] ?? ""),
    ...pairs("taps", "Ya, betul", "Ya, betul"),
    ...[
      "alamat",
      "wilayah",
      "pekerjaan",
      "tempat_kerja",
      "jam_kerja",
      "pekerjaan_dua",
      "penghasilan",
    ].flatMap((step) => pairs("says", answers[step] ?? "")),
    ...pairs("taps", "JKK + JKM", "3 bulan", "Ya, betul", "Benar semua", "Sudah benar"),
  ];
  let last: GraphSent | undefined;
  for (const [how, what] of script) {
    sri[how as "says" | "taps"](what);
    last = await sri.hears(1, patience);
  }
  expect(last?.text).toMatch(/PYG-\d{5}-\d{5}-\d/);
  const bytes = sri.inbox.reduce(
    (sum, one) => sum + Buffer.byteLength(JSON.stringify(one.payload)),
    0,
  );
  const characters = sri.inbox.reduce((sum, { text }) => sum + text.length, 0);
  // Replies are charged one by one: a flow that needs more of them, or longer ones, must say so here.
  expect(sri.inbox).toHaveLength(script.length);
  // 20 with the questions who is registered and whether there is a second job; 4068 characters, 9595 bytes.
  expect(script).toHaveLength(20);
  expect(characters).toBeLessThanOrEqual(4100);
  expect(bytes).toBeLessThanOrEqual(9700);
  await soon(() => site.graph.marks.length > 0);
  site.expectSilence(sri);
}, 300_000);

const pairs = (how: "says" | "taps", ...all: string[]): [string, string][] =>
  all.map((what) => [how, what]);

test("what a thousand people write at once is answered, each in order, each their own", async () => {
  const people = Array.from({ length: 1000 }, (_, i) => site.person(10_000 + i));
  const redis = await startRedis();
  await site.start({ REDIS_URL: redis.url }).url();
  // Bodies overtake each other; whoever writes on has seen that the line before was delivered.
  for (const round of [0, 1, 2]) {
    for (const [index, one] of people.entries()) one.says(reckoning(index)[round] ?? "");
    await soon(() => site.graph.hook.idle);
  }
  await soon(
    () => people.every((one) => (textsOf(one).at(-1) ?? "").includes("Mau apa selanjutnya")),
    240_000,
  );
  await soon(() => site.graph.hook.idle);
  for (const [index, one] of people.entries()) {
    const said = textsOf(one);
    expect(said.join("\n")).toContain(`Penghasilan per bulan: Rp${incomeOf(index)}`);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(new Set(said).size).toBe(said.length);
  }
  await site.bots[0]?.kill();
  await redis.stop();
}, 300_000);

test("killed again and again while people talk, it loses no message and repeats at most one reply a kill", async () => {
  const people = Array.from({ length: 20 }, (_, i) => site.person(20_000 + i));
  site.start();
  const kills = 2;
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill++) {
      await site.bots.at(-1)?.url();
      await sleep(600 + kill * 450);
      await site.bots.at(-1)?.kill();
      site.start();
    }
  })();
  // WhatsApp promises no order for what it delivers again, so each writes when they have read the answer.
  await Promise.all(
    people.map(async (one) => {
      for (const [index, text] of typedUntil("wilayah").slice(1).entries()) {
        one.says(text);
        const heard = () =>
          textsOf(one)
            .at(-1)
            ?.includes(asked[index] ?? "");
        await soon(heard);
        await sleep(300);
      }
    }),
  );
  await killing;
  await soon(() => site.graph.hook.idle);
  for (const one of people) {
    const said = textsOf(one);
    expect(said.length - new Set(said).size).toBeLessThanOrEqual(kills);
  }
}, 300_000);

/** A word of each question that comes after the first answers. */
const asked = [
  "didaftarkan siapa",
  "Setuju datanya",
  "Berapa NIK",
  "nama lengkap",
  "tanggal lahirnya",
  "Pakai nomor ini",
  "alamat",
  "kecamatan",
  "usahanya apa",
];
