import type { PersonFields } from "../ports/records.ts";
import type { Performer } from "./performer.ts";

/**
 * Stores a business with its workers once; the same contact's open one is not doubled, its number comes back. `pekerja` is the
 * list of the form as JSON. `tercatat_ganda`: the workers whom this contact has registered already, by their place in the list.
 */
export const submitBusiness: Performer = async ({ contact, effect, records, at }) => {
  const { identity, nib, npwp, pekerja, ...fields } = effect.payload;
  const rows = JSON.parse(String(pekerja)) as PersonFields[];
  const owner = String(identity);
  const named = [owner, String(fields["nama_usaha"]).toLowerCase().replaceAll(/\s+/g, " ")];
  const submitted = await records.submitBusiness(
    effect.key,
    contact,
    {
      flow: "daftar_usaha",
      owner,
      business: String(nib ?? npwp ?? named.join(" ")),
      fields: { ...fields, ...(nib ? { nib } : {}), ...(npwp ? { npwp } : {}) },
      workers: rows.map((row) => ({ identity: String(row["nik"]), fields: row })),
    },
    at,
  );
  return {
    nomor: submitted.number,
    sudah_ada: submitted.already,
    tercatat_ganda: submitted.twice.join(", "),
  };
};
