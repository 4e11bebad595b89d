import type { Figures } from "./faq-figures.ts";

/** Figures of answers on benefits and service (facts on benefits and service). */
export const benefitFigures: Record<string, Figures> = {
  "jkk-manfaat": {
    both: [
      ...["Rp5 juta", "Rp2 juta", "Rp10 juta", "100%", "12 bulan", "Rp20 juta", "48 kali"],
      ...["Rp22 juta", "Rp1 juta", "Rp70 juta", "2x24 jam"],
    ],
    says: ["tanpa batas rupiah", "darat sampai Rp5 juta, laut Rp2 juta, udara Rp10 juta"],
  },
  "jkk-biaya-rs": { both: ["2x24 jam"], says: ["Tidak ada batas rupiah", "kelas I", "PLKK"] },
  "jkk-lapor": { both: ["2x24 jam", "5 tahun"], says: ["175", "perusahaan", "surat polisi"] },
  "jkk-stmb": {
    both: ["12 bulan", "100%", "50%", "Rp1 juta", "Rp500.000"],
    says: ["12 bulan pertama: 100%", "setelah itu: 50%"],
  },
  "jkk-cacat": {
    both: ["80 x", "56 x", "Rp1 juta", "Rp56 juta", "Rp5 juta", "Rp2,5 juta", "Rp12 juta"],
    says: [
      ...[
        "cacat total tetap: 56 x",
        "tabel x 80 x",
        "santunan Rp12 juta",
        "Kantor cabang atau 175",
      ],
      "gigi palsu sampai Rp5 juta, alat dengar Rp2,5 juta, kacamata Rp1 juta",
    ],
  },
  "jkk-perjalanan": { both: ["2x24 jam"], says: ["Jasa Raharja", "polisi", "menyimpang"] },
  "jkk-tidak-ditanggung": { both: ["2x24 jam"], says: ["bukan Payung", "sakit biasa"] },
  "jkk-penyakit-akibat-kerja": {
    both: ["2x24 jam", "3 tahun", "5 tahun"],
    says: ["dokter", "PAK"],
  },
  "jkk-meninggal": {
    both: [
      ...["48 x", "Rp12 juta", "Rp10 juta", "paling banyak 2", "2 anak", "Rp1 juta", "Rp70 juta"],
      ...["3 bulan", "2x24 jam"],
    ],
    says: ["Turut berduka", "JHT", "santunan berkala Rp12 juta", "pemakaman Rp10 juta"],
  },
  // jkm
  "jkm-manfaat": {
    both: [
      ...[
        "Rp42 juta",
        "Rp20 juta",
        "Rp12 juta",
        "Rp10 juta",
        "paling banyak 2",
        "2 anak",
        "3 tahun",
      ],
      "3 bulan",
    ],
    says: [
      ...["berturut-turut", "kantor cabang atau 175", "JKK", "santunan kematian Rp20 juta"],
      ...["santunan berkala Rp12 juta", "hanya uang pemakaman Rp10 juta"],
    ],
  },
  "jkm-klaim": {
    both: ["3 hari", "5 tahun"],
    says: ["akta kematian", "ahli waris", "buku nikah", "F4"],
  },
  "jkm-ahli-waris": { says: ["suami atau istri", "orang tua", "saudara kandung", "umumnya"] },
  "beasiswa-anak": {
    both: [
      ...["paling banyak 2", "2 anak", "Rp1,5 juta", "Rp2 juta", "Rp3 juta", "Rp12 juta"],
      ...["2 tahun", "6 tahun", "3 tahun", "5 tahun", "Rp174 juta", "23 tahun"],
    ],
    says: [
      ...[
        "TK: Rp1,5 juta, paling lama 2 tahun",
        "SD: Rp1,5 juta, 6 tahun",
        "SMP: Rp2 juta, 3 tahun",
      ],
      ...["SMA/SMK: Rp3 juta, 3 tahun", "pelatihan: Rp12 juta, 5 tahun", "belum 23 tahun"],
    ],
  },
  // jht
  "jht-manfaat": {
    both: ["2%", "5,7%", "Rp20.000", "56 tahun"],
    says: [
      "2% dari dasar penghasilan",
      "5,7% dari upah",
      "deposito",
      "Kantor cabang yang memastikan",
    ],
  },
  "jht-klaim": {
    both: ["56 tahun", "1 bulan", "Rp15 juta", "Rp50 juta", "5 hari"],
    says: ["lapakasik.bpjsketenagakerjaan.go.id"],
  },
  "jht-resign-phk": {
    both: ["1 bulan", "Rp50 juta", "5 hari"],
    says: ["paklaring", "menonaktifkan", "175"],
  },
  "jht-sebagian": {
    both: ["10 tahun", "10%", "30%"],
    says: ["satu kali", "10% saldo, untuk persiapan pensiun", "30% saldo, untuk rumah"],
  },
  "jht-saldo": { says: ["JMO", "Payung tidak bisa melihat saldo", "175"] },
  // jp, jkp
  "jp-manfaat": {
    both: [
      ...["15 tahun", "Rp411.400", "Rp4.932.300", "59 tahun", "sampai 2027", "60 tahun"],
      ...["mulai 2028", "2%", "1%", "Rp11.086.300"],
    ],
    says: ["antara Rp411.400 dan Rp4.932.300", "59 tahun sampai 2027, lalu 60 tahun mulai 2028"],
  },
  "jkp-manfaat": {
    both: [
      ...["60%", "6 bulan", "Rp5 juta", "Rp3 juta", "12 bulan", "24 bulan", "54 tahun"],
      ...["paling banyak 3", "3 kali", "5 tahun"],
    ],
    says: [
      "60% dari upah",
      "12 bulan iuran dalam 24 bulan",
      "bukan mengundurkan diri",
      "Peserta mandiri tidak ikut",
    ],
  },
  "jkp-klaim": { both: ["6 bulan", "5 lamaran"], says: ["siapkerja.kemnaker.go.id"] },
  // layanan
  "mlt-perumahan": {
    both: ["Rp500 juta", "Rp150 juta", "Rp200 juta", "1 tahun"],
    says: ["(KPR) sampai Rp500 juta", "uang muka sampai Rp150 juta", "Kantor cabang atau 175"],
  },
  "aplikasi-jmo": { both: ["Rp15 juta"], says: ["Play Store", "OTP", "175"] },
  "kantor-cabang": { says: ["bpjsketenagakerjaan.go.id/kontak.html", "08.00", "175"] },
  "kontak-resmi": { says: ["175", "care@bpjsketenagakerjaan.go.id", "sengaja tidak ditulis"] },
  "agen-perisai": { says: ["hanya iurannya", "NIK sendiri", "OTP"] },
  "bicara-petugas": { both: ["90 hari"], says: ["PETUGAS", "175"] },
  "lama-proses-klaim": {
    both: ["5 hari", "3 hari", "7 hari", "15 hari"],
    says: [
      "(hari tua): paling lama 5",
      "(kematian): sekitar 3",
      "biasanya 7",
      "(pensiun): sekitar 15",
    ],
  },
  "lacak-klaim": {
    says: ["Payung tidak bisa melihat", "/tracking", "175", "siapkerja.kemnaker.go.id"],
  },
};
