import { type ExportFields, exportCell } from "./export-cell.ts";
import { type TextSheet, writtenWorkbook } from "./hucre.ts";
import { sippSheet } from "./sipp-sheet.ts";

/** A registration to write down; `submittedOn`: ISO date by the office's clock. */
export type Exported = {
  number: string;
  kind: "bpu" | "usaha";
  submittedOn: string;
  state: string;
  /** Somebody else registered the same: an officer must look. */
  elsewhere: boolean;
  fields: ExportFields;
  workers: readonly { fields: ExportFields; elsewhere: boolean }[];
};

/** Columns of our own, in the order in which they are asked; what a flow asks beyond them comes after. */
const bpuColumns =
  "nik nama tanggal_lahir lahir_sesuai jenis_kelamin hp alamat wilayah pekerjaan pekerjaan_rinci angkutan tempat_kerja jam_kerja pekerjaan_dua pekerjaan_dua_rinci tempat_kerja_dua jam_kerja_dua penghasilan program bulan bulan_pertama iuran_total cabang wakil".split(
    " ",
  );
const businessColumns =
  "nama_usaha bentuk alamat_usaha wilayah_usaha nib npwp bidang kegiatan ukuran nik nama tanggal_lahir lahir_sesuai jenis_kelamin hp email nama_kontak hp_kontak".split(
    " ",
  );

/** Each kind on a sheet of its own; none without rows. `workersAlone`: of a business that was asked for, as SIPP takes them. */
export function exportSheets(
  registrations: readonly Exported[],
  { today, workersAlone }: { today: string; workersAlone: boolean },
): TextSheet[] {
  const [first] = registrations;
  if (workersAlone && first?.kind === "usaha") return [sippSheet(fieldsOf(first.workers), today)];
  const own = registrations.filter(({ kind }) => kind === "bpu");
  const businesses = registrations.filter(({ kind }) => kind === "usaha");
  return [
    ...(own.length > 0 ? [table("bpu", bpuColumns, own.map(rowOf))] : []),
    ...(businesses.length > 0 ? businessSheets(businesses, today) : []),
  ];
}

/** The bytes of an .xlsx in which every cell is text. */
export const exportedWorkbook = (sheets: readonly TextSheet[]): Promise<Uint8Array> =>
  writtenWorkbook(sheets);

/** SIPP's columns have no room for the business: its own sheet says which rows of `data_tk_baru` are its workers. */
function businessSheets(businesses: readonly Exported[], today: string): TextSheet[] {
  const rows: ExportFields[] = [];
  const workers: ExportFields[] = [];
  for (const business of businesses) {
    const above = workers.length + 1;
    workers.push(...fieldsOf(business.workers));
    const twice = business.workers.flatMap((one, at) => (one.elsewhere ? [above + at + 1] : []));
    rows.push({
      ...rowOf(business),
      jumlah_pekerja: business.workers.length,
      baris_pekerja: business.workers.length === 0 ? "" : `${above + 1} s.d. ${workers.length + 1}`,
      baris_pekerja_ganda: twice.join(", "),
    });
  }
  return [table("usaha", businessColumns, rows), sippSheet(workers, today)];
}

const fieldsOf = (workers: Exported["workers"]): ExportFields[] =>
  workers.map(({ fields }) => fields);

const rowOf = ({ number, submittedOn, state, elsewhere, fields }: Exported): ExportFields => ({
  nomor: number,
  dikirim: submittedOn,
  status: state,
  ganda: elsewhere,
  ...fields,
});

function table(
  name: string,
  expected: readonly string[],
  rows: readonly ExportFields[],
): TextSheet {
  const about = ["nomor", "dikirim", "status", "ganda"];
  const columns = [...new Set([...about, ...expected, ...rows.flatMap((row) => Object.keys(row))])];
  return {
    name,
    widths: columns.map((column) => Math.max(column.length + 2, 18)),
    rows: [columns, ...rows.map((row) => columns.map((column) => exportCell(row[column])))],
    spare: 0,
  };
}
