import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outlineOf, parseRows, rowsOf } from "../../src/sheets/hucre.ts";
import { openedByLibreOffice } from "../support/libreoffice.ts";
import { budi, officer, sri, time } from "../support/officer.ts";
import { dmy, people } from "../support/people.ts";

const { app, folder, run } = officer();
const [sari, tono, wati, joko, nur] = people;
type Invented = (typeof people)[number];
type Worker = { nama: string; nik: string } & Record<string, string | number>;

const workerOf = ({ nama, nik, lahir, upah, hp }: Invented): Worker => ({
  nama,
  nik,
  tanggal_lahir: lahir,
  hp: `+62${hp.slice(1)}`,
  upah,
  tugas: "jaga toko",
  mulai_kerja: "2024-02-01",
});

async function business(
  workers: readonly Worker[],
  { name = "Warung Contoh", at = time(1), segment = "usaha" as "usaha" | "pendamping" } = {},
) {
  const { number } = await app().store.records.submitBusiness(
    `business-${name}`,
    sri,
    {
      flow: "daftar_usaha",
      segment,
      owner: sari.nik,
      business: name,
      fields: { nama_usaha: name, bentuk: "perorangan", nik: sari.nik, nama: sari.nama },
      workers: workers.map((fields) => ({ identity: fields.nik, fields })),
    },
    at,
  );
  return number;
}

async function alone(fields: Record<string, string | number | boolean> = {}, at = time(2)) {
  const { nama, nik, lahir } = joko;
  const { number } = await app().store.records.submit(
    `alone-${at}`,
    budi,
    {
      flow: "daftar_mandiri",
      segment: "mandiri",
      identity: nik,
      fields: { nik, nama, tanggal_lahir: lahir, penghasilan: 2_250_000, wakil: false, ...fields },
    },
    at,
  );
  return number;
}

const outTo = (name: string, ...more: string[]) => ["--out", name, ...more];
const path = (name: string) => join(folder(), name);
const exported = (...args: string[]) => run(["records", "export", ...args]);
const letters = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z AA AB AC AD".split(" ");
/** A row of SIPP's by the letters of its filled columns. */
const sippRow = (cells: Record<string, string>) => letters.map((letter) => cells[letter] ?? "");

const sippHeader = [
  ..."NO_PEGAWAI NAMA_LENGKAP GELAR TELEPON_AREA_RUMAH TELEPON_RUMAH TELEPON_AREA_KANTOR".split(
    " ",
  ),
  ..."TELEPON_KANTOR TELEPON_EXT_KANTOR HANDPHONE EMAIL TEMPAT_LAHIR TANGGAL_LAHIR".split(" "),
  ..."NAMA_IBU_KANDUNG JENIS_IDENTITAS NOMOR_IDENTITAS MASA_LAKU_IDENTITAS JENIS_KELAMIN".split(
    " ",
  ),
  ..."SURAT_MENYURAT_KE TANGGAL_KEPESERTAAN STATUS_KAWIN GOLONGAN_DARAH NPWP KODE_NEGARA".split(
    " ",
  ),
  ..."UPAH ALAMAT KODE_POS LOKASI_PEKERJAAN STATUS_PEGAWAI TGL_AWAL_BEKERJA TGL_AKHIR_KONTRAK".split(
    " ",
  ),
];

/** Names that a spreadsheet would take for something else, and the cell that they must be. */
const tricky = [
  ['=HYPERLINK("http://x.invalid","Nur")', `'=HYPERLINK("http://x.invalid","Nur")`],
  ["+1", "+1"],
  ["@x", "'@x"],
  ["-2+3", "'-2+3"],
  ["\t=1+1", "'=1+1"],
  ["0012", "0012"],
  ["1e5", "1e5"],
  ["1-2", "1-2"],
  ["TRUE", "TRUE"],
  ['Siti, "Ibu" & <Nur>;', 'Siti, "Ibu" & <Nur>;'],
  ["Nur\u0000\u0001\nBaris", "Nur Baris"],
  ["Nur_x0041_", "Nur_x0041_"],
  ["'Aisyah", "'Aisyah"],
  ["Jamâ‘ah 👩‍🌾", "Jamâ‘ah 👩‍🌾"],
] as const;

