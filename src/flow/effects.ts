import type { CelType } from "./condition.ts";

/** Everything a flow can have done outside, with the fields of its result. */
export const effectKinds = {
  "consent.record": {},
  "registration.submit": { nomor: "string", sudah_ada: "bool" },
  "business.submit": { nomor: "string", sudah_ada: "bool", tercatat_ganda: "string" },
  "agency.submit": { nomor: "string", sudah_ada: "bool", tercatat_ganda: "string" },
  "cooperative.quote": {
    jumlah_pekerja: "int",
    jumlah_anggota: "int",
    pekerja_dihitung: "bool",
    pekerja_belum: "bool",
    koperasi_bayar: "int",
    upah_dipotong: "int",
    iuran_pekerja: "int",
    iuran_pekerja_tertinggi: "int",
    tiap_pekerja: "string",
    hukum_pekerja: "string",
    anggota_dihitung: "bool",
    anggota_belum: "bool",
    anggota_terhitung: "int",
    iuran_para_anggota: "int",
    tiap_anggota: "string",
    hukum_para_anggota: "string",
    banyak: "bool",
  },
  "cooperative.submit": { nomor: "string", sudah_ada: "bool", tercatat_ganda: "string" },
  "case.open": { nomor: "string", sudah_ada: "bool" },
  "data.show": {
    jumlah: "int",
    rincian: "string",
    ada_percakapan: "bool",
    percakapan: "string",
    berkas: "int",
    pekerja: "int",
    pekerja_nama: "string",
    salinan: "string",
    pekerja_salinan: "string",
  },
  "data.erase": { tanda_terima: "string", jumlah: "int" },
  "contact.stop": {},
  "accident.report": { nomor: "string", sudah_ada: "bool" },
  "employer.report": { nomor: "string", sudah_ada: "bool" },
  "case.add": {},
  "status.own": { jumlah: "int", rincian: "string" },
  "status.find": { hasil: "string", keadaan: "string" },
  "correction.request": { ada: "bool", nomor_kasus: "string", batas: "string" },
  "draft.invite": { kode: "string" },
  "draft.find": { hasil: "string", kanal: "string" },
  "draft.give": { sampai: "bool" },
  "consent.withdraw": { jumlah: "int", nomor_kasus: "string", batas: "string" },
  "file.take": { berkas: "string", alasan: "string" },
  "workers.read": {
    daftar: "string",
    terbaca: "bool",
    alasan: "string",
    diterima: "int",
    diterima_pekerja: "int",
    diterima_anggota: "int",
    ada_anggota: "bool",
    kosong: "string",
    ditolak: "int",
    total: "int",
    jumlah_upah: "int",
    belum_dibaca: "string",
    masalah: "string",
    hasil: "string",
  },
  "workers.quote": {
    daftar_dihitung: "bool",
    daftar_usaha_bayar: "int",
    daftar_pekerja_bayar: "int",
    daftar_iuran: "int",
    daftar_iuran_tertinggi: "int",
    daftar_rincian: "string",
    daftar_hukum: "string",
    daftar_orang: "int",
    daftar_jht_usaha: "int",
    daftar_jht_pekerja: "int",
    pemilik_di_berkas: "bool",
  },
} as const satisfies Record<string, Record<string, CelType>>;

export type EffectKind = keyof typeof effectKinds;

/** Done aside, as a job: the person hears that it is under way and may go on chatting. */
export const slowEffects: ReadonlySet<EffectKind> = new Set(["workers.read"]);

/** What opens a case for an officer: what is sent from then on is kept with it. */
export const openingEffects: ReadonlySet<EffectKind> = new Set([
  "case.open",
  "accident.report",
  "employer.report",
]);

/** What the engine has done by itself; no flow asks for it. */
export const ownEffects: ReadonlySet<EffectKind> = new Set(["file.take"]);

export const isEffectKind = (kind: string): kind is EffectKind => Object.hasOwn(effectKinds, kind);
