import { type ExportFields, exportCell } from "./export-cell.ts";
import { type TextSheet, writtenWorkbook } from "./hucre.ts";
import { sippSheet } from "./sipp-sheet.ts";

/** Employers, each kind on a sheet of its own. */
type EmployerKind = "usaha" | "instansi" | "koperasi";

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
    "nama_usaha bentuk alamat_usaha wilayah_usaha nib npwp bidang kegiatan ukuran nik nama tanggal_lahir lahir_sesuai jenis_kelamin hp email nama_kontak hp_kontak baris_tertinggal keterangan_berkas".split(
      " ",
    ),
  instansi:
    "nama_instansi jenis_instansi alamat wilayah npwp nama_petugas jabatan hp email formulir_diterima keluarga_siap baris_tertinggal keterangan_berkas".split(
      " ",
    ),
  koperasi:
    "nama_koperasi badan_hukum nik_koperasi nib npwp alamat_koperasi wilayah_koperasi bidang kegiatan ukuran siapa_didaftar tanpa_gaji setoran nik nama tanggal_lahir lahir_sesuai jenis_kelamin jabatan hp email baris_tertinggal keterangan_berkas".split(
      " ",
    ),
};
const employerKinds = Object.keys(employerColumns) as EmployerKind[];

/**
 * Each kind on a sheet of its own; none without rows. `workersAlone`: of an employer that was asked for, as SIPP takes them; a
 * cooperative has members beside them.
 */
export function exportSheets(
  registrations: readonly Exported[],
  { today, workersAlone }: { today: string; workersAlone: boolean },
): TextSheet[] {
  const [first] = registrations;
  if (workersAlone && (first?.kind === "usaha" || first?.kind === "instansi"))
    return [sippSheet(fieldsOf(first.workers), today)];
  const workers: ExportFields[] = [];
  const alone = registrations.filter(({ kind }) => kind === "bpu").map(rowOf);
  const employers = registrations.flatMap((one) =>
    one.kind === "bpu" ? [] : [{ kind: one.kind, row: employerRow(one, workers, alone) }],
  );
  const employerSheets = employerKinds.flatMap((kind) => {
    const rows = employers.filter((one) => one.kind === kind).map(({ row }) => row);
    return rows.length > 0 ? [table(kind, employerColumns[kind], rows)] : [];
  });
  return [
    ...(alone.length > 0 ? [table("bpu", bpuColumns, alone)] : []),
    ...employerSheets,
    ...(employers.length > 0 ? [sippSheet(workers, today)] : []),
  ];
}

/** The bytes of an .xlsx in which every cell is text. */
export const exportedWorkbook = (sheets: readonly TextSheet[]): Promise<Uint8Array> =>
  writtenWorkbook(sheets);

type Person = Exported["workers"][number];

/** Members of a cooperative work for themselves; everybody else is paid by who registers them. */
const isMember = ({ fields }: Person): boolean => fields["daftar"] === "anggota";

/** The row of an employer, with the rows of its people added to `workers`, and those of members to who registers `alone`. */
function employerRow(
  employer: Exported,
  workers: ExportFields[],
  alone: ExportFields[],
): ExportFields {
  const paid = employer.workers.filter((one) => !isMember(one));
  const members = employer.workers.filter(isMember);
  const row = { ...rowOf(employer), ...placed("pekerja", paid, workers) };
  workers.push(...fieldsOf(paid));
  if (employer.kind !== "koperasi") return row;
  const withMembers = { ...row, ...placed("anggota", members, alone) };
  alone.push(...members.map((one) => memberRow(employer, one)));
  return withMembers;
}

/** Their own sheet has no room for who registers them: which of its rows they will be, and who of them others register too. */
function placed(
  list: string,
  people: readonly Person[],
  sheet: readonly ExportFields[],
): ExportFields {
  const first = sheet.length + 2;
  const twice = people.flatMap(({ elsewhere }, at) => (elsewhere ? [first + at] : []));
  return {
    [`jumlah_${list}`]: people.length,
    [`baris_${list}`]: people.length === 0 ? "" : `${first} s.d. ${first + people.length - 1}`,
    [`baris_${list}_ganda`]: twice.join(", "),
  };
}

/** A member among those who register alone, with the cooperative that hands them in. */
function memberRow(cooperative: Exported, { fields, elsewhere }: Person): ExportFields {
  const { daftar: _, ...told } = fields;
  const wadah = cooperative.fields["nama_koperasi"] ?? "";
  return { ...rowOf({ ...cooperative, fields: told, elsewhere }), wadah };
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