test("LibreOffice reads of a business its workers in the columns of SIPP, every cell as text, none as a formula", async () => {
  const chat = tricky.map(([nama], at) => ({
    nama,
    nik: `32710112019000${String(at + 10)}`,
  }));
  const { nama, nik, lahir, upah } = wati;
  const listed = { nama, nik, tanggal_lahir: lahir, upah };
  const number = await business([workerOf(tono), ...chat, listed]);
  const one = await exported(number, ...outTo("usaha.xlsx", "--unmask"));
  expect(one.code).toBe(0);

  await alone({ nama: "=1+1", hp: "+6281211000011", mulai: "2026-12", angkutan: true });
  await business([], { name: "Tanpa Pekerja", at: time(3) });
  const all = await exported(...outTo("semua.xlsx", "--unmask", "--json"));
  expect(all.json()).toEqual({
    file: path("semua.xlsx"),
    registrations: 3,
    unmasked: true,
    sheets: [
      { name: "bpu", rows: 1 },
      { name: "usaha", rows: 2 },
      { name: "data_tk_baru", rows: chat.length + 2 },
    ],
  });

  const read = openedByLibreOffice([path("usaha.xlsx"), path("semua.xlsx")]);
  expect(Object.keys(read).sort()).toEqual([
    "semua/bpu",
    "semua/data_tk_baru",
    "semua/usaha",
    "usaha/data_tk_baru",
  ]);
  // a number or a date would stand there without quotes
  for (const text of Object.values(read))
    expect(text.replace(/"(?:[^"]|"")*"/g, "")).toMatch(/^[,\n]*$/);
  const sipp = parseRows(read["usaha/data_tk_baru"] ?? "", ",");
  expect(sipp).toEqual([
    sippHeader,
    sippRow({
      ...{ B: tono.nama, I: tono.hp, L: dmy(tono.lahir), N: "KTP", O: tono.nik, Q: "L" },
      ...{ X: String(tono.upah), AC: "01-02-2024" },
    }),
    ...tricky.map(([, cell], at) => sippRow({ B: cell, N: "KTP", O: chat[at]?.nik ?? "", Q: "L" })),
    sippRow({ B: nama, L: dmy(lahir), N: "KTP", O: nik, Q: "P", X: String(upah) }),
  ]);
  expect(parseRows(read["semua/data_tk_baru"] ?? "", ",")).toEqual(sipp);

  const [bpuHead = [], bpu = []] = parseRows(read["semua/bpu"] ?? "", ",");
  const byColumn = Object.fromEntries(bpuHead.map((column, at) => [column, bpu[at]]));
  expect(byColumn).toMatchObject({
    ...{ dikirim: "22-11-2026", status: "submitted", ganda: "tidak", nik: joko.nik, nama: "'=1+1" },
    ...{ tanggal_lahir: dmy(joko.lahir), hp: "081211000011", penghasilan: "2250000" },
    ...{ angkutan: "ya", wakil: "tidak", alamat: "", mulai: "2026-12" },
  });
  const usaha = parseRows(read["semua/usaha"] ?? "", ",");
  expect(usaha[0]?.slice(0, 5)).toEqual(["nomor", "dikirim", "status", "ganda", "nama_usaha"]);
  expect(usaha.slice(1).map((row) => [row[0], row[4], ...row.slice(-3)])).toEqual([
    [number, "Warung Contoh", String(chat.length + 2), `2 s.d. ${chat.length + 3}`, ""],
    [expect.stringMatching(/^PYG-/), "Tanpa Pekerja", "0", "", ""],
  ]);
}, 120_000);

