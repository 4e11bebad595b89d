import { nearest, nearIndex } from "../lib/edit-distance.ts";
import type { ColumnKind } from "./columns.ts";

/** What a word in a header is about. `person` and `number` go with anything; `other` makes the column somebody else's. */
type Notion =
  | "name"
  | "person"
  | "full"
  | "identity"
  | "weak_identity"
  | "main"
  | "birth"
  | "date"
  | "place"
  | "wage"
  | "basic"
  | "total"
  | "saving"
  | "phone"
  | "weak_phone"
  | "occupation"
  | "number"
  | "month"
  | "day"
  | "week"
  | "year"
  | "job"
  | "licence"
  | "group"
  | "thousand"
  | "million"
  | "rupiah"
  | "other"
  | "extra_pay"
  | "filler";

const words: Record<Notion, string> = {
  name: "nama nm nma name names namanya nama2",
  person:
    "karyawan karyawati pekerja pegawai pekerjaan2 tenaga kerja staf staff worker workers employee employees anggota peserta member members tk krywn kry pgw buruh org orang personil personel tukang petugas",
  full: "lengkap lkp lengkapnya full sesuai ktpnya asli",
  identity: "nik ktp ektp kependudukan nikktp noktp nonik ektpnya nikk nikektp dukcapil",
  weak_identity: "identitas identity identification id idcard national penduduk",
  main: "induk",
  birth:
    "lahir lhr lahirnya lhir lahr birth born birthdate birthday dob kelahiran ttl tll tmptgllahir tgllahir tgllhr",
  date: "tanggal tgl tggl tg tgal tangal date dt dd mm yyyy ddmmyyyy tglbln",
  place: "tempat tmpt tmp tpt place kota kab kabupaten",
  wage: "upah gaji gajih gajinya penghasilan pendapatan salary wage wages honor honorarium income thp bayaran upahnya gapok salari earning earnings pay",
  basic: "pokok basic",
  total: "total jumlah jml bruto gross",
  saving:
    "simpanan simp tabungan pinjaman pinj angsuran cicilan iuran setoran shu saving savings loan",
  phone:
    "hp wa whatsapp telp telepon telpon tlp tlpn telephone phone mobile handphone hanphone ponsel hape seluler selular cellphone cell nohp nowa notelp hpwa telpn whatsap watsap",
  weak_phone: "kontak contact dihubungi",
  occupation: "pekerjaan occupation usaha profesi job mata pencaharian",
  number: "no nomor nomer number nmr num nmor",
  month: "bulan bln bl sebulan perbulan bulanan month monthly perbln sebln pbln",
  day: "hari harian perhari hr sehari day daily perhr",
  week: "minggu mingguan perminggu seminggu week weekly mgg",
  year: "tahunan setahun pertahun year yearly annual annum",
  job: "jam perjam borongan proyek hour hourly shift satuan potong trip rit",
  licence: "sim",
  group: "kelompok poktan gapoktan warung kios lapak",
  thousand: "ribu ribuan rb 000 k thousand thousands x1000",
  million: "juta jutaan jt million millions",
  rupiah: "rp idr rupiah",
  other:
    "ibu ayah bapak istri suami isteri anak pasangan bank rekening rek npwp kk keluarga waris pewaris heir bpjs kpj jkn masuk mulai keluar darurat emergency jabatan kontrak bergabung join hire hired joined alamat address domisili atasan wali kandung barang produk perusahaan toko cabang kantor company umur usia age agama kelamin gender sex status pendidikan divisi bagian departemen ket keterangan catatan email surel nip nrp ptkp pajak potongan kasbon tanda tangan ttd paraf absen hadir cuti rt rw kelurahan kecamatan desa kodepos panggilan alias kode polisi plat harga saldo expired berlaku",
  extra_pay: "tunjangan lembur bonus thr insentif uang makan transport overtime allowance komisi",
  filler:
    "take home per dan atau and or of the yg yang di dalam format isi tulis digit angka contoh sebagai data tiap setiap dgn dengan aktif anda kamu nya pribadi",
};

const notions = new Map<string, Notion>();
for (const [notion, list] of Object.entries(words) as [Notion, string][])
  for (const word of list.split(" ")) notions.set(word, notion);
const near = nearIndex([...notions.keys()].filter((word) => word.length >= 5));
const longestWord = Math.max(...[...notions.keys()].map((word) => word.length));

/** For what stretch a wage in the column is, and by what its figures are shortened. */
export type WageHead = { period: "month" | "other" | null; unit: 1 | 1_000 | 1_000_000 };

