import { people, serial, valuesOf } from "../support/people.ts";
import { inRows, workbook, type XmlCell } from "../support/workbook.ts";
import type { OwnersList } from "./owners-list.ts";

const [sari, budi, wati, joko] = people;
const usual = ["Nama", "NIK", "Tgl Lahir", "Upah", "HP"];
const row = (p: (typeof people)[number]): XmlCell[] => [
  p.nama,
  p.nik,
  { day: serial(p.lahir) },
  p.upah,
  p.hp,
];
const list = (rows: readonly (readonly XmlCell[])[], from = 1) =>
  workbook([{ name: "Sheet1", rows: inRows(rows, from) }]);

/** One trait of an owner's .xlsx each. */
export const moreWorkbookLists: OwnersList[] = [
  {
    name: "a list that begins far from the corner, below a letterhead",
    bytes: workbook([
      {
        name: "Data",
        merged: ["C2:H2", "C3:H3"],
        rows: {
          2: [null, null, "CV REKAAN JAYA"],
          3: [null, null, "Jalan Khayalan 10, Telp. (021) 5550000, HP 0812-1100-0099"],
          5: [null, null, "DAFTAR NAMA KARYAWAN DAN UPAH TAHUN 2026"],
          ...inRows(
            [usual, row(sari), row(budi)].map((cells) => [null, null, null, ...cells]),
            8,
          ),
        },
      },
    ]),
    wanted: { accepted: [9, 10] },
    values: { 9: valuesOf(sari) },
  },
  {
    name: "a cooperative's list with savings, loans and heirs beside the wage",
    bytes: list([
      ["Simpanan Pokok", "Nama", "Nama Ahli Waris", "NIK Ahli Waris", ...usual.slice(1)],
      ...[sari, budi].map((p) => [100_000, p.nama, wati.nama, wati.nik, ...row(p).slice(1)]),
    ]),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(sari), 3: valuesOf(budi) },
  },
  {
    name: "name and NIK, or wage and telephone, in each other's place",
    bytes: list([
      usual,
      row(sari),
      [budi.nik, budi.nama, ...row(budi).slice(2)],
      [wati.nama, wati.nik, { day: serial(wati.lahir) }, wati.hp, wati.upah],
    ]),
    wanted: { accepted: [2, 3, 4] },
    values: { 3: valuesOf(budi), 4: valuesOf(wati) },
  },
  {
    name: "people who died or left, and a father who did",
    bytes: list([
      [...usual, "Ket"],
      [`${sari.nama} (Alm)`, ...row(sari).slice(1)],
      [`Almh. ${budi.nama}`, ...row(budi).slice(1)],
      [...row(wati), "sudah keluar"],
      [`${joko.nama} bin Alm. Karto`, ...row(joko).slice(1), "keluar kota"],
    ]),
    wanted: {
      accepted: [5],
      rejected: { 2: "nama unclear", 3: "nama unclear", 4: "nama unclear" },
    },
  },
  {
    name: "rich text, days with a time, wages with cents",
    bytes: list([
      usual,
      [
        { rich: ["Sari ", "Andaian"] },
        sari.nik,
        { day: serial(sari.lahir) + 0.5 },
        2_500_000.4,
        sari.hp,
      ],
    ]),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "NIKs as numbers beyond what a number holds",
    bytes: list([
      usual,
      ["Yosef Rekaan", Number("9171021401720003"), "14-01-1972", 3_000_000, null],
    ]),
    wanted: { accepted: [], rejected: { 2: "nik damaged_by_excel" } },
  },
  {
    name: "two lists side by side: the left one counts",
    bytes: list([
      [...usual, null, ...usual],
      [...row(sari), null, ...row(wati)],
      [...row(budi), null, ...row(joko)],
    ]),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(sari), 3: valuesOf(budi) },
  },
  {
    name: "a small table of sums beside the list",
    bytes: list([
      [...usual, null, "Bagian", "Jumlah Karyawan", "Total Upah"],
      [...row(sari), null, "Dapur", 2, 5_500_000],
      [...row(budi), null, "Toko", 1, 2_750_000],
      [...row(wati)],
    ]),
    wanted: { accepted: [2, 3, 4] },
    values: { 2: valuesOf(sari), 4: { ...valuesOf(wati) } },
  },
  {
    name: "numbers of columns below the header",
    bytes: list([usual, ["(1)", "(2)", "(3)", "(4)", "(5)"], row(sari)]),
    wanted: { accepted: [3], ignored: [2] },
    values: { 3: valuesOf(sari) },
  },
  {
    name: "errors in cells",
    bytes: list([
      usual,
      [sari.nama, { error: "#REF!" }, { day: serial(sari.lahir) }, sari.upah, sari.hp],
      [budi.nama, budi.nik, { error: "#VALUE!" }, budi.upah, budi.hp],
      [{ error: "#N/A" }, wati.nik, { day: serial(wati.lahir) }, wati.upah, wati.hp],
    ]),
    wanted: {
      accepted: [],
      rejected: { 2: "nik unclear", 3: "tgl_lahir unclear", 4: "nama unclear" },
    },
  },
  {
    name: "everything as text, with spaces around",
    bytes: list([
      [" NAMA ", " N I K ", "TGL.LAHIR", "GAJI POKOK", "NO.TELP/HP"],
      ["  Sari   Andaian ", ` ${sari.nik} `, " 04-03-1990 ", " 2500000 ", ` ${sari.hp} `],
    ]),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "the same list on a visible copy and an example sheet",
    bytes: workbook([
      { name: "Contoh", rows: inRows([usual, row(joko)]) },
      { name: "Cabang", rows: inRows([usual, row(sari), row(budi)]) },
    ]),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "wages in millions and phones as numbers with a decimal",
    bytes: list([
      ["Nama", "NIK", "DOB", "Salary (juta)", "Mobile Phone"],
      [sari.nama, sari.nik, "1990/03/04", 2.5, "81211000011.0"],
    ]),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
];
