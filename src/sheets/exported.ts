import { type ExportFields, exportCell } from "./export-cell.ts";
import { type TextSheet, writtenWorkbook } from "./hucre.ts";
import { sippSheet } from "./sipp-sheet.ts";

/** Employers, each kind on a sheet of its own. */
type EmployerKind = "usaha" | "instansi";

/** A registration to write down; `submittedOn`: ISO date by the office's clock. */
export type Exported = {
  number: string;
  kind: "bpu" | EmployerKind;
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
const employerColumns: Record<EmployerKind, readonly string[]> = {
  usaha:
    "nama_usaha bentuk alamat_usaha wilayah_usaha nib npwp bidang kegiatan ukuran nik nama tanggal_lahir lahir_sesuai jenis_kelamin hp email nama_kontak hp_kontak".split(
      " ",
    ),
  instansi:
    "nama_instansi jenis_instansi alamat wilayah npwp nama_petugas jabatan hp email formulir_diterima keluarga_siap".split(
      " ",
    ),
};
const employerKinds = Object.keys(employerColumns) as EmployerKind[];

/** Each kind on a sheet of its own; none without rows. `workersAlone`: of an employer that was asked for, as SIPP takes them. */
export function exportSheets(
  registrations: readonly Exported[],
  { today, workersAlone }: { today: string; workersAlone: boolean },
): TextSheet[] {
  const [first] = registrations;
  if (workersAlone && first && first.kind !== "bpu")
    return [sippSheet(fieldsOf(first.workers), today)];
  const own = registrations.filter(({ kind }) => kind === "bpu");
  const employers = registrations.filter(({ kind }) => kind !== "bpu");
  return [
    ...(own.length > 0 ? [table("bpu", bpuColumns, own.map(rowOf))] : []),
    ...(employers.length > 0 ? employerSheets(employers, today) : []),
  ];
}

/** The bytes of an .xlsx in which every cell is text. */
export const exportedWorkbook = (sheets: readonly TextSheet[]): Promise<Uint8Array> =>
  writtenWorkbook(sheets);

/** SIPP's columns have no room for the employer: its own sheet says which rows of `data_tk_baru` are its workers. */
function employerSheets(employers: readonly Exported[], today: string): TextSheet[] {
  const rows: { kind: Exported["kind"]; row: ExportFields }[] = [];
  const workers: ExportFields[] = [];
  for (const employer of employers) {
    const above = workers.length + 1;
    workers.push(...fieldsOf(employer.workers));
    const twice = employer.workers.flatMap((one, at) => (one.elsewhere ? [above + at + 1] : []));
    const row = {
      ...rowOf(employer),
      jumlah_pekerja: employer.workers.length,
      baris_pekerja: employer.workers.length === 0 ? "" : `${above + 1} s.d. ${workers.length + 1}`,
      baris_pekerja_ganda: twice.join(", "),
    };
    rows.push({ kind: employer.kind, row });
  }
  const sheets = employerKinds.flatMap((kind) => {
    const own = rows.filter((one) => one.kind === kind).map(({ row }) => row);
    return own.length > 0 ? [table(kind, employerColumns[kind], own)] : [];
  });
  return [...sheets, sippSheet(workers, today)];
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
