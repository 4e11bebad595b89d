import type { PersonFields } from "../ports/records.ts";
import { beneathList } from "./beneath-list.ts";
import { handedList } from "./handed-workers.ts";
import { type ListedPeople, listedPeople, listsOf } from "./listed-people.ts";
import { namesAt } from "./names-at.ts";
import type { Performer } from "./performer.ts";
import { rowsLeft } from "./rows-left.ts";

/**
 * Stores a cooperative once, staff and members in one registration, each with the list (`daftar`) they are in; the same contact's open
 * one is not doubled, its number comes back. They are those typed, or the accepted rows of files, whose lists are gone then.
 * `tercatat_ganda`: who was registered from here already, by name.
 */
export const submitCooperative: Performer = async (setting) => {
  const { contact, effect, records, workers, at } = setting;
  const {
    identity,
    pekerja: _staff,
    anggota: _members,
    cara_daftar: way,
    daftar,
    program_anggota: _programme,
    daftar_berkas: files,
    ...fields
  } = effect.payload;
  const list = handedList(way, daftar);
  const lists = list === null ? [] : listsOf(list);
  const { pekerja, anggota } = await listedPeople(setting);
  const left = await rowsLeft(setting, lists);
  const people = [...inList("pekerja", pekerja), ...inList("anggota", anggota)];
  const owner = String(identity);
  const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  const submitted = await records.submitBusiness(
    effect.key,
    contact,
    {
      flow: "daftar_koperasi",
      segment: "koperasi",
      owner,
      business: numberOf(told) ?? `${owner} ${plainly(told["nama_koperasi"])}`,
      fields: { ...told, ...left, ...beneathList(list, files) },
      workers: people.map((person) => ({ identity: String(person["nik"]), fields: person })),
    },
    at,
  );
  for (const one of lists) await workers.remove(contact, one);
  return {
    nomor: submitted.number,
    sudah_ada: submitted.already,
    tercatat_ganda: namesAt(people, submitted.twice),
  };
};

const inList = (daftar: keyof ListedPeople, people: readonly PersonFields[]): PersonFields[] =>
  people.map((person) => ({ ...person, daftar }));

/** The first number of its own that a cooperative has told, without what people put between its parts. */
function numberOf(fields: Readonly<PersonFields>): string | undefined {
  const known = ["nik_koperasi", "badan_hukum", "nib", "npwp"].find((name) => name in fields);
  return known && `${known} ${plainly(fields[known]).replaceAll(/[^a-z0-9]/g, "")}`;
}

const plainly = (text: PersonFields[string] | undefined): string =>
  String(text).toLowerCase().replaceAll(/\s+/g, " ");
