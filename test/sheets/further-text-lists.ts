import { dmy, people, valuesOf } from "../support/people.ts";
import { line, usual } from "./more-text-lists.ts";
import { type OwnersList, text } from "./owners-list.ts";

const [sari, budi, wati, joko, nur, made] = people;

/** One more trait of an owner's .csv each. */
export const furtherTextLists: OwnersList[] = [
  {
    name: "no header, semicolons",
    bytes: text(line(sari), line(budi), line(wati)),
    wanted: { accepted: [1, 2, 3] },
    values: { 2: valuesOf(budi) },
  },
  {
    name: "names with titles, capitals, numbers in front",
    bytes: text(
      usual,
      line(sari, { nama: "HJ. SITI NUR'AINI, S.PD" }),
      line(budi, { nama: "2. Ahmad Sudah" }),
      line(wati, { nama: "i wayan rekaan" }),
      line(joko, { nama: "Joko2" }),
      line(nur, { nama: "" }),
    ),
    wanted: { accepted: [2, 3, 4], rejected: { 5: "nama digits_in_name", 6: "nama empty" } },
    values: { 3: { nama: "Ahmad Sudah" }, 4: { nama: "I Wayan Rekaan" } },
  },
  {
    name: "the last digit of every NIK lost before it was saved as text",
    bytes: text(
      usual,
      ...[sari, budi, wati, joko].map((p) => line(p, { nik: `${p.nik.slice(0, 15)}0` })),
    ),
    wanted: {
      accepted: [],
      rejected: Object.fromEntries([2, 3, 4, 5].map((row) => [row, "nik damaged_by_excel"])),
    },
  },
  {
    name: "month before day, as the NIKs tell",
    bytes: text(
      usual,
      line(sari, { lahir: "3/4/1990" }),
      line(budi, { lahir: "8/17/1985" }),
      line(nur, { lahir: "6/2/2001" }),
    ),
    wanted: { accepted: [2, 3, 4] },
    values: { 2: valuesOf(sari), 3: valuesOf(budi), 4: valuesOf(nur) },
  },
  {
    name: "columns of other people and numbers",
    bytes: text(
      "Nama Ibu Kandung;No. KK;No Rekening;Nama Bank;HP Darurat;Tgl Masuk;Karyawan;Nomor KTP;Lahir;Gaji;Kontak",
      `Ibu Andai;3201012001150007;3201014403900099;Bank Rekaan;081299990000;01-02-2020;${sari.nama};${sari.nik};${dmy(sari.lahir)};2500000;${sari.hp}`,
    ),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "the header again on every page",
    bytes: text(
      usual,
      line(sari),
      usual,
      line(budi),
      "Halaman 2;;;;",
      usual.toUpperCase(),
      line(wati),
    ),
    wanted: { accepted: [2, 4, 7], ignored: [5] },
  },
  {
    name: "old line ends, short and long rows",
    bytes: Buffer.from(
      [usual, `${sari.nama};${sari.nik};${dmy(sari.lahir)};2500000`, `${line(budi)};;;;`].join(
        "\r",
      ),
    ),
    wanted: { accepted: [2, 3] },
  },
  {
    name: "a quote that nobody closed",
    bytes: text(usual, line(sari), `"${line(budi)}`, line(wati), line(joko)),
    wanted: { accepted: [2, 3, 4, 5] },
  },
  {
    name: "phones in many forms",
    bytes: text(
      usual,
      line(sari, { hp: "+62 812-1100-0011" }),
      line(budi, { hp: "0813 1100 0012 (WA)" }),
      line(wati, { hp: "021-5550000" }),
      line(joko, { hp: "081911" }),
      line(nur, { hp: "8,2211E+10" }),
      line(made, { hp: "tidak ada" }),
    ),
    wanted: {
      accepted: [2, 3, 7],
      rejected: { 4: "hp landline", 5: "hp too_short", 6: "hp damaged_by_excel" },
    },
    values: { 2: valuesOf(sari), 3: valuesOf(budi), 7: { ...valuesOf(made), hp: null } },
  },
  {
    name: "amounts with marks of accounting and of English",
    bytes: text(
      usual,
      line(sari, { upah: "IDR 2,500,000.00" }),
      line(budi, { upah: "Rp. 3.000.000,-/bln" }),
      line(wati, { upah: "2750000,00" }),
      line(joko, { upah: "Rp2,25 juta" }),
      line(nur, { upah: "UMR" }),
      line(made, { upah: "40000" }),
    ),
    wanted: { accepted: [2, 3, 4, 5], rejected: { 6: "upah unclear", 7: "upah too_small" } },
    values: { 2: valuesOf(sari), 3: valuesOf(budi), 4: valuesOf(wati), 5: valuesOf(joko) },
  },
  {
    name: "no column for the birth date",
    bytes: text("Nama;NIK;Upah;HP", `${sari.nama};${sari.nik};2500000;${sari.hp}`),
    wanted: { accepted: [2] },
    values: { 2: valuesOf(sari) },
  },
  {
    name: "totals with their word anywhere, or with none",
    bytes: text(
      `No;${usual}`,
      `1;${line(sari)}`,
      ";;;;2500000;",
      "Jumlah Tenaga Kerja : 1 orang;;;;;",
      ";;;GRAND TOTAL;2500000;",
      "Terbilang: dua juta lima ratus ribu rupiah;;;;;",
    ),
    wanted: { accepted: [2], ignored: [3, 4, 5, 6] },
  },
];
