import { beneathList } from "./beneath-list.ts";
import { handedList, handedWorkers } from "./handed-workers.ts";
import { namesAt } from "./names-at.ts";
import type { Performer } from "./performer.ts";
import { rowsLeft } from "./rows-left.ts";

/**
 * Stores a business with its workers once; the same contact's open one is not doubled, its number comes back. `pekerja` is the list
 * of the form as JSON; where `daftar` is given, the workers are the accepted rows of that list of files, which belong to the
 * registration from then on: the list is gone. `tercatat_ganda`: the workers whom this contact has registered already, by their place
 * among those typed, or by name.
 */
export const submitBusiness: Performer = async (setting) => {
  const { contact, effect, records, workers, at } = setting;
  const {
    identity,
    nib,
    npwp,
    pekerja: _typed,
    cara_pekerja: way,
    daftar,
    daftar_berkas: files,
    ...fields
  } = effect.payload;
  const list = handedList(way, daftar);
  const rows = await handedWorkers(setting, list);
  const left = await rowsLeft(setting, list === null ? [] : [list]);
  const owner = String(identity);
  const named = [owner, String(fields["nama_usaha"]).toLowerCase().replaceAll(/\s+/g, " ")];
  const submitted = await records.submitBusiness(
    effect.key,
    contact,
    {
      flow: "daftar_usaha",
      segment: "usaha",
      owner,
      business: String(nib ?? npwp ?? named.join(" ")),
      fields: {
        ...fields,
        ...(nib ? { nib } : {}),
        ...(npwp ? { npwp } : {}),
        ...left,
        ...beneathList(list, files),
      },
      workers: rows.map((row) => ({ identity: String(row["nik"]), fields: row })),
    },
    at,
  );
  if (list !== null) await workers.remove(contact, list);
  const { twice } = submitted;
  return {
    nomor: submitted.number,
    sudah_ada: submitted.already,
    tercatat_ganda: list === null ? twice.join(", ") : namesAt(rows, twice),
  };
};
