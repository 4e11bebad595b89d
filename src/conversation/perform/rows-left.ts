import type { PersonFields } from "../ports/records.ts";
import type { Setting } from "./performer.ts";

/**
 * The field by which officers see how many rows of a list of files are left out when it is handed in (`baris_tertinggal`); no
 * field where none are, or with `list` null, where people were typed. To be asked before the list is gone.
 */
export async function rowsLeft(
  { contact, workers }: Setting,
  list: string | null,
): Promise<PersonFields> {
  const left = list === null ? 0 : (await workers.faults(contact, list)).length;
  return left === 0 ? {} : { baris_tertinggal: left };
}
