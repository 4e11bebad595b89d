import { describe, expect, test } from "vitest";
import { choice } from "../../src/answer-types/choice.ts";
import { reading, today } from "./reading.ts";

const wayOfPaying = [
  { value: "jkk_jkm", label: "JKK dan JKM saja", words: ["murah", "16800"] },
  { value: "lengkap", label: "JKK, JKM dan JHT", words: ["lengkap", "tabungan"] },
  { value: "kembali", label: "Hitung dulu" },
];
const consent = [
  { value: "ya", label: "Ya, setuju" },
  { value: "tidak", label: "Tidak" },
  { value: "nanti", label: "Nanti saja" },
];

describe("an option that is two others together is picked where both are named", () => {
  const who = [
    { value: "keduanya", label: "Keduanya", words: ["semua", "pegawai dan anggota"] },
    { value: "pegawai", label: "Yang digaji saja", words: ["karyawan", "pengurus", "pegawai"] },
    { value: "anggota", label: "Anggota saja", words: ["anggota", "para anggota"] },
  ];
  test.for<[string, string | null]>([
    ["pengurus yg digaji sama anggota", "keduanya"],
    ["anggota n karyawannya", "keduanya"],
    ["pegawai sama anggota semua", "keduanya"],
    ["pengurus yang digaji", "pegawai"],
    ["anggota aja", "anggota"],
    ["para anggota", "anggota"],
  ])("%s: %s", ([text, picked]) => expect(reading(choice, text, { options: who })).toBe(picked));

  test.for(["pegawai dulu aja, anggota nanti", "anggota, pegawai belum"])(
    "%s: is asked again, not guessed",
    (text) => expect(reading(choice, text, { options: who })).not.toBe("keduanya"),
  );
});

describe("an option is picked by number, letter, place, label or word", () => {
  test.for([
    ["1", "jkk_jkm"],
    ["nomer 2", "lengkap"],
    ["#3", "kembali"],
    ["(2)", "lengkap"],
    ["2️⃣", "lengkap"],
    ["yg kedua aja", "lengkap"],
    ["siji", "jkk_jkm"],
    ["opsi c", "kembali"],
    ["B", "lengkap"],
    ["yang atas", "jkk_jkm"],
    ["terakhir", "kembali"],
    ["jkk dan jkm saja", "jkk_jkm"],
    ["yang ada jht", "lengkap"],
    ["yang murah", "jkk_jkm"],
    ["yg lengkp", "lengkap"],
    ["hitng dulu", "kembali"],
    ["16800", "jkk_jkm"],
    ["lengkap", "lengkap"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: wayOfPaying })).toBe(picked),
  );
});

describe("yes, no and later find the option that means the same", () => {
  test.for([
    ["oke", "ya"],
    ["iya dong", "ya"],
    ["ogah", "tidak"],
    ["mboten", "tidak"],
    ["kapan-kapan", "nanti"],
    ["mengko wae", "nanti"],
    ["minggu depan", "nanti"],
    ["pikir-pikir dulu", "nanti"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: consent })).toBe(picked),
  );
});

describe("what picks no option, or two, is asked again", () => {
  test.for([
    ["4", "not_offered"],
    ["0", "not_offered"],
    ["kelima", "not_offered"],
    ["-1", "unclear"],
    ["d", "unclear"],
    ["1 dan 2", "unclear"],
    ["1,2", "unclear"],
    ["1 juta", "unclear"],
    ["dua-duanya", "unclear"],
    ["terserah", "unclear"],
    ["yang mana ya", "unclear"],
    ["apa bedanya", "unclear"],
    ["jkk", "unclear"],
    ["saya mau tanya iurannya", "unclear"],
  ])("%s: %s", ([text = "", reason]) =>
    expect(reading(choice, text, { options: wayOfPaying })).toBe(`!${reason}`),
  );
});

test("a number out of range is told with what is on offer", () => {
  expect(choice.parse("7", { today, options: consent })).toEqual({
    kind: "refused",
    reason: "not_offered",
    detail: { found: 7, max: 3 },
  });
});

test("without options nothing is picked", () => {
  expect(reading(choice, "ya")).toBe("!unclear");
});

