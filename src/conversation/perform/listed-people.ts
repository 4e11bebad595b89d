import type { Value } from "../../answer-types/answer-type.ts";
import type { PersonFields } from "../ports/records.ts";
import type { ListName } from "../ports/sheets.ts";
import { asTyped, handedList } from "./handed-workers.ts";
import type { Setting } from "./performer.ts";

/** Both lists of a cooperative, with the fields that the chat's own questions have. */
export type ListedPeople = Readonly<Record<ListName, PersonFields[]>>;

/**
 * Those whom a cooperative registers, as they were typed; or, where an effect is handed `daftar`, the accepted rows of its files, each
 * member with the programme that was picked for all of them (`program_anggota`).
 */
export async function listedPeople({ effect, contact, workers }: Setting): Promise<ListedPeople> {
  const { pekerja, anggota, cara_daftar: way, daftar, program_anggota: program } = effect.payload;
  const list = handedList(way, daftar);
  if (list === null) return { pekerja: typedPeople(pekerja), anggota: typedPeople(anggota) };
  const rows = async (name: ListName) =>
    (await workers.rows(contact, listNamed(list, name))).map(asTyped);
  const chosen = program === undefined ? {} : { program };
  const members = await rows("anggota");
  return {
    pekerja: await rows("pekerja"),
    anggota: members.map((member) => ({ ...member, ...chosen })),
  };
}

/** The id of one of the lists that files of one step bring; that of staff is the step's own. */
export const listNamed = (list: string, name: ListName): string =>
  name === "pekerja" ? list : `${list}.${name}`;

/** Both lists of one step. */
export const listsOf = (list: string): string[] => [
  listNamed(list, "pekerja"),
  listNamed(list, "anggota"),
];

/** A list of a form as JSON; nobody where it was not asked for. */
export const typedPeople = (list: Value | undefined): PersonFields[] =>
  list === undefined ? [] : (JSON.parse(String(list)) as PersonFields[]);