/** What a header says its column holds; `rank`: how surely, higher first. */
export type Heading = { kind: ColumnKind; rank: number; wage?: WageHead };

/** The headers by which lists to mend tell the row of the first list. */
const origins = /^(?:baris asal|original row)$/i;

/** Characters of a header; longer cells are sentences. */
const longestHeader = 80;

/** What a header cell says of its column; null when it names none of the kinds, `"other"` when it names something else. */
export function headingOf(text: string): Heading | "other" | null {
  if (origins.test(text.trim())) return { kind: "origin", rank: 3 };
  const found = notionsIn(text);
  if (found.length === 0 || text.length > longestHeader) return null;
  const has = (...any: Notion[]): boolean => any.some((notion) => found.includes(notion));
  const heading =
    birthHeading(has) ??
    identityHeading(has) ??
    phoneHeading(has) ??
    wageHeading(has) ??
    nameHeading(has) ??
    occupationHeading(has);
  const isOther = has("other", "place", "extra_pay", "main", "saving", "licence", "group");
  return heading ?? (isOther ? "other" : null);
}

type Has = (...any: Notion[]) => boolean;

function birthHeading(has: Has): Heading | null {
  if (!has("birth") || has("other", "wage")) return null;
  if (has("place") && !has("date")) return null;
  return { kind: "birth_date", rank: has("date") || !has("name") ? 3 : 2 };
}

function identityHeading(has: Has): Heading | null {
  if (has("other", "wage", "phone")) return null;
  if (has("identity"))
    return has("name", "full") && !has("number") ? null : { kind: "nik", rank: 3 };
  if (has("weak_identity") && !has("name")) return { kind: "nik", rank: has("person") ? 1 : 2 };
  return null;
}

function phoneHeading(has: Has): Heading | null {
  if (has("other", "wage")) return null;
  if (has("phone")) return { kind: "phone", rank: 3 };
  return has("weak_phone") && !has("name") ? { kind: "phone", rank: 1 } : null;
}

function wageHeading(has: Has): Heading | null {
  // "Pokok" alone is a wage; in a cooperative's list it is also what members save or borrow.
  const isWage = has("wage") || (has("basic") && !has("saving"));
  if (!isWage || has("other", "date", "name")) return null;
  const other = has("day", "week", "year", "job");
  const period = has("month") ? "month" : other ? "other" : null;
  const unit = has("million") ? 1_000_000 : has("thousand") ? 1_000 : 1;
  const rank = (has("extra_pay") ? 1 : 3) + (has("total") ? 1 : 0) - (period === "other" ? 2 : 0);
  return { kind: "money", rank, wage: { period, unit } };
}

function nameHeading(has: Has): Heading | null {
  if (has("other", "occupation", "extra_pay", "date", "main")) return null;
  if (has("group") && !has("person")) return null;
  if (has("name"))
    return has("place") ? null : { kind: "name", rank: has("full", "person") ? 4 : 3 };
  return has("person") && !has("number", "total") ? { kind: "name", rank: 1 } : null;
}

function occupationHeading(has: Has): Heading | null {
  return has("occupation") && !has("name", "other") ? { kind: "occupation", rank: 3 } : null;
}

/** The notions of a header's words: "Tgl.Lhr", "NamaLengkap", "NO_HP/WA", "gaji/bln", misspelt ones included. */
function notionsIn(text: string): Notion[] {
  const plain = text
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\be[-\s]?ktp\b/g, "ektp")
    .replace(/w\.a\.?/g, "wa")
    .replace(/h\.p\.?/g, "hp");
  const tokens = plain.match(/[\p{L}\d]+/gu) ?? [];
  return tokens.flatMap(notionsOf);
}

function notionsOf(token: string): Notion[] {
  const known = notions.get(token);
  if (known) return [known];
  const parts = splitInto(token);
  if (parts) return parts;
  const [close, ...more] = nearest(token, near, token.length < 8 ? 1 : 2);
  if (close === undefined) return [];
  const notion = notions.get(close);
  return notion && more.every((word) => notions.get(word) === notion) ? [notion] : [];
}

/** A word made of known words written together ("noktp", "namakaryawan"); null when it is none. */
function splitInto(token: string): Notion[] | null {
  if (token.length < 4 || token.length > 40) return null;
  const ways: (Notion[] | null)[] = [[]];
  for (let end = 1; end <= token.length; end++) {
    ways[end] = null;
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = ways[start];
      const notion = end - start > 1 ? notions.get(token.slice(start, end)) : undefined;
      if (before && notion) {
        ways[end] = [...before, notion];
        break;
      }
    }
  }
  return ways[token.length] ?? null;
}
