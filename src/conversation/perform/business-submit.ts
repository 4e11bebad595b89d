import type { Value } from "../../answer-types/answer-type.ts";
import type { PersonFields } from "../ports/records.ts";
import type { WorkerRow } from "../ports/worker-lists.ts";
import { namesAt } from "./names-at.ts";
import type { Performer, Setting } from "./performer.ts";

/**
 * Stores a business with its workers once; the same contact's open one is not doubled, its number comes back. `pekerja` is the list
 * of the form as JSON; where `daftar` is given, the workers are the accepted rows of that list of files, which belong to the
 * registration from then on: the list is gone. `tercatat_ganda`: the workers whom this contact has registered already, by their place
 * among those typed, or by name.
 */
export const submitBusiness: Performer = async (setting) => {
  const { contact, effect, records, workers, at } = setting;
  const { identity, nib, npwp, pekerja, cara_pekerja: way, daftar, ...fields } = effect.payload;
  const list = way === undefined || way === "ketik" ? null : String(daftar);
  const rows = list === null ? typed(pekerja) : await listed(setting, list);
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
      fields: { ...fields, ...(nib ? { nib } : {}), ...(npwp ? { npwp } : {}) },
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

const typed = (pekerja: Value | undefined): PersonFields[] =>
  JSON.parse(String(pekerja)) as PersonFields[];

async function listed({ contact, workers }: Setting, list: string): Promise<PersonFields[]> {
  return (await workers.rows(contact, list)).map(asTyped);
}

/** The fields of a row as the chat's own questions call them. */
export const asTyped = ({ tgl_lahir, ...row }: WorkerRow): PersonFields =>
  tgl_lahir === undefined ? row : { ...row, tanggal_lahir: tgl_lahir };