test("an export is masked; in clear it is written to the audit log, with who and which number and nothing else", async () => {
  const number = await business([workerOf(tono)]);
  const other = await alone();
  await exported(number, ...outTo("samar.xlsx"));
  expect((await run(["records", "audit", "--json"])).json()).toEqual([]);
  const cells = await textOf("samar.xlsx");
  for (const secret of [
    tono.nama,
    tono.nik,
    tono.lahir,
    dmy(tono.lahir),
    tono.hp.slice(1),
    "2500000",
  ])
    expect(cells).not.toContain(secret);
  expect(cells).toContain("••-••-1985");
  expect(cells).toContain(`${tono.nik.slice(0, 4)}••••••••${tono.nik.slice(12)}`);

  await exported(...outTo("jelas.xlsx", "--unmask", "--by", "Rina"));
  expect(await textOf("jelas.xlsx")).toContain(tono.nik);
  const entries = (await run(["records", "audit", "--json"])).json();
  expect(entries).toEqual(
    [number, other].map((subject) => ({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      action: "registration.export",
      subject,
      by: expect.stringMatching(/^Rina \(.+\)$/),
    })),
  );
  const { out } = await run(["records", "audit"]);
  expect(out).toHaveLength(2);
  expect(out[0]).toContain(`registration.export  ${number}  Rina (`);
});

test("the file is for this user alone, and replaces nothing unless it is told to", async () => {
  const number = await business([workerOf(nur)]);
  expect((await exported(number, ...outTo("a.xlsx"))).code).toBe(0);
  expect(statSync(path("a.xlsx")).mode & 0o777).toBe(0o600);
  const before = readFileSync(path("a.xlsx"));

  const again = await exported(number, ...outTo("a.xlsx", "--unmask"));
  expect(again).toMatchObject({ code: 1, out: [] });
  expect(again.err.join()).toContain("--force");
  expect(readFileSync(path("a.xlsx"))).toEqual(before);
  expect((await run(["records", "audit", "--json"])).json()).toEqual([]);

  chmodSync(path("a.xlsx"), 0o644);
  writeFileSync(path("lain"), "lama");
  symlinkSync(path("lain"), path("tautan.xlsx"));
  symlinkSync(path("belum-ada"), path("kosong.xlsx"));
  expect((await exported(number, ...outTo("a.xlsx", "--force"))).code).toBe(0);
  expect((await exported(number, ...outTo("tautan.xlsx", "--force"))).code).toBe(0);
  expect((await exported(number, ...outTo("kosong.xlsx"))).code).toBe(1);
  for (const name of ["a.xlsx", "tautan.xlsx"])
    expect(statSync(path(name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(path("lain"), "utf8")).toBe("lama");
});

test("without a number come all registrations or those of the last days; what can't be is refused", async () => {
  expect(await exported(...outTo("nol.xlsx"))).toMatchObject({ code: 1, out: [] });
  await business([workerOf(nur)], { at: "2026-11-01T03:00:00.000Z" });
  const sheets = async (...args: string[]) =>
    (await exported(...args, ...outTo("a.xlsx", "--force", "--json")))
      .json()
      .sheets.map(({ name }: { name: string }) => name);
  expect(await sheets()).toEqual(["usaha", "data_tk_baru"]);
  const number = await alone();
  expect(await sheets()).toEqual(["bpu", "usaha", "data_tk_baru"]);
  expect(await sheets("--days", "7")).toEqual(["bpu"]);

  const staff = await business([workerOf(wati)], { name: "Dinas", segment: "pendamping" });
  expect(await sheets()).toEqual(["bpu", "usaha", "instansi", "data_tk_baru"]);
  expect(await sheets(staff)).toEqual(["data_tk_baru"]);

  const both = [number, ...outTo("b.xlsx", "--days", "7")];
  for (const args of [[], outTo("b.csv"), outTo("b.xlsx", "--days", "0"), both])
    expect((await exported(...args)).code).toBe(2);
  expect((await exported("PYG-00000-00000-1", ...outTo("b.xlsx"))).code).toBe(1);
  expect((await exported(number, ...outTo("tidak/ada/b.xlsx"))).err.join()).toContain("written");
});

/** All texts of a workbook, one a line. */
async function textOf(name: string): Promise<string> {
  const bytes = readFileSync(path(name));
  const { sheets } = await outlineOf(bytes);
  const rows = await Promise.all(sheets.map(({ index }) => rowsOf(bytes, index, 1000)));
  return rows.flatMap((sheet) => sheet.flatMap(({ cells }) => cells)).join("\n");
}
