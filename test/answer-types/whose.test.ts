import { expect, test } from "vitest";
import { draftRequest } from "../../src/answer-types/draft-words.ts";
import { type Relation, whomToRegister } from "../../src/answer-types/whose.ts";

const asked: [string, Relation | "self"][] = [
  ["daftarkan ibu saya", "mother"],
  ["mau daftarin bapak", "father"],
  ["mau daftarin ibuku juga dong kak", "mother"],
  ["tolong daftarkan suami saya ya", "husband"],
  ["daftar untuk istri saya", "wife"],
  ["daftar bwt anak", "child"],
  ["bisa daftarin mertua saya gak?", "relative"],
  ["daftarin kakak saya", "relative"],
  ["mendaftarkan adik", "relative"],
  ["daftar untuk orang lain", "other"],
  ["daftarkan orang lain", "other"],
  ["DAFTARKAN ORANG LAIN", "other"],
  ["mau daftarin 10 pedagang", "other"],
  ["daftarin tetangga sebelah", "other"],
  ["daftar satu orang lagi", "other"],
  ["tambah orang", "other"],
  ["register my mother", "mother"],
  ["I want to register someone else", "other"],
  ["daftarkan saya sendiri", "self"],
  ["saya juga mau daftar", "self"],
  ["daftar untuk saya", "self"],
];

test.for(asked)('"%s" asks for a form of %s', ([text, whom]) => {
  expect(whomToRegister(text)).toBe(whom);
});

test.for([
  "daftar",
  "daftar bu",
  "daftarin dong kak",
  "mau daftar pak",
  "ibu saya sudah daftar",
  "daftarkan karyawan saya",
  "daftarin pegawai toko",
  "ibu",
  "Siti",
  "orang tua saya meninggal",
  "bapak jatuh dari motor",
  "gimana cara daftarin ibu saya",
  "kalau daftarin ibu berapa bayarnya?",
  "jangan daftarkan ibu saya",
])('"%s" asks for nobody else\'s form', (text) => {
  expect(whomToRegister(text)).toBeNull();
});

test.for<[string, string]>([
  ["ganti ke Siti", "Siti"],
  ["lanjut draf Siti", "Siti"],
  ["lanjutkan pendaftaran bu sri dong", "bu sri"],
  ["draf 2", "2"],
  ["pindah ke draf ke-2", "ke-2"],
  ["lanjut punya ibu", "ibu"],
  ["switch to Budi", "Budi"],
  ["continue draft 1", "1"],
])('"%s" opens the draft "%s"', ([text, which]) => {
  expect(draftRequest(text)).toMatchObject({ act: "open", which });
});

test.for(["draf", "Draft", "lihat draf", "daftar draf", "draf saya", "my drafts"])(
  '"%s" lists the drafts',
  (text) => {
    expect(draftRequest(text)).toEqual({ act: "list" });
  },
);

test.for(["Siti", "ibu", "saya Siti", "nama saya Siti", "ganti Siti", "2", "ganti nama jadi Siti"])(
  'a name or number alone opens no draft: "%s"',
  (text) => {
    expect(draftRequest(text)).toBeNull();
  },
);
