import type { Performer } from "./performer.ts";
import { reckonedBy } from "./reckoned.ts";

/**
 * Contributions of the workers in a list, by the very values of the book that workers typed in the chat are reckoned by; whole rupiah
 * of the first month, 0 where the rules know no sure figure (`daftar_dihitung` false). `pemilik_di_berkas`: the owner's NIK is there.
 */
export const quoteWorkerList: Performer = async (setting) => {
  const { contact, effect, workers } = setting;
  const { daftar, nik, ...answers } = effect.payload;
  const rows = await workers.rows(contact, String(daftar));
  const pekerja = JSON.stringify(rows.map((row) => ({ nama: row["nama"], upah: row.upah })));
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
    pemilik_di_berkas: rows.some((row) => row.nik === nik),
  };
};

/** Workers of a list that are reckoned for each; of more all together. */
const eachAtMost = 4;
