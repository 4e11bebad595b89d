import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/cli/app.ts";
import { plainFields } from "../../src/cli/records.ts";
import { play } from "../../src/cli/transcripts/play.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import { openTestApp } from "../support/app.ts";

const script = readFileSync("test/transcripts/daftar_usaha/berkas.txt", "utf8");
const at = "2026-11-22T03:00:00.000Z";
const contactOf = (user: string): Contact => ({ channel: "terminal", account: "test", user });

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test("the accepted rows of two files belong to the registration, with how many were left out, which officers and the owner see, and the list is gone", async () => {
  const owner = contactOf("owner");
  const { fault, written } = await play(app, "owner", script);
  expect(fault).toBeNull();
  const { records, registry, workers } = app.store;
  const [kept] = await records.ofContact(owner);
  expect(kept?.workers.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ nama: "Agus Susanto", tanggal_lahir: "1972-01-14", upah: 3_100_000 }),
    expect.objectContaining({ nama: "Budi Contoh", nik: "3404071207900003" }),
    expect.objectContaining({ nama: "Sri Contohsari" }),
    expect.objectContaining({ nama: "Imam Wijaya", nik: "1902012504059116" }),
  ]);
  expect(kept?.fields["baris_tertinggal"]).toBe(1);
  expect(await registry.list()).toMatchObject([{ segment: "usaha" as const, workers: 4 }]);
  const plain = new Set<string>();
  const shown = await registry.show(kept?.number ?? "", { by: "test", unmask: false, at, plain });
  expect(JSON.stringify(shown)).not.toMatch(/1902012504059116|Imam Wijaya/);
  expect(await workers.count(owner)).toBe(0);
  expect(JSON.stringify(await app.store.line.peek(owner))).not.toMatch(/Imam|1902012504059116/);
  // Nobody is told of somebody else's workers; officers see it.
  await play(app, "other", script);
  expect(written).not.toContain("Catatan:");
  const [theirs] = await records.ofContact(contactOf("other"));
  expect(theirs?.workers.every(({ sameIdentityElsewhere }) => sameIdentityElsewhere)).toBe(true);
  await records.erase("business.list.erase", owner, at);
  expect(await records.ofContact(owner)).toEqual([]);
}, 60_000);

test("LIHAT DATA names the workers of a list that is not handed in yet, SALINAN DATA tells each, their numbers masked, and the form", async () => {
  const owner = contactOf("half");
  const half = script.slice(0, script.indexOf("> lanjut dulu"));
  const { fault, written } = await play(app, "half", `${half}\n> lihat data\n\n> salinan data\n`);
  expect(fault).toBeNull();
  expect(await app.store.workers.count(owner)).toBe(4);
  const [shown = "", copy = ""] = written.slice(written.indexOf("> lihat data")).split("> salinan");
  expect(shown).toContain("Orang di dalam daftar: 4 (");
  expect(shown).toContain("Imam Wijaya");
  expect(shown).not.toContain("1902");
  expect(copy).toMatch(/Isian yang belum selesai:[\s\S]*Bengkel Contoh/);
  expect(copy).toMatch(/\d\. Imam Wijaya, NIK: 1902••••••••9116, /);
  expect(copy).toMatch(/Tanggal lahir: 25 April 2005/);
  expect(copy).not.toContain("1902012504059116");
}, 60_000);

test("staff of an agency belong to its registration, masked for officers who have no leave, and the list is gone", async () => {
  const officer = contactOf("officer");
  const before = new Set((await app.store.registry.list()).map(({ number }) => number));
  const file = "test/transcripts/daftar_pendamping/berkas.txt";
  expect((await play(app, "officer", readFileSync(file, "utf8"))).fault).toBeNull();
  const { records, registry, workers } = app.store;
  const [listed] = (await registry.list()).filter(({ number }) => !before.has(number));
  expect(listed).toMatchObject({ segment: "pendamping", flow: "daftar_pendamping", workers: 4 });
  const plain = plainFields(app);
  const shown = await registry.show(listed?.number ?? "", { by: "test", unmask: false, at, plain });
  expect(shown?.fields).toMatchObject({ jenis_instansi: "dinas", baris_tertinggal: 1 });
  expect(JSON.stringify(shown)).not.toMatch(
    /1902012504059116|Imam Wijaya|Dinas Koperasi|Rina|kasubag/i,
  );
  expect(await workers.count(officer)).toBe(0);
  await records.erase("agency.erase", officer, at);
  expect(await records.ofContact(officer)).toEqual([]);
}, 60_000);

test("a workbook's staff and members belong to one registration, each with their list, and both lists are gone", async () => {
  const secretary = contactOf("secretary");
  const file = "test/transcripts/daftar_koperasi/berkas.txt";
  const played = readFileSync(file, "utf8");
  const half = played.slice(0, played.indexOf(">> Kirim perbaikan"));
  expect((await play(app, "secretary-half", half)).fault).toBeNull();
  expect(await app.store.workers.count(contactOf("secretary-half"))).toBe(5);
  expect((await play(app, "secretary", played)).fault).toBeNull();
  const { records, workers } = app.store;
  const [kept] = await records.ofContact(secretary);
  expect(kept?.workers.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ daftar: "pekerja", nama: "Sari Andaian", upah: 2_500_000 }),
    expect.objectContaining({ daftar: "pekerja", nik: "3374021708850012", upah: 3_000_000 }),
    expect.objectContaining({ daftar: "anggota", nama: "Wati Khayali", pekerjaan: "pedagang" }),
    expect.objectContaining({ daftar: "anggota", pekerjaan: "peternak", penghasilan: 2_500_000 }),
    expect.objectContaining({ daftar: "anggota", nama: "Made Rekaan", program: "jkk_jkm" }),
    expect.objectContaining({ daftar: "anggota", nama: "Tono Andaian" }),
    expect.objectContaining({ daftar: "anggota", tanggal_lahir: "2001-06-02" }),
  ]);
  expect(kept?.fields["keterangan_berkas"]).toBe("yang dusun C menyusul ya");
  expect(await workers.count(secretary)).toBe(0);
  await records.erase("cooperative.list.erase", contactOf("secretary-half"), at);
  expect(await workers.count(contactOf("secretary-half"))).toBe(0);
}, 60_000);

test("the longest list of 10,000 rows is handed in whole", async () => {
  const contact = contactOf("many");
  const workers = Array.from({ length: 10_000 }, (_row, i) => {
    const nik = `31710441038${String(i).padStart(5, "0")}`;
    return { identity: nik, fields: { nik, nama: `Orang Contoh ${i}`, upah: 2_000_000 } };
  });
  const business = {
    flow: "daftar_usaha",
    segment: "usaha" as const,
    owner: "3404074506850002",
    business: "many",
    fields: {},
  };
  await app.store.records.submitBusiness("many.1", contact, { ...business, workers }, at);
  const listed = await app.store.registry.list();
  expect(listed.filter((one) => one.workers === 10_000)).toHaveLength(1);
}, 60_000);
