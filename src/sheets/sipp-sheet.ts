import { nikParts } from "../rules/nik.ts";
import { type ExportFields, exportCell } from "./export-cell.ts";
import type { TextSheet } from "./hucre.ts";

type Told = (worker: ExportFields, today: string) => string | number | boolean | undefined;

const field =
  (name: string): Told =>
  (worker) =>
    worker[name];

const notAsked: Told = () => undefined;

/** What stands in each column of the template of SIPP for new workers, A to AD (facts of BPJS Ketenagakerjaan's guide of 2024). */
const columns: readonly (readonly [header: string, told: Told])[] = [
  ["NO_PEGAWAI", notAsked],
  ["NAMA_LENGKAP", field("nama")],
  ["GELAR", notAsked],
  ["TELEPON_AREA_RUMAH", notAsked],
  ["TELEPON_RUMAH", notAsked],
  ["TELEPON_AREA_KANTOR", notAsked],
  ["TELEPON_KANTOR", notAsked],
  ["TELEPON_EXT_KANTOR", notAsked],
  ["HANDPHONE", field("hp")],
  ["EMAIL", notAsked],
  ["TEMPAT_LAHIR", notAsked],
  ["TANGGAL_LAHIR", field("tanggal_lahir")],
  ["NAMA_IBU_KANDUNG", notAsked],
  ["JENIS_IDENTITAS", ({ nik }) => (nik === undefined ? undefined : "KTP")],
  ["NOMOR_IDENTITAS", field("nik")],
  ["MASA_LAKU_IDENTITAS", notAsked],
  ["JENIS_KELAMIN", sexOf],
  ["SURAT_MENYURAT_KE", notAsked],
  ["TANGGAL_KEPESERTAAN", notAsked],
  ["STATUS_KAWIN", notAsked],
  ["GOLONGAN_DARAH", notAsked],
  ["NPWP", notAsked],
  ["KODE_NEGARA", notAsked],
  ["UPAH", field("upah")],
  ["ALAMAT", notAsked],
  ["KODE_POS", notAsked],
  // a code of SIPP's own list, which is not asked for
  ["LOKASI_PEKERJAAN", notAsked],
  ["STATUS_PEGAWAI", notAsked],
  ["TGL_AWAL_BEKERJA", field("mulai_kerja")],
  ["TGL_AKHIR_KONTRAK", notAsked],
];

/** Workers in the layout of SIPP: sheet `data_tk_baru`, one row each below the header, all cells text; what was not asked is empty. */
export const sippSheet = (workers: readonly ExportFields[], today: string): TextSheet => ({
  name: "data_tk_baru",
  widths: columns.map(([header]) => Math.max(header.length + 2, 16)),
  rows: [
    columns.map(([header]) => header),
    ...workers.map((worker) => columns.map(([, told]) => exportCell(told(worker, today)))),
  ],
  spare: 0,
});

/** L or P as the NIK says; nothing where it is masked or odd. */
function sexOf({ nik }: ExportFields, today: string): string | undefined {
  const parts = nikParts(String(nik ?? ""), today);
  return "problem" in parts ? undefined : parts.sex;
}
