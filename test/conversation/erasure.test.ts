import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp } from "../../src/cli/app.ts";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { triedNumber } from "../../src/store/status-tries.ts";
import { allInDatabase, allOnRedis } from "../support/all-stored.ts";
import { testConfig } from "../support/app.ts";
import { wholeForm } from "../support/person.ts";
import { testCipher } from "../support/redis.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";
import { ownDatabase, TEST_KEY } from "../support/stores.ts";

const at = "2026-11-22T03:00:00Z";

/** What is invented for these tests alone, instead of what other tests share: names, numbers, places. */
const own: readonly (readonly [string, string])[] = [
  ["sri contohsari", "sri tandasatu"],
  ["Warung Bu Sri Contoh", "Warung Tandadua"],
  ["budi contoh", "budi tandatiga"],
  ["wati misal", "wati tandaempat"],
  ["joko contohnya", "joko tandalima"],
  ["Koperasi Contoh Sejahtera", "Koperasi Tandasepuluh"],
  ["dusun mawar", "dusun tandaenam"],
  ["jalan melati", "jalan tandatujuh"],
  ["pasar contoh", "pasar tandadelapan"],
  ["0812 0000 1234", "0812 7391 7391"],
  ["0812 0000 5678", "0812 7391 7392"],
  ["3404074506850002", "3404074506857391"],
  ["3404071207900003", "3404071207907392"],
  ["3404075208950004", "3404075208957393"],
  ["3404070303880005", "3404070303887394"],
  ["9120001234567", "9120007391739"],
  ["jam 5 pagi sampai jam 11", "jam 5 pagi di tandasembilan"],
];
const owned = (text: string): string =>
  own.reduce((said, [shared, mine]) => said.replaceAll(shared, mine), text);

/** What the person of a transcript sends. */
const sentIn = (file: string): string[] =>
  readFileSync(`test/transcripts/${file}`, "utf8")
    .split("\n")
    .flatMap((line) => /^>>? (.+)$/.exec(line)?.[1] ?? []);

/** Everything that Payung keeps of somebody comes about by these. */
const said = [
  ...wholeForm(),
  ...sentIn("daftar_usaha/lengkap.txt"),
  "menu",
  ...sentIn("daftar_koperasi/ketik.txt"),
  // a draft in the midst of it
  "daftarkan ibu saya",
  "setuju",
  "ya",
  "ibu tandasebelas",
  "menu",
  "lapor perusahaan",
  "belum",
  "catat",
  "PT Tandaduabelas, Sleman",
  "sejak tandatigabelas",
  "lewati",
  "ubah data",
  "PYG",
  "hp",
  "0813 7391 7393",
  "ya",
  "cabut persetujuan",
  "ya, tarik",
  "petugas",
  "pak, saya tandaempatbelas",
  "selesai",
].map(owned);

/** Words by which anything of the person is found, as they typed it or as it is kept. */
const marks = [
  ..."tandasatu tandadua tandatiga tandaempat tandalima tandaenam tandatujuh tandadelapan tandasembilan tandasepuluh".split(
    " ",
  ),
  ..."tandaduabelas tandatigabelas tandaempatbelas tandalimabelas tandaenambelas tandatujuhbelas tandadelapanbelas".split(
    " ",
  ),
  ..."81273917391 81273917392 0813-7391-7393 3404074506857391 3404071207907392 3404075208957393 9120007391739".split(
    " ",
  ),
];

let people = 0;

describe.each([["PostgreSQL"], ["PostgreSQL and Redis"]])("on %s", (place) => {
  let app: App;
  let conversation: Conversation;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  // what other tests keep on their Redis would be found too
  let redis: RedisServer | undefined;

  beforeAll(async () => {
    database = await ownDatabase();
    if (place !== "PostgreSQL") redis = await startRedis();
    const config = {
      ...{ ...testConfig, key: TEST_KEY },
      ...{ databaseUrl: database.url, redisUrl: redis?.url },
    };
    app = await openApp(config, config.dataDir);
    conversation = app.conversation(() => Date.parse(at));
    // Learning stops everything for a while; not in the middle of it.
    app.book.understand("halo");
  });
  afterAll(async () => {
    await app.close();
    await redis?.stop();
    await database.remove();
  });

  /** Everything that lies in the store, in clear and in small letters. */
  const stored = async () =>
    [...(await allInDatabase(database.url)), ...(redis ? await allOnRedis(redis.url) : [])].map(
      (value) => value.toLowerCase(),
    );
  const foundOf = (all: readonly string[], wanted: readonly string[]) =>
    wanted.filter((mark) => all.some((value) => value.includes(mark.toLowerCase())));

  test("after HAPUS DATA no column and no key holds anything of the person", async () => {
    const contact: Contact = { channel: "kept", account: "test", user: `alamatnya${people++}` };
    let told = "";
    let count = 0;
    const says = async (text: string) => {
      const body = { kind: "message", at, text } as const;
      const { turns } = await conversation.receive(contact, `m${count++}`, body);
      const parts = turns.flatMap((turn) => turn.parts);
      told += `\n> ${text}\n${parts.map(({ reply }) => reply.text).join("\n")}`;
    };
    for (const text of said)
      await says(text === "PYG" ? (/PYG-[\d-]+\d/.exec(told)?.[0] ?? text) : text);

    // What comes by files.
    const { store } = app;
    const name = "tandalimabelas.xlsx";
    const content = Buffer.from("tandaenambelas");
    const file = { name, kind: "sheet", mime: "text/csv", content } as const;
    await store.files.keep(contact, "key of the file", file, at);
    const row = { nik: "3404070303887394", upah: 2_000_000, nama: "tandalima" };
    expect(
      await store.workers.add("key of the list", contact, "list", { rows: [row], faults: [] }, at),
    ).toBe(true);

    const [number = ""] = /KSS-[\d-]+\d/.exec(told) ?? [];
    const entry = { media: { kind: "image", ref: "r", name: "tandatujuhbelas.jpg" } } as const;
    await store.cases.append("key of the entry", contact, number, entry, { urgent: false, at });
    const photo = {
      state: "kept",
      content: Buffer.from("tandadelapanbelas"),
      mime: "image/png",
    } as const;
    expect(await store.cases.keepFile(contact, "key of the entry", photo)).toBe(true);

    // Somebody else guesses at the registrations.
    const numbers = [...new Set(told.match(/PYG-[\d-]+\d/g))];
    const cases = [...new Set(told.match(/KSS-[\d-]+\d/g))];
    for (const [index, number] of numbers.entries()) {
      const guess = { key: `guess ${place} ${index}`, number, birthDate: "1999-01-01", at };
      const stranger: Contact = { channel: "kept", account: "test", user: `guesser${people++}` };
      expect(await store.records.findState(stranger, guess)).toEqual({ found: "no" });
    }
    const cipher = testCipher();
    const tries = numbers.map((number) => triedNumber(cipher, number));

    const address = "alamatnya";
    const wanted = [...marks, address, ...numbers, ...cases, ...tries];
    expect(numbers.length, told).toBeGreaterThanOrEqual(2);
    expect(cases.length, told).toBeGreaterThanOrEqual(2);
    // The search is not blind: all of it is found before.
    expect(foundOf(await stored(), wanted), told).toEqual(wanted);

    for (const text of ["hapus data", "ya"]) await says(text);
    expect(told.slice(-400)).toContain("HPS-");
    // Their address stays, encrypted, beside the answer that is still to be sent there.
    expect(foundOf(await stored(), wanted)).toEqual([address]);
  });
});
