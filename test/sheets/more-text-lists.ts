import { dmy, people, valuesOf } from "../support/people.ts";
import { type OwnersList, text } from "./owners-list.ts";

const [sari, budi, wati, joko, nur, made] = people;
/** The header of most lists here. */
export const usual = "Nama;NIK;Tgl Lahir;Upah;HP";
/** A person's row below it, with some cells written otherwise. */
export const line = (
  p: (typeof people)[number],
  change: Partial<Record<string, string>> = {},
): string =>
  [
    change["nama"] ?? p.nama,
    change["nik"] ?? p.nik,
    change["lahir"] ?? dmy(p.lahir),
    change["upah"] ?? p.upah,
    change["hp"] ?? p.hp,
  ].join(";");
const wide = (body: string, mark: boolean): Buffer =>
  Buffer.from(`${mark ? "\uFEFF" : ""}${body}`, "utf16le");

/** One trait of an owner's .csv each. */
export const moreTextLists: OwnersList[] = [
  {
    name: "place and date without a comma, header over two lines in quotes, stars and hints",
    bytes: text(
      'No.,"Nama Lengkap\n(sesuai KTP)*","NIK*\n(16 digit)","Tempat/\nTanggal Lahir","Gaji\nper bulan","No. HP\n(aktif)"',
      `1,${sari.nama},${sari.nik},Bogor 4 Maret 1990,"Rp 2.500.000,00",${sari.hp}`,
    ),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "UTF-16, big end first",
    bytes: wide(`${usual}\r\n${line(sari)}`, true).swap16(),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "UTF-16 without its mark",
    bytes: wide(`${usual}\r\n${line(sari)}\r\n${line(budi)}`, false),
    wanted: { accepted: [2, 3] },
    values: { 3: valuesOf(budi) },
  },
  {
    name: "a header in two lines, groups above",
    bytes: text(
      "No;Nama;Data Kependudukan;;Kelahiran;;Upah",
      ";;NIK;No KK;Tempat;Tgl;",
      `1;${sari.nama};${sari.nik};3201012001150007;Bogor;${dmy(sari.lahir)};2500000`,
    ),
    wanted: { accepted: [3] },
    values: { 3: { ...valuesOf(sari), hp: null } },
  },
  {
    name: "NIKs in many forms",
    bytes: text(
      usual,
      line(sari, { nik: "3201 0144 0390 0011" }),
      line(budi, { nik: "33.74.02.170885.0012" }),
      line(wati, { nik: `="${wati.nik}"` }),
      line(joko, { nik: `${joko.nik}.0` }),
      line(nur, { nik: `\`${nur.nik}` }),
      line(made, { nik: `NIK: ${made.nik}` }),
    ),
    wanted: { accepted: [2, 3, 4, 5, 6, 7] },
  },
  {
    name: "NIKs that are none",
    bytes: text(
      usual,
      line(sari, { nik: "32O1014403900011" }),
      line(sari, { nik: "32010144039000111" }),
      line(sari, { nik: "9901014403900011" }),
      line(sari, { nik: "3201019903900011" }),
      line(sari, { nik: "3201014403900000" }),
      line(sari, { nik: "1111111111111111" }),
      line(sari, { nik: "-" }),
      line(sari, { nik: "menyusul" }),
      line(sari, { nik: "3201012001200007" }),
    ),
    wanted: {
      accepted: [],
      rejected: {
        2: "nik not_digits",
        3: "nik too_long",
        4: "nik bad_region",
        5: "nik bad_date",
        6: "nik bad_serial",
        7: "nik bad_serial",
        8: "nik empty",
        9: "nik unclear",
        10: "nik looks_like_kk",
      },
    },
  },
  {
    name: "birth dates in many forms",
    bytes: text(
      usual,
      line(sari, { lahir: "4/3/90" }),
      line(budi, { lahir: "1985-08-17 00:00:00" }),
      line(wati, { lahir: "25121978" }),
      line(joko, { lahir: "34728" }),
      line(nur, { lahir: "Sabtu, 2 Juni 2001" }),
      line(made, { lahir: "11 Sep '66" }),
    ),
    wanted: { accepted: [2, 3, 4, 5, 6, 7] },
    values: Object.fromEntries(people.map((p, at) => [at + 2, valuesOf(p)])),
  },
  {
    name: "birth dates that are none",
    bytes: text(
      usual,
      line(sari, { lahir: "31-02-1990" }),
      line(budi, { lahir: "1985" }),
      line(wati, { lahir: "25-12-2078" }),
      line(joko, { lahir: "29-01-2015" }),
      line(nur, { lahir: "" }),
      line(made, { lahir: "11-09-1866" }),
    ),
    wanted: {
      accepted: [],
      rejected: {
        2: "tgl_lahir bad_date",
        3: "tgl_lahir unclear",
        4: "tgl_lahir future_date",
        5: "tgl_lahir too_young",
        6: "tgl_lahir empty",
        7: "tgl_lahir too_old",
      },
    },
  },
  {
    name: "a wage by the day in the header",
    bytes: text("Nama;NIK;Tgl Lahir;Upah per hari;HP", line(sari, { upah: "150000" })),
    wanted: { accepted: [], rejected: { 2: "upah not_monthly" } },
  },
  {
    name: "wages by the day and by the month side by side",
    bytes: text(
      "Nama;NIK;Tgl Lahir;Upah Harian;Gaji Bulanan;HP",
      `${sari.nama};${sari.nik};${sari.lahir};100.000;2.500.000;${sari.hp}`,
    ),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "a header that says thousands",
    bytes: text(
      "Nama;NIK;Tgl Lahir;Gaji (dalam ribuan);HP",
      line(sari, { upah: "2500" }),
      line(budi, { upah: "3.000" }),
    ),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(sari), 3: valuesOf(budi) },
  },
];
