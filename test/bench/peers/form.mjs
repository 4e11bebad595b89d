// The form every peer runs: 10 questions, each with a validator, then a summary.
// The wording and the validators are shared, so the peers differ only in engine and session handling.

export const TRIGGER = "DAFTAR";

const ok = (value) => ({ ok: true, value });
const bad = (error) => ({ ok: false, error });
const JOBS = ["pedagang", "ojek", "petani", "nelayan", "buruh", "penjahit", "tukang", "lainnya"];

export const QUESTIONS = [
  {
    id: "setuju",
    prompt: "1/10 Bersedia datanya dipakai untuk pendaftaran? (ya/tidak)",
    validate: (t) => (/^ya$/i.test(t) ? ok(true) : bad('Balas "ya" untuk lanjut.')),
  },
  {
    id: "nama",
    prompt: "2/10 Siapa nama lengkap sesuai KTP?",
    validate: (t) => (/^[\p{L} .'-]{3,60}$/u.test(t) ? ok(t.trim()) : bad("Nama 3-60 huruf.")),
  },
  {
    id: "nik",
    prompt: "3/10 Berapa NIK (16 angka)?",
    validate: (t) => {
      const d = t.replace(/\D/g, "");
      if (d.length !== 16) return bad("NIK harus 16 angka.");
      const dd = Number(d.slice(6, 8)) % 40;
      const mm = Number(d.slice(8, 10));
      return dd >= 1 && dd <= 31 && mm >= 1 && mm <= 12 ? ok(d) : bad("NIK tidak wajar.");
    },
  },
  {
    id: "lahir",
    prompt: "4/10 Tanggal lahir? (HH-BB-TTTT)",
    validate: (t) => {
      const m = /^(\d{2})-(\d{2})-(\d{4})$/.exec(t);
      return m ? ok(`${m[3]}-${m[2]}-${m[1]}`) : bad("Contoh: 05-06-1989");
    },
  },
  {
    id: "kelamin",
    prompt: "5/10 Jenis kelamin? (L/P)",
    validate: (t) => (/^[lp]$/i.test(t) ? ok(t.toUpperCase()) : bad("Balas L atau P.")),
  },
  {
    id: "alamat",
    prompt: "6/10 Alamat tempat tinggal?",
    validate: (t) => (t.length >= 8 ? ok(t) : bad("Alamat terlalu pendek.")),
  },
  {
    id: "hp",
    prompt: "7/10 Nomor HP?",
    validate: (t) => {
      const d = t.replace(/\D/g, "").replace(/^62/, "0");
      return /^08\d{8,11}$/.test(d) ? ok(`+62${d.slice(1)}`) : bad("Contoh: 0812xxxxxxx");
    },
  },
  {
    id: "pekerjaan",
    prompt: `8/10 Pekerjaan? (${JOBS.map((j, i) => `${i + 1} ${j}`).join(", ")})`,
    validate: (t) => {
      const n = Number(t);
      return n >= 1 && n <= JOBS.length ? ok(JOBS[n - 1]) : bad("Balas angka 1-8.");
    },
  },
  {
    id: "penghasilan",
    prompt: "9/10 Penghasilan per bulan (rupiah)?",
    validate: (t) => {
      const n = Number(t.replace(/[^\d]/g, ""));
      return n >= 1_000_000 && n <= 20_000_000 ? ok(n) : bad("Antara 1.000.000 dan 20.000.000.");
    },
  },
  {
    id: "yakin",
    prompt: "10/10 Semua sudah benar? (ya/tidak)",
    validate: (t) => (/^ya$/i.test(t) ? ok(true) : bad('Balas "ya" bila benar.')),
  },
];

export const summary = (a) =>
  `Terdaftar: ${a.nama} ${a.nik} ${a.lahir} ${a.kelamin} ${a.hp} ${a.pekerjaan} ${a.penghasilan}`;

// What user number `u` writes, in order, and the reply each message must get.
export function script(u) {
  const nama = `Siti Rahma ${String.fromCharCode(65 + (u % 26))}`;
  const nik = `317401450689${String(u % 10000).padStart(4, "0")}`;
  const hp = `0812${String(u).padStart(8, "0")}`;
  const says = [
    TRIGGER,
    "ya",
    nama,
    "31740145",
    nik,
    "05-06-1989",
    "P",
    "Jl Melati no 5 RT 3",
    hp,
    "2",
    "2.500.000",
    "ya",
  ];
  const done = summary({
    nama,
    nik,
    lahir: "1989-06-05",
    kelamin: "P",
    hp: `+62${hp.slice(1)}`,
    pekerjaan: "ojek",
    penghasilan: 2500000,
  });
  const p = QUESTIONS.map((q) => q.prompt);
  const wants = [
    p[0],
    p[1],
    p[2],
    "NIK harus 16 angka.",
    p[3],
    p[4],
    p[5],
    p[6],
    p[7],
    p[8],
    p[9],
    done,
  ];
  return { says, wants };
}