const door = [
  { value: "daftar", label: "Daftar sekarang" },
  { value: "lihat", label: "Lihat semua data" },
  { value: "tentang", label: "Tentang Payung" },
];
const trades = [
  { value: "petani", label: "Petani" },
  { value: "nelayan", label: "Nelayan" },
  { value: "lain", label: "Lainnya" },
];
const changes = [
  { value: "nomor", label: "Ganti nomor" },
  { value: "kirim", label: "Kirim" },
  { value: "tambah", label: "Tambah pekerja" },
];
const erasure = [
  { value: "ya", label: "Ya, hapus" },
  { value: "tidak", label: "Tidak jadi" },
];

describe("yes and no pick nothing where no option says yes or no", () => {
  for (const [name, options] of Object.entries({ door, trades, changes, wayOfPaying })) {
    test.for(["ya", "oke", "iya bener semua", "siap kak", "tidak", "gak mau", "nggih", "👍"])(
      `${name}: %s`,
      (text) => expect(reading(choice, text, { options })).toBe("!unclear"),
    );
  }
});

describe("an option is picked by what it says, even with a nod before it", () => {
  test.for([
    ["iya daftar", "daftar"],
    ["oke lihat data", "lihat"],
    ["ya, tentang payung", "tentang"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: door })).toBe(picked),
  );
});

test("beside a clear opposite a weaker label says yes or no too", () => {
  const options = [
    { value: "sudah", label: "Sudah" },
    { value: "belum", label: "Belum" },
  ];
  expect(reading(choice, "iya", { options })).toBe("sudah");
  expect(reading(choice, "dereng", { options })).toBe("belum");
  const review = [
    { value: "benar", label: "Sudah benar" },
    { value: "ganti", label: "Ganti" },
  ];
  expect(reading(choice, "tidak", { options: review })).toBe("ganti");
});

describe("a yes or no that stand against each other are not picked by a word of a sentence", () => {
  test.for(["hapus", "terserah mau hapus", "takut hapus", "kemarin hapus"])("%s", (text) =>
    expect(reading(choice, text, { options: erasure })).toBe("!unclear"),
  );
  test.for([
    ["ya hapus", "ya"],
    ["oke", "ya"],
    ["jangan dihapus", "tidak"],
    ["ogah", "tidak"],
  ])("%s: %s", ([text = "", picked]) =>
    expect(reading(choice, text, { options: erasure })).toBe(picked),
  );
});

describe("what is denied is not picked", () => {
  test.for(["bukan 1", "jangan yang kedua", "bukan petani", "selain nelayan", "jangan 2"])(
    "%s",
    (text) => {
      expect(reading(choice, text, { options: trades })).toBe("!unclear");
      if (!/petani|nelayan/.test(text))
        expect(reading(choice, text, { options: consent })).toBe("!unclear");
    },
  );
});

test("a label with a question mark asks, and a month is no slip of bukan", () => {
  expect(reading(choice, "tidak?", { options: consent })).toBe("!unclear");
  expect(reading(choice, "8 bulan", { options: consent })).toBe("!unclear");
  expect(reading(choice, "3 aja, makasih", { options: consent })).toBe("nanti");
});

test("a number with the label that belongs to it is picked, with another label not", () => {
  expect(reading(choice, "2. Nelayan", { options: trades })).toBe("nelayan");
  expect(reading(choice, "ketik 2", { options: trades })).toBe("nelayan");
  expect(reading(choice, "2. Petani", { options: trades })).not.toBe("nelayan");
});

test("the same label in another list is read with that list", () => {
  const first = [{ value: "a", label: "Merah", words: ["tua"] }];
  const second = [{ value: "b", label: "Biru", words: ["merah"] }, ...first];
  expect(reading(choice, "tua", { options: first })).toBe("a");
  expect(reading(choice, "biru", { options: second })).toBe("b");
  expect(reading(choice, "merah", { options: first })).toBe("a");
  expect(reading(choice, "merah", { options: second })).toBe("!unclear");
});

describe("the abbreviation of kartu keluarga picks its option, and is no drawn-out no", () => {
  const options = [
    { value: "nik", label: "Itu NIK saya", words: ["nik", "ktp"] },
    { value: "kk", label: "Itu nomor KK", words: ["kk", "kartu keluarga"] },
  ];
  test.for([
    ["nomor kk", "kk"],
    ["kk", "kk"],
    ["itu kk", "kk"],
    ["yang KK", "kk"],
    ["no kk", "kk"],
    ["kartu keluarga saya", "kk"],
    ["nik", "nik"],
    ["nomor nik saya", "nik"],
    ["ktp", "nik"],
    ["bukan kk", "!unclear"],
  ])("%s: %s", ([text = "", picked]) => expect(reading(choice, text, { options })).toBe(picked));
});
