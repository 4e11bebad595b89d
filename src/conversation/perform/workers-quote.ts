import { handedWorkers } from "./handed-workers.ts";
import type { Performer } from "./performer.ts";
import { reckonedBy } from "./reckoned.ts";

/**
 * Contributions of the workers in a list, or of those typed where there is none, by the very values of the book that a form's own
 * texts are made from; whole rupiah of the first month, 0 where the rules know no sure figure (`daftar_dihitung` false).
 * `pemilik_di_berkas`: the owner's NIK is there.
 */
export const quoteWorkerList: Performer = async (setting) => {
  const { daftar, nik, pekerja: _typed, ...answers } = setting.effect.payload;
  const rows = await handedWorkers(setting, daftar === undefined ? null : String(daftar));
  const pekerja = JSON.stringify(rows.map(({ nama, upah }) => ({ nama, upah })));
  const known = reckonedBy(setting, { ...answers, pekerja });
  const amount = (name: string) => Number(known(name) ?? 0);
  const told = (name: string) => String(known(name) ?? "");
  return {
    daftar_dihitung: known("iuran_usaha_diketahui") === true,
    daftar_usaha_bayar: amount("usaha_bayar"),
    daftar_pekerja_bayar: amount("pekerja_bayar"),
    daftar_iuran: amount("iuran_semua"),
    daftar_iuran_tertinggi: amount("iuran_semua_tertinggi"),
    daftar_rincian: rows.length > eachAtMost ? "" : told("rincian_pekerja"),
    daftar_hukum: told("hukum_usaha"),
    daftar_orang: rows.length,
    daftar_jht_usaha: amount("jht_usaha"),
    daftar_jht_pekerja: amount("jht_pekerja"),
    pemilik_di_berkas: rows.some((row) => row["nik"] === nik),
  };
};

/** Workers of a list that are reckoned for each; of more all together. */
const eachAtMost = 4;
