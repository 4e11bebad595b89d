import type { Value } from "../../answer-types/answer-type.ts";
import type { Effect } from "../../engine/event.ts";
import type { PersonFields } from "../ports/records.ts";
import { handedList } from "./handed-workers.ts";
import { listedPeople } from "./listed-people.ts";
import type { Performer } from "./performer.ts";
import { reckonedBy } from "./reckoned.ts";

/**
 * Contributions of a cooperative's staff (PU) and members (BPU), typed or from a list, by the values of the book: whole rupiah of the
 * first month. `pekerja_belum`: the rules know no sure figure for the staff; `anggota_belum`: none for some of the members, who are
 * not in `iuran_para_anggota` then. `banyak`: the lines of each are more than a message holds.
 */
export const quoteCooperative: Performer = async (setting) => {
  const { pekerja, anggota } = await listedPeople(setting);
  const known = reckonedBy(setting, {
    ...answersOf(setting.effect.payload),
    pekerja: JSON.stringify(pekerja.map(({ nama, upah }) => ({ nama, upah }))),
    anggota: JSON.stringify(anggota.map(reckonedFields)),
  });
  const { cara_daftar: way, daftar } = setting.effect.payload;
  const isTyped = handedList(way, daftar) === null;
  const each = (name: string, { length }: readonly unknown[]) =>
    length > 0 && (isTyped || length <= linesInMessage) ? `\n${known(name) ?? ""}` : "";
  const staff = pekerja.length > 0 && known("iuran_usaha_diketahui") === true;
  const ofStaff = (name: string) => (staff ? Number(known(name) ?? 0) : 0);
  const reckoned = Number(known("anggota_diketahui") ?? 0);
  return {
    jumlah_pekerja: pekerja.length,
    jumlah_anggota: anggota.length,
    pekerja_dihitung: staff,
    pekerja_belum: pekerja.length > 0 && !staff,
    koperasi_bayar: ofStaff("usaha_bayar"),
    upah_dipotong: ofStaff("pekerja_bayar"),
    iuran_pekerja: ofStaff("iuran_semua"),
    iuran_pekerja_tertinggi: ofStaff("iuran_semua_tertinggi"),
    tiap_pekerja: staff ? each("rincian_pekerja", pekerja) : "",
    hukum_pekerja: staff ? String(known("hukum_usaha") ?? "") : "",
    anggota_dihitung: reckoned > 0,
    anggota_belum: reckoned < anggota.length,
    anggota_terhitung: reckoned,
    iuran_para_anggota: Number(known("iuran_anggota") ?? 0),
    tiap_anggota: each("rincian_anggota", anggota),
    hukum_para_anggota: String(known("hukum_anggota") ?? ""),
    banyak: isTyped && Math.max(pekerja.length, anggota.length) > linesInMessage,
  };
};

/** Lines that the values of the book give for a message; the people of a longer list from a file are told all together. */
const linesInMessage = 4;

/** What contributions of staff go by, as far as it was asked. */
const answersOf = ({ ukuran, bidang, kegiatan }: Effect["payload"]): Record<string, Value> =>
  Object.fromEntries(
    Object.entries({ ukuran, bidang, kegiatan }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const reckonedFields = ({ nama, pekerjaan, antar_angkut, penghasilan, program }: PersonFields) => ({
  nama,
  pekerjaan,
  antar_angkut,
  penghasilan,
  program,
});
