import type { Fault } from "./fault.ts";

const daftar = "flows/daftar_mandiri.yaml";
const consent = "flows/parts/consent.yaml";
const person = "flows/parts/person.yaml";
const iuran = "flows/hitung_iuran.yaml";
const manfaat = "flows/hitung_manfaat.yaml";

/** What nobody can come to, what never ends, and what is read before it is known. */
export const faultsInPaths: Record<string, Fault> = {
  "a step after an end without a condition": {
    file: consent,
    from: '    when: "!setuju"\n',
    to: "",
    at: "- do: consent.record",
    says: 'nobody comes here: "!for_other" never holds',
  },
  "a condition that contradicts an earlier end": {
    file: person,
    from: "    when: mungkin_kk\n",
    to: "    when: mungkin_kk && !setuju\n",
    at: "- ask: jenis_nomor",
    says: 'nobody comes here: "mungkin_kk && !setuju" never holds',
  },
  "a word that is none of the options": {
    file: manfaat,
    from: 'kejadian == "jht" ||',
    to: 'kejadian == "jth" ||',
    at: "- ask: lama_dibayar",
    says: 'compares kejadian with "jth", which it never is',
  },
  "an option that is never offered": {
    file: iuran,
    from: '{ value: ganti, when: untuk == "sendiri" && iuran_diketahui }',
    to: '{ value: ganti, when: untuk == "sendiri" && untuk == "karyawan" }',
    at: "- ask: lanjut",
    says: "the option ganti is never offered",
  },
  "an answer that is offered at the end and is none": {
    file: daftar,
    from: "topics: [{ topic: cara-bayar }]",
    to: "topics: [{ topic: cara-membayar }]",
    at: "- end: sudah_terdaftar",
    says: "offers cara-membayar, which is no answer",
  },
  "a question that is asked again for ever": {
    file: daftar,
    from: "    when: penghasilan < 500000 && !penghasilan_sebulan\n",
    to: '    when: kelayakan == "ok" && percobaan\n',
    at: "- reopen: penghasilan",
    says: "asks penghasilan again for ever",
  },
  "a question that is asked again whatever is answered": {
    file: person,
    from: '    when: mungkin_kk && jenis_nomor == "kk"\n',
    to: "    when: mungkin_kk || !mungkin_kk\n",
    at: "- reopen: nik",
    says: "asks nik again for ever",
  },
  "a form that is kept although no answer leads back into it": {
    file: daftar,
    from: '    when: kelayakan == "too_old"\n',
    to: '    when: kelayakan == "too_old"\n    keep: true\n',
    at: "- end: usia_lanjut",
    says: "keeps a form that can never be finished",
  },
  "a condition on an answer that is asked later": {
    file: person,
    from: "    when: mungkin_kk\n",
    to: '    when: mungkin_kk && hp != ""\n',
    at: "- ask: jenis_nomor",
    says: "its condition reads hp, which is asked only in flows/daftar_mandiri.yaml:",
  },
  "a text that names an answer asked later": {
    file: "locales/en/person.yaml",
    from: "What is your full name",
    to: "You live in {alamat}. What is your full name",
    shown: person,
    at: "- ask: nama",
    says: "its text reads alamat, which is asked only in flows/parts/address.yaml:",
  },
  "a value that needs an answer asked later": {
    file: "locales/id/daftar_mandiri.yaml",
    from: "text: Berapa nomor HP yang aktif?",
    to: "text: Iurannya Rp{iuran_dua, number}. Berapa nomor HP yang aktif?",
    shown: daftar,
    at: "- ask: hp",
    says: "its text reads iuran_dua, which needs penghasilan, which is asked only in line",
  },
  "an answer that is never asked together with the text that names it": {
    file: "locales/id/hitung_iuran.yaml",
    from: "hasil_karyawan: |-\n",
    to: "hasil_karyawan: |-\n  Penghasilan {penghasilan_kata}.\n",
    shown: iuran,
    at: "- say: hasil_karyawan",
    says: "never together with this",
  },
  "a result that is told before it is given": {
    file: "locales/id/daftar_mandiri.yaml",
    from: "    Coba cek dulu:\n",
    to: "    Coba cek dulu, nomornya {nomor}:\n",
    shown: daftar,
    at: "- review: ringkasan",
    says: "its text reads nomor, which kirim gives only in line",
  },
  "a value whose answer the flow does not ask": {
    file: iuran,
    from: 'when: lanjut == "ganti_upah"',
    to: 'when: lanjut == "ganti_upah" && umur > 17',
    at: "- reopen: upah",
    says: "umur, which needs tanggal_lahir, which this flow does not ask",
  },
  "a proposal from an answer asked later": {
    file: daftar,
    from: "    propose: sender_phone\n",
    to: "    propose: kota\n",
    at: "- ask: hp",
    says: "its proposal reads kota, which needs wilayah",
  },
  "a sentence that is told aside of an answer that no sentence gives": {
    file: iuran,
    from: 'when: untuk == "karyawan" && iuran_diketahui\n',
    to: 'when: untuk == "karyawan" && penghasilan_sebulan\n',
    at: "- say: karyawan_aside",
    says: "penghasilan_sebulan, which is not read from a sentence",
  },
};
