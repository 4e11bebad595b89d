import { dmy, people, serial, valuesOf } from "../support/people.ts";
import { inRows, workbook } from "../support/workbook.ts";
import type { OwnersList } from "./owners-list.ts";

const [sari, budi, wati, joko, nur, made] = people;

/** Lists saved as .xlsx. */
export const workbookLists: OwnersList[] = [
  {
    name: "a header in two lines with merged groups",
    bytes: workbook([
      {
        name: "Karyawan",
        merged: ["C1:D1", "E1:F1"],
        rows: {
          1: ["No", "Nama", "Identitas", null, "Kelahiran", null, "Upah Sebulan", "Kontak"],
          2: [null, null, "NIK", "No. KK", "Tempat", "Tanggal", "(Rp)", "No. WA"],
          3: [
            1,
            sari.nama,
            sari.nik,
            "3201012001100007",
            "Bogor",
            { day: serial(sari.lahir) },
            sari.upah,
            sari.hp,
          ],
          4: [
            2,
            budi.nama,
            budi.nik,
            "3374022001100008",
            "Semarang",
            { day: serial(budi.lahir) },
            budi.upah,
            budi.hp,
          ],
        },
      },
    ]),
    wanted: { accepted: [3, 4] },
    values: { 3: valuesOf(sari), 4: valuesOf(budi) },
  },
  {
    name: "NIKs that Excel has damaged",
    bytes: workbook([
      {
        name: "Sheet1",
        rows: inRows([
          ["Nama", "NIK", "Tgl Lahir", "Upah", "No HP"],
          [sari.nama, "3,20101E+15", dmy(sari.lahir), sari.upah, sari.hp],
          [budi.nama, 3374021708850010, dmy(budi.lahir), budi.upah, budi.hp],
          [wati.nama, "3.57804E+15", dmy(wati.lahir), wati.upah, wati.hp],
          [joko.nama, joko.nik, dmy(joko.lahir), joko.upah, joko.hp],
          [nur.nama, Number(nur.nik), dmy(nur.lahir), nur.upah, nur.hp],
        ]),
      },
    ]),
    wanted: {
      accepted: [5, 6],
      rejected: { 2: "nik damaged_by_excel", 3: "nik damaged_by_excel", 4: "nik damaged_by_excel" },
    },
  },
  {
    name: "instructions first, a hidden old sheet, the list third",
    bytes: workbook([
      {
        name: "Petunjuk",
        rows: { 1: ["Isi data di sheet Data"], 3: ["Nama sesuai KTP", "NIK 16 angka"] },
      },
      {
        name: "Lama",
        state: "hidden",
        rows: inRows([
          ["Nama", "NIK", "Tgl Lahir", "Upah"],
          ...people.map((p) => [p.nama, p.nik, p.lahir, p.upah]),
        ]),
      },
      {
        name: "Data",
        rows: inRows(
          [
            ["Nama Pekerja", "No. Identitas", "Tgl. Lahir", "Penghasilan / Bulan", "Telepon"],
            [made.nama, made.nik, "11/09/1966", "4 juta", "0878-1100-0016"],
          ],
          4,
        ),
      },
    ]),
    wanted: { accepted: [5] },
    values: { 5: valuesOf(made) },
  },
  {
    name: "no header at all",
    bytes: workbook([
      {
        name: "Sheet1",
        rows: inRows([
          [1, sari.nama, "Kasir", sari.nik, { day: serial(sari.lahir) }, sari.upah, sari.hp],
          [2, budi.nama, "Sopir", budi.nik, { day: serial(budi.lahir) }, budi.upah, budi.hp],
          [3, wati.nama, "Kasir", wati.nik, { day: serial(wati.lahir) }, wati.upah, wati.hp],
        ]),
      },
    ]),
    wanted: { accepted: [1, 2, 3] },
    values: { 1: valuesOf(sari), 3: valuesOf(wati) },
  },
  {
    name: "days counted from 1904",
    bytes: workbook(
      [
        {
          name: "Sheet1",
          rows: inRows([
            ["Nama", "NIK", "Tanggal Lahir", "Upah"],
            [sari.nama, sari.nik, { day: serial(sari.lahir) - 1462 }, sari.upah],
            [budi.nama, budi.nik, serial(budi.lahir) - 1462, budi.upah],
          ]),
        },
      ],
      { date1904: true },
    ),
    wanted: { accepted: [2, 3] },
    values: { 2: { ...valuesOf(sari), hp: null }, 3: { ...valuesOf(budi), hp: null } },
  },
  {
    name: "phones without their 0, stored results of formulas, errors",
    bytes: workbook([
      {
        name: "Sheet1",
        rows: inRows([
          ["NAMA", "NIK", "TGL LAHIR", "UPAH", "NO HP"],
          [
            sari.nama,
            sari.nik,
            { day: serial(sari.lahir) },
            { formula: "B1*2", result: 2500000 },
            81211000011,
          ],
          [budi.nama, budi.nik, { day: serial(budi.lahir) }, { error: "#N/A" }, 6281311000012],
          [
            wati.nama,
            wati.nik,
            { day: serial(wati.lahir) },
            { formula: "VLOOKUP(A1,X:Y,2,0)" },
            "(0857) 1100-0013",
          ],
          [
            joko.nama,
            joko.nik,
            { day: serial(joko.lahir) },
            2250000,
            "0819-1100-0014 / 082211000015",
          ],
          [nur.nama, nur.nik, { day: serial(nur.lahir) }, 2100000, "-"],
        ]),
      },
    ]),
    wanted: { accepted: [2, 5, 6], rejected: { 3: "upah unclear", 4: "upah empty" } },
    values: { 2: valuesOf(sari), 5: valuesOf(joko), 6: { ...valuesOf(nur), hp: null } },
  },
  {
    name: "sub-headings, subtotals, numbered empty rows",
    bytes: workbook([
      {
        name: "Sheet1",
        merged: ["A2:F2"],
        rows: inRows([
          ["No.", "Nama Karyawan", "NIK", "Tgl. Lahir", "Upah", "HP"],
          ["Bagian Produksi"],
          [1, sari.nama, sari.nik, { day: serial(sari.lahir) }, sari.upah, sari.hp],
          [2, budi.nama, budi.nik, { day: serial(budi.lahir) }, budi.upah, budi.hp],
          [null, "Sub Total", null, null, 5500000],
          [null, "Bagian Toko"],
          [3, wati.nama, wati.nik, { day: serial(wati.lahir) }, wati.upah, wati.hp],
          [4, "Tanpa Apa"],
          [5],
          [6],
          [null, "Total Karyawan: 4", null, null, { formula: "SUM(E3:E8)", result: 8250000 }],
        ]),
      },
    ]),
    wanted: { accepted: [3, 4, 7], rejected: { 8: "nik empty" }, ignored: [2, 5, 6, 9, 10, 11] },
  },
];
