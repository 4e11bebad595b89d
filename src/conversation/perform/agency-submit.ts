import { beneathList } from "./beneath-list.ts";
import { handedList, handedWorkers } from "./handed-workers.ts";
import { namesAt } from "./names-at.ts";
import type { Performer } from "./performer.ts";
import { rowsLeft } from "./rows-left.ts";

/**
 * Stores a public agency with its non-ASN staff once; the same contact's open one is not doubled, its number comes back. It is known
 * by its name and place, since units may share a tax number. Staff are those typed, or the accepted rows of `daftar`, which is gone
 * then. `tercatat_ganda`: whom this contact has registered already, by name.
 */
export const submitAgency: Performer = async (setting) => {
  const { contact, effect, records, workers, at } = setting;
  const {
    pekerja: _typed,
    cara_pekerja: way,
    daftar,
    daftar_berkas: files,
    ...told
  } = effect.payload;
  const list = handedList(way, daftar);
  const rows = await handedWorkers(setting, list);
  const fields = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ""));
  const left = await rowsLeft(setting, list === null ? [] : [list]);
  const named = `${told["nama_instansi"]} ${told["wilayah"]}`;
  const submitted = await records.submitBusiness(
    effect.key,
    contact,
    {
      flow: "daftar_pendamping",
      segment: "pendamping",
      business: named.toLowerCase().replaceAll(/\s+/g, " "),
      fields: { ...fields, ...left, ...beneathList(list, files) },
      workers: rows.map((row) => ({ identity: String(row["nik"]), fields: row })),
    },
    at,
  );
  if (list !== null) await workers.remove(contact, list);
  return {
    nomor: submitted.number,
    sudah_ada: submitted.already,
    tercatat_ganda: namesAt(rows, submitted.twice),
  };
};
