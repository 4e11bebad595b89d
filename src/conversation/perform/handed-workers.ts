import type { Value } from "../../answer-types/answer-type.ts";
import type { PersonFields } from "../ports/records.ts";
import type { WorkerRow } from "../ports/worker-lists.ts";
import type { Setting } from "./performer.ts";

/** The workers that an effect is handed: the accepted rows of a list of files, or with `list` null those typed in the form. */
export async function handedWorkers(
  { contact, workers, effect }: Setting,
  list: string | null,
): Promise<PersonFields[]> {
  if (list === null) return typed(effect.payload["pekerja"]);
  return (await workers.rows(contact, list)).map(asTyped);
}

/** The list of files that an effect is handed, by its id; null where people were typed, be a list there from before. */
export const handedList = (way: Value | undefined, list: Value | undefined): string | null =>
  way === "ketik" || list === undefined ? null : String(list);

const typed = (pekerja: Value | undefined): PersonFields[] =>
  JSON.parse(String(pekerja)) as PersonFields[];

/** The fields of a row as the chat's own questions call them. */
export const asTyped = ({ tgl_lahir, ...row }: WorkerRow): PersonFields =>
  tgl_lahir === undefined ? row : { ...row, tanggal_lahir: tgl_lahir };
