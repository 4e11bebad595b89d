import type { Value } from "../../answer-types/answer-type.ts";
import type { PersonFields } from "../ports/records.ts";
import type { Setting } from "./performer.ts";

/** Both lists of a cooperative, with the fields that the chat's own questions have. */
export type ListedPeople = { pekerja: PersonFields[]; anggota: PersonFields[] };

/** Those whom a cooperative registers, as they were typed. */
export async function listedPeople({ effect }: Setting): Promise<ListedPeople> {
  const { pekerja, anggota } = effect.payload;
  return { pekerja: typedPeople(pekerja), anggota: typedPeople(anggota) };
}

/** A list of a form as JSON; nobody where it was not asked for. */
export const typedPeople = (list: Value | undefined): PersonFields[] =>
  list === undefined ? [] : (JSON.parse(String(list)) as PersonFields[]);
