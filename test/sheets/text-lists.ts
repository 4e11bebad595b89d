import { dmy, dotted, people, valuesOf } from "../support/people.ts";
import { type OwnersList, text } from "./owners-list.ts";

const [sari, budi, wati, joko, nur, made] = people;

/** Lists saved as .csv or .txt. */
export const textLists: OwnersList[] = [
  {
    name: "title lines, a number column, place and date in one cell, a total and a signature",
    bytes: text(
      "DATA KARYAWAN TOKO ROTI REKAAN;;;;;",
      "Jl. Khayalan No. 5, Telp 021-5550000;;;;;",
      ";;;;;",
      "NO;NAMA LENGKAP KARYAWAN;NIK KTP;TTL;GAJI/BLN;NO. HP/WA",
      `1;SARI ANDAIAN;${sari.nik};Bogor, ${dmy(sari.lahir)};Rp 2.500.000,-;${sari.hp}`,
      `2;BUDI TIRUAN;${budi.nik};Semarang, 17 Agustus 1985;Rp 3.000.000,-;${budi.hp}`,
      `3;WATI KHAYALI;${wati.nik};Surabaya, 25/12/78;Rp 2.750.000,-;${wati.hp}`,
      "JUMLAH;;;;Rp 8.250.000,-;",
      ";;;;;",
      "Mengetahui,;;;Bogor, 5 November 2026;;",
      "Pemilik;;;;;",
      "(Bu Sari);;;;;",
    ),
    wanted: { accepted: [5, 6, 7], ignored: [8, 10, 11, 12] },
    values: { 5: valuesOf(sari), 6: valuesOf(budi), 7: valuesOf(wati) },
  },
  {
    name: "English headers, tabs, UTF-16",
    bytes: Buffer.from(
      `\uFEFFFull Name\tID Card Number\tDate of Birth\tMonthly Salary\tMobile\r\n${[joko, nur]
        .map((p) => `${p.nama}\t${p.nik}\t${p.lahir}\t${p.upah}\t+62${p.hp.slice(1)}`)
        .join("\r\n")}\r\n`,
      "utf16le",
    ),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(joko), 3: valuesOf(nur) },
  },
  {
    name: "odd order, quotes with line breaks, a mark of UTF-8",
    bytes: text(
      "\uFEFFHandphone,Alamat,Upah (Rp),Nama,Tgl Lhr,No KTP",
      `${made.hp},"Jl. Khayalan 1\nRT 02/RW 03, Denpasar","4,000,000",Made Rekaan,11 Sept 1966,'${made.nik}`,
      `${nur.hp},"Gg. Andai ""Dua""","2,100,000",Nur Tuanku,2-6-01,'${nur.nik}`,
    ),
    wanted: { accepted: [2, 3] },
    values: { 2: valuesOf(made), 3: valuesOf(nur) },
  },
  {
    name: "Windows-1252 and bars",
    bytes: Buffer.from(
      `Nama|NIK|Tanggal Lahir|Upah|HP\nRen\u00E9 Andaian|${joko.nik}|29 Jan 1995|Rp\u00A02.250.000|${joko.hp}\n`,
      "latin1",
    ),
    wanted: { accepted: [2] },
    values: { 2: { ...valuesOf(joko), nama: "Ren\u00E9 Andaian" } },
  },
  {
    name: "misspelt headers below a line that tells the separator",
    bytes: text(
      "sep=;",
      "Nma Pegawe;No KTTP;Tggl Lhir;Gajih;Nmr HP",
      `${joko.nama};${joko.nik};29.01.1995;2.250.000;${joko.hp}`,
    ),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(joko) },
  },
  {
    name: "amounts in many forms",
    bytes: text(
      "Nama;NIK;Tgl Lahir;Upah;HP",
      `${sari.nama};${sari.nik};${sari.lahir};Rp 2.500.000,-;${sari.hp}`,
      `${budi.nama};${budi.nik};${budi.lahir};2,5jt;${budi.hp}`,
      `${wati.nama};${wati.nik};${wati.lahir};2500;${wati.hp}`,
      `${joko.nama};${joko.nik};${joko.lahir};100.000/hari;${joko.hp}`,
      `${nur.nama};${nur.nik};${nur.lahir};Rp3.000.000,00;${nur.hp}`,
      `${made.nama};${made.nik};${made.lahir};;${made.hp}`,
    ),
    wanted: {
      accepted: [2, 3, 6],
      rejected: { 4: "upah no_unit", 5: "upah not_monthly", 7: "upah empty" },
    },
    values: { 3: { ...valuesOf(budi), upah: 2_500_000 }, 6: { ...valuesOf(nur), upah: 3_000_000 } },
  },
  {
    name: "a second list in another order below, and a list of goods",
    bytes: text(
      "Nama,NIK,Tgl Lahir,Upah",
      `${sari.nama},${sari.nik},${dmy(sari.lahir, "/")},2500000`,
      ",,,",
      "Cabang dua,,,",
      "NIK,Nama,Gaji,Tanggal Lahir",
      `${budi.nik},${budi.nama},3000000,${dmy(budi.lahir, "/")}`,
      ",,,",
      "Kode,Nama Barang,Harga,Stok",
      "B01,Tepung,250000,12",
      "B02,Gula,180000,7",
    ),
    wanted: { accepted: [2, 6], ignored: [4, 8, 9, 10] },
    values: { 6: { ...valuesOf(budi), hp: null } },
  },
  {
    name: "an employee number called NIK beside the real one, and doubles",
    bytes: text(
      "NIK;Nama;No. KTP;Tgl Lahir;Tgl Masuk;Gaji Pokok;Tunjangan;Nama Ibu;HP",
      ...[sari, budi, sari, wati, budi].map(
        (p, at) =>
          `K-0${at};${p.nama};${p.nik};${dmy(p.lahir)};01-02-2020;${dotted(p.upah)};200.000;Ibu Andai;${p.hp}`,
      ),
    ),
    wanted: { accepted: [2, 3, 5], rejected: { 4: "nik duplicate", 6: "nik duplicate" } },
    values: { 2: valuesOf(sari), 5: valuesOf(wati) },
  },
];
