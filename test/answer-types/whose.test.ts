import { expect, test } from "vitest";
import { draftRequest } from "../../src/answer-types/draft-words.ts";
import {
  type Relation,
  takesTurn,
  whomSentenceNames,
  whomToRegister,
} from "../../src/answer-types/whose.ts";

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

test.for<[string, Relation]>([
  ["sy mau daftarkan bapak saya nelayan umur 58", "father"],
  ["assalamualaikum pak, mau daftarin ibu saya jualan gorengan", "mother"],
  ["daftarin suami saya ojol umur 35", "husband"],
  ["permisi mau daftarin istri, dia jualan online", "wife"],
  ["mau daftar buat bapak, nelayan", "father"],
  ["mau daftarkan mertua saya petani 60 tahun", "relative"],
  ["ini anaknya, bapak mau daftar bpjs nelayan", "father"],
  ["saya wakili bapak mau daftar, bapak gaptek", "father"],
  ["bade ndaptarkeun bapa abdi, pamayang", "father"],
  ["saya mau masukin bapak saya ke bpjs, umur 58 melaut", "father"],
  ["mau bikinin bpjs buat ibu saya jualan pecel", "mother"],
  ["ibu saya penjahit pengen ikut bpjs", "mother"],
])('"%s" tells of whom the form is', ([text, whom]) => {
  expect(whomSentenceNames(text)).toBe(whom);
});

test.for([
  "bapak mau daftar",
  "saya mau daftar, bapak saya nelayan",
  "mau daftarin anak buah saya 3 orang",
  "mau daftarkan karyawan ibu saya",
  "daftarin anak magang di toko saya",
  "kalau daftarin ibu saya syaratnya apa",
  "bisa daftarin ibu saya yang umur 60?",
  "abis bapak saya mau daftar juga",
  "sudah daftarkan bapak saya kemarin, nelayan",
  "mau daftar, bapak saya sudah ikut",
  "bapak dan saya mau daftar",
  "saya ibu rumah tangga mau daftar",
  "saya mau bantu daftarin ibu2 binaan saya",
  "mau masukin anak saya ke sekolah",
  "bikin kartu bpjs kesehatan bapak saya di mana",
  "anak saya mau daftar jadi karyawan pabrik",
  "daftarkan bapak-bapak di pangkalan saya",
])('"%s" leaves open whose form it is', (text) => {
  expect(whomSentenceNames(text)).toBeNull();
});

test.for<[string, boolean]>([
  ["skrg saya sendiri, ojol", true],
  ["sekarang giliran saya", true],
  ["nah gantian aku yg daftar", true],
  ["sekarang saya juga ya", true],
  ["saya sendiri", false],
  ["trus saya sendiri?", false],
  ["sekarang saya sendiri yang bayar", false],
  ["sekarang saya", false],
])('"%s" comes to oneself: %s', ([text, expected]) => {
  expect(takesTurn(text)).toBe(expected);
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
