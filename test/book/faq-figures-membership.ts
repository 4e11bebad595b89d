import type { Figures } from "./faq-figures.ts";

/** Reliefs: all of BPU half price up to December 2026, transport up to March 2027 (PP 50/2025). */
const cheapest = ["Rp16.800"];

/** Figures of answers on membership, registering and contributions (facts on contributions, registration, privacy). */
export const membershipFigures: Record<string, Figures> = {
  // umum
  "apa-itu-bpjstk": { says: ["BPJAMSOSTEK", "PT Jamsostek", "175", "bukan BPJS Kesehatan"] },
  "beda-bpjs-kesehatan": { says: ["sakit biasa", "kecelakaan kerja", "JKK", "iurannya"] },
  "program-apa-saja": { says: ["JKK", "JKM", "JHT", "JP", "JKP", "migran"] },
  "siapa-bisa-daftar": {
    both: ["65 tahun", "Rp1 juta", "paling banyak 2"],
    says: ["NIK", "ojol", "Karyawan", "setelah iuran pertama dibayar"],
  },
  "beda-pu-bpu": { says: ["PU", "BPU", "sebagian besar", "kantor cabang atau 175"] },
  "usia-peserta": {
    both: ["65 tahun", "56 tahun", "59 tahun", "sampai 2027", "54 tahun"],
    says: ["pastikan dulu ke 175"],
  },
  "dua-pekerjaan": {
    both: ["paling banyak 2", "2 pekerjaan"],
    says: ["satu kali", "umumnya"],
  },
  "wajib-dan-sanksi": {
    both: ["8 tahun", "Rp1 miliar"],
    says: ["teguran", "denda", "layanan publik", "JKK dan JKM"],
  },
  "lapor-perusahaan": { says: ["175", "JMO", "kantor cabang", "Dinas Tenaga Kerja"] },
  "pmi-jasa-konstruksi": {
    both: [
      ...["24 bulan", "12 bulan", "6 bulan", "Rp370.000", "Rp332.500", "Rp189.000", "Rp108.000"],
      ...["Rp13.500", "Rp50.000"],
    ],
    says: [
      ...["lewat perusahaan penempatan: Rp370.000", "24 bulan mandiri: Rp332.500", "E-Jakon"],
      ...[
        "12 bulan mandiri: Rp189.000",
        "6 bulan mandiri: Rp108.000",
        "pmi.bpjsketenagakerjaan.go.id",
      ],
    ],
  },
  penipuan: {
    says: [
      "OTP",
      "gratis",
      "APK",
      "Play Store",
      "bpjsketenagakerjaan.go.id",
      "175",
      "rekening pribadi",
    ],
  },
  "privasi-data": {
    both: ["30 hari", "90 hari", "3x24 jam"],
    says: ["LIHAT DATA", "UBAH", "HAPUS DATA", "aturan BPJS"],
  },
  "manfaat-daftar": {
    both: [
      ...["Rp16.800", "Rp8.400", "Rp1 juta", "12 bulan", "Rp70 juta", "Rp42 juta", "3 bulan"],
      ...["2 anak", "Rp174 juta"],
    ],
    says: ["berturut-turut", "setelah iuran pertama dibayar"],
  },
  // daftar
  "biaya-daftar": { both: cheapest, november: ["Rp8.400"], says: ["Gratis", "175"] },
  "syarat-daftar-bpu": {
    both: ["65 tahun", "Rp1 juta"],
    says: ["NIK", "nomor HP", "dirawat", "setelah iuran pertama dibayar"],
  },
  "cara-daftar-bpu": {
    says: [
      "JMO",
      "bpjsketenagakerjaan.go.id/bpu",
      "Perisai",
      "NIK sebagai nomor bayar",
      "pastikan ke 175",
    ],
  },
  "syarat-daftar-usaha": { says: ["NPWP", "KTP pemilik", "NIB", "nama ibu kandung", "upah"] },
  "cara-daftar-usaha": {
    says: ["Penerima Upah", "e-mail", "kode iuran", "NPP", "SIPP", "Perisai"],
  },
  "daftar-koperasi": {
    both: ["0,24%"],
    says: ["peserta mandiri", "Kantor cabang yang memutuskan"],
  },
  "daftar-pendamping-non-asn": {
    both: ["30 hari", "0,24%", "0,3%"],
    says: ["JKK", "JKM", "JHT", "Taspen", "kantor cabang atau 175"],
  },
  "status-pendaftaran": {
    both: ["1x24 jam"],
    says: ["Payung tidak bisa melihat data di BPJS", "setelah iuran pertama dibayar", "175"],
  },
  "ubah-data": { says: ["JMO", "Dukcapil", "SIPP", "kantor cabang"] },
  "nik-bermasalah": { says: ["16 angka", "Kartu Keluarga", "Dukcapil", "sudah terdaftar"] },
  "kartu-peserta": { says: ["JMO", "11 angka", "KTP", "175"] },
  "pindah-kepesertaan": { says: ["menonaktifkan", "NIK yang sama", "KPJ", "umumnya"] },
  "berhenti-jadi-peserta": {
    both: ["3 bulan", "1 bulan", "Rp42 juta"],
    says: ["Tidak ada denda", "tidak dikembalikan"],
  },
  // iuran
  "iuran-bpu": {
    both: [
      ...["Rp16.800", "Rp36.800", "50%", "Rp8.400", "Rp28.400", "1%", "2%", "Rp6.800"],
      ...["Desember 2026", "Maret 2027"],
    ],
    says: ["Rp16.800 per bulan untuk JKK", "atau Rp36.800 kalau ditambah JHT", "JKK 1% dan JHT 2%"],
    saysNovember: ["Sedang ada keringanan 50%", "sampai iuran Desember 2026; ojek"],
    saysJanuary: ["Khusus ojek, sopir, dan kurir", "sampai iuran Maret 2027: mulai Rp8.400"],
  },
  "iuran-pu": {
    both: [
      ...["0,24%", "1,74%", "0,3%", "3,7%", "2%", "1%", "Rp11.086.300", "Rp2,5 juta", "Rp13.500"],
    ],
    says: [
      ...["tidak menambah tagihan", "JKK dan JKM", "0,24% sampai 1,74%", "(kematian): 0,3%"],
      ...["3,7% perusahaan, 2% pekerja", "2% perusahaan, 1% pekerja", "dari upah Rp11.086.300"],
    ],
  },
  "program-wajib-skala-usaha": {
    both: ["Rp1 miliar", "Rp2 miliar", "Rp5 miliar", "Rp15 miliar", "Rp10 miliar", "Rp50 miliar"],
    says: [
      ...["mikro: modal sampai Rp1 miliar atau penjualan sampai Rp2 miliar"],
      ...["kecil: modal sampai Rp5 miliar atau penjualan sampai Rp15 miliar"],
      ...["menengah: modal sampai Rp10 miliar atau penjualan sampai Rp50 miliar"],
      ...["mikro: JKK dan JKM", "kecil: JKK, JKM dan JHT", "besar: JKK, JKM, JHT dan JP"],
    ],
  },
  "diskon-iuran": {
    both: ["50%", "Rp8.400", "Desember 2026", "Maret 2027"],
    november: ["Rp28.400"],
    january: ["Rp16.800"],
    says: ["ojek", "APBN/APBD", "Tidak perlu mengajukan", "kantor cabang atau 175"],
    saysNovember: ["kurir: sampai iuran Maret 2027", "pekerjaan lain: sampai iuran Desember 2026"],
    saysJanuary: ["hanya untuk ojek", "sudah berakhir dengan iuran Desember 2026"],
  },
  "cara-bayar": { says: ["NIK", "BRImo", "DANA", "QRIS", "Alfamart", "Gojek", "SIPP"] },
  "kode-iuran": { says: ["NIK", "SIPP", "175", "rekening pribadi"] },
  "jatuh-tempo": {
    both: ["tanggal 15", "1, 3, 6 atau 12 bulan", "Maret 2027"],
    november: ["Desember 2026"],
    says: ["tanya 175"],
  },
  "telat-bayar": { both: ["3 bulan", "2%"], says: ["tidak kena denda", "tidak aktif", "175"] },
  "ganti-penghasilan": { both: ["Rp1 juta", "Rp42 juta"], says: ["JMO", "umumnya"] },
  "cek-kepesertaan": { both: ["3 bulan"], says: ["Payung tidak bisa melihat", "JMO", "175"] },
};
