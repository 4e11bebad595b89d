/** An invented person's answers to daftar_mandiri, by step, as typed. */
export const answers: Record<string, string> = {
  pilihan: "daftar sekarang",
  siapa: "saya sendiri",
  setuju: "iya setuju",
  nik: "3404074506850002",
  nama: "sri contohsari",
  tanggal_lahir: "betul",
  hp: "0812 0000 1234",
  alamat: "dusun mawar rt 2 rw 5",
  wilayah: "depok sleman",
  pekerjaan: "jualan sayur keliling",
  tempat_kerja: "pasar contoh",
  jam_kerja: "jam 5 pagi sampai jam 11",
  pekerjaan_dua: "tidak ada",
  penghasilan: "2,5 jt",
  program: "yang murah",
  bulan: "3 bulan",
  cabang: "ya",
  pernyataan: "benar semua",
  ringkasan: "ya",
};

/** What to type at a step. */
export function answerTo(step: string | null): string {
  const answer = step === null ? "halo" : answers[step];
  if (answer === undefined) throw new Error(`no answer for step ${step}`);
  return answer;
}

/** What they type from the greeting to the end, in order; `serial`: the last four digits of their NIK. */
export function wholeForm(serial = "0002", greeting = "halo"): string[] {
  const { pilihan = "", siapa = "", setuju = "", nik = "", ...rest } = answers;
  return [greeting, pilihan, siapa, setuju, nik.slice(0, 12) + serial, ...Object.values(rest)];
}

/** The same up to the answer of this step. */
export function typedUntil(step: string): string[] {
  const place = Object.keys(answers).indexOf(step);
  if (place < 0) throw new Error(`no answer for step ${step}`);
  return wholeForm().slice(0, place + 2);
}

/** The income of one of up to a thousand people, as typed and as read back. */
export const incomeOf = (index: number): string => `5.${String(index).padStart(3, "0")}.000`;

/** What they type to reckon a benefit: three messages that may come at once, up to the question "Mau apa selanjutnya?". */
export const reckoning = (index: number): string[] => [
  "hitung manfaat",
  "kecelakaan kerja",
  incomeOf(index),
];
