import type { Fault } from "./fault.ts";

const usaha = "flows/daftar_usaha.yaml";
const employment = "flows/parts/employment.yaml";
const texts = "locales/id/daftar_usaha.yaml";
const wages = "locales/id/employment.yaml";
const upah = "  - ask: upah\n    type: rupiah-per-month\n    class: financial\n";
const tugas = "  - ask: tugas\n    type: text\n    class: personal\n";
const dobel = "      - say: dobel\n        when: nik_sudah_ada\n";
const again = "      - reopen: nik\n        when: nik_sudah_ada\n";

/** The same within a repeat: each of its steps is asked of one worker, and most come from a part. */
export const faultsInRepeats: Record<string, Fault> = {
  "a step of a repeat that contradicts the part before it": {
    file: employment,
    from: upah,
    to: `${upah}    when: mungkin_kk && jenis_nomor == "kk"\n`,
    at: "- ask: upah",
    says: 'step upah: nobody comes here: "(cara_pekerja == "ketik") && (mungkin_kk && jenis_nomor == "kk")"',
  },
  "a step of a repeat that contradicts the form around it": {
    file: employment,
    from: upah,
    to: `${upah}    when: "!wewenang"\n`,
    at: "- ask: upah",
    says: 'step upah: nobody comes here: "(cara_pekerja == "ketik") && (!wewenang)" never holds',
  },
  "a repeat that nobody comes to": {
    file: usaha,
    from: '    when: cara_pekerja == "ketik"\n    steps:\n',
    to: '    when: bidang == "toko" && bidang == "salon"\n    steps:\n',
    at: "- repeat: pekerja",
    says: "step pekerja: nobody comes here",
  },
  "a step of a part in a repeat that its own condition there cuts off": {
    file: usaha,
    from: "    steps:\n      - use: person\n",
    to: '    steps:\n      - use: person\n        when: bidang == "toko" && bidang == "salon"\n',
    shown: "flows/parts/person.yaml",
    at: "- ask: nik",
    says: "step nik: nobody comes here",
  },
  "an option of a repeat that is never offered": {
    file: employment,
    from: tugas,
    to: `${tugas}    options: [jaga, { value: antar, when: item < 2 && item > 3 }]\n`,
    at: "- ask: tugas",
    says: 'step tugas: the option antar is never offered: "item < 2 && item > 3"',
  },
  "a word that an answer of the same item never is": {
    file: usaha,
    from: dobel,
    to: '      - say: dobel\n        when: nik_sudah_ada && jenis_nomor != "ktp"\n',
    at: "- say: dobel",
    says: 'step dobel: compares jenis_nomor with "ktp", which it never is',
  },
  "a condition on an answer that is asked later of the same item": {
    file: usaha,
    from: dobel,
    to: '      - say: dobel\n        when: nik_sudah_ada && tugas != "kasir"\n',
    at: "- say: dobel",
    says: "step dobel: its condition reads tugas, which is asked only in flows/parts/employment.yaml",
  },
  "a text of a repeat that names an answer asked later of the same item": {
    file: wages,
    from: "text: Berapa upah {nama} sebulan?",
    to: "text: Berapa upah {nama} ({tugas}) sebulan?",
    shown: employment,
    at: "- ask: upah",
    says: "step upah: its text reads tugas, which is asked only in line",
  },
  "a text of a repeat with a value whose answer comes later": {
    file: texts,
    from: "text: Berapa nomor HP {nama}?",
    to: "text: Upahnya {upah_kata}. Berapa nomor HP {nama}?",
    shown: usaha,
    at: "- ask: hp\n        type: phone",
    says: "step hp: its text reads upah_kata, which needs upah, which is asked only in flows/parts/employment.yaml",
  },
  "a text of a repeat that names what is asked behind the repeat": {
    file: wages,
    from: "text: Berapa upah {nama} sebulan?",
    to: "text: Berapa upah {nama} sebulan? {pemilik_ikut, select, true {Ikut.} other {}}",
    shown: employment,
    at: "- ask: upah",
    says: "step upah: its text reads pemilik_ikut, which is asked only in flows/daftar_usaha.yaml",
  },
  "a question of a repeat that is asked again for ever": {
    file: usaha,
    from: again,
    to: "      - reopen: nik\n        when: percobaan\n",
    at: "- reopen: nik",
    says: "asks nik again for ever",
  },
  "a label of a repeat that fits on no button": {
    file: texts,
    from: "more: Tambah pekerja\n",
    to: "more: Tambah satu orang pekerja lagi\n",
    at: "more: Tambah satu",
    says: "20 fit on a button",
  },
  "an answer of a repeat whose class is not what it is": {
    file: employment,
    from: upah,
    to: upah.replace("financial", "plain"),
    at: "- ask: upah",
    says: "step upah: a rupiah-per-month is personal, not plain",
  },
};
