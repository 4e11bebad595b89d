import { soundBookWith } from "./book-with.ts";

const flow = `flow: kirim_daftar
intent: [kirim daftar]
steps:
  - ask: setuju
    type: yes-no
    class: plain
  - end: batal_saja
    when: "!setuju"
  - do: consent.record
    as: catat
    with: { purpose: tujuan_persetujuan, version: versi_persetujuan, wording: "text:setuju" }
  - say: templat
    file: templat_pekerja
  - ask: daftar_berkas
    type: file
    class: personal
    kinds: [sheet]
    options: [ketik]
  - do: workers.read
    as: baca
    when: daftar_berkas != "ketik"
    with: { berkas: daftar_berkas }
    gives: { terbaca: bool, diterima: int, ditolak: int, total: int, jumlah_upah: int, masalah: string, hasil: string }
  - say: tidak_terbaca
    when: "!terbaca"
  - reopen: daftar_berkas
    when: "!terbaca"
  - say: yang_salah
    when: ditolak > 0
    file: hasil
  - ask: lanjut
    type: choice
    class: plain
    when: ditolak > 0
    depends_on: [diterima, ditolak]
    options: [perbaiki, cukup]
  - reopen: daftar_berkas
    when: lanjut == "perbaiki"
  - ask: foto_usaha
    type: file
    class: personal
    kinds: [image, pdf]
    several: all
    max: 1
    optional: true
  - end: selesai
`;
const texts = `title: Kirim daftar
setuju: Boleh datanya disimpan?
batal_saja: Baik.
templat: Ini templatnya.
daftar_berkas: { text: Kirim daftarnya, again: Daftarnya?, label: Daftar, options: { ketik: Ketik saja } }
baca: Daftarnya sedang dibaca.
tidak_terbaca: "{masalah}"
yang_salah: "Masih salah:\\n{masalah}"
lanjut: { text: "{diterima} masuk, {ditolak} belum. Lalu?", options: { perbaiki: Kirim perbaikan, cukup: Cukup } }
foto_usaha: { text: Foto tempat usaha?, label: Foto }
selesai: Beres.
`;

/** The project's own flows, and one that takes a list of workers and photos. */
export const bookOfLists = () =>
  soundBookWith({
    "flows/kirim_daftar.yaml": flow,
    "locales/id/kirim_daftar.yaml": texts,
    "locales/en/kirim_daftar.yaml": texts,
  });
