import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outlineOf, rowsOf } from "../../src/sheets/hucre.ts";
import { budi, officer, sri, time } from "../support/officer.ts";
import { people } from "../support/people.ts";

const { app, folder, run } = officer();
const [sari, tono, wati, , nur] = people;

const exported = (...args: string[]) => run(["records", "export", ...args, "--unmask"]);

const staffOf = ({ nama, nik, upah }: (typeof people)[number]) => ({ nama, nik, upah });

/** Whoever is registered by somebody with a NIK. */
const submit = (segment: "usaha" | "koperasi", nama: string, workers: readonly Person[]) =>
  app().store.records.submitBusiness(
    `of ${nama}`,
    segment === "usaha" ? budi : sri,
    {
      flow: `daftar_${segment}`,
      segment,
      ...{
        owner: sari.nik,
        business: nama,
        fields: { [`nama_${segment}`]: nama, badan_hukum: "BH-1" },
      },
      workers: workers.map((fields) => ({ identity: fields.nik, fields })),
    },
    time(1),
  );
type Person = { nik: string } & Record<string, string | number>;

test("a cooperative's staff stand among workers and its members among those who register alone, with whose members they are", async () => {
  const { nama, nik } = wati;
  const { number } = await submit("koperasi", "Koperasi Contoh", [
    { ...staffOf(tono), daftar: "pekerja" },
    { nama, nik, penghasilan: 2_000_000, program: "jkk_jkm", daftar: "anggota" },
  ]);
  const { number: other } = await submit("usaha", "Warung Contoh", [staffOf(nur)]);
  expect((await run(["records", "list"])).out.join("\n")).toMatch(/koperasi {2}2 people/);
  const shown = (await run(["records", "show", number])).out.join("\n");
  expect(shown).toMatch(/daftar: anggota/);
  expect(shown).not.toContain(wati.nik);

  expect((await exported("--out", "semua.xlsx", "--json")).json().sheets).toEqual([
    { name: "bpu", rows: 1 },
    { name: "usaha", rows: 1 },
    { name: "koperasi", rows: 1 },
    { name: "data_tk_baru", rows: 2 },
  ]);
  const all = await rowsIn("semua.xlsx");
  expect(all["bpu"]).toMatchObject([
    { nomor: number, nik: wati.nik, penghasilan: "2000000", wadah: "Koperasi Contoh" },
  ]);
  expect(all["bpu"]?.[0]).not.toHaveProperty("daftar");
  expect(all["koperasi"]).toMatchObject([
    { nomor: number, jumlah_pekerja: "1", jumlah_anggota: "1", baris_anggota: "2 s.d. 2" },
  ]);
  const [usaha] = all["usaha"] ?? [];
  const rows = [usaha, ...(all["koperasi"] ?? [])].map((row) => row?.["baris_pekerja"]);
  expect(rows.sort()).toEqual(["2 s.d. 2", "3 s.d. 3"]);
  expect(usaha?.["nomor"]).toBe(other);

  await exported(number, "--out", "satu.xlsx");
  const one = await rowsIn("satu.xlsx");
  expect(Object.keys(one)).toEqual(["bpu", "koperasi", "data_tk_baru"]);
  expect(one["data_tk_baru"]).toMatchObject([{ NAMA_LENGKAP: tono.nama }]);
});

test("a cooperative's legal number, by which it is found, is not corrected", async () => {
  const { number } = await submit("koperasi", "Koperasi Contoh", [
    { ...staffOf(tono), daftar: "pekerja" },
  ]);
  const corrected = await run(["records", "correct", number, "badan_hukum"]);
  expect(corrected.code).toBe(2);
  expect(corrected.err.join()).toContain("nama_koperasi");
});

/** Rows of each sheet of a workbook, by their columns. */
async function rowsIn(name: string): Promise<Record<string, Record<string, string>[]>> {
  const bytes = readFileSync(join(folder(), name));
  const found: Record<string, Record<string, string>[]> = {};
  for (const { name: sheet, index } of (await outlineOf(bytes)).sheets) {
    const [header, ...rows] = await rowsOf(bytes, index, 1000);
    const columns = (header?.cells ?? []).map(String);
    found[sheet] = rows.map(({ cells }) =>
      Object.fromEntries(columns.map((column, at) => [column, String(cells[at] ?? "")])),
    );
  }
  return found;
}
