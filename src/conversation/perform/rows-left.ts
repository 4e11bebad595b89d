import type { PersonFields } from "../ports/records.ts";
import type { Setting } from "./performer.ts";

/**
 * The field by which officers see how many rows of lists of files are left out when they are handed in (`baris_tertinggal`); no
 * field where none are, or where people were typed. To be asked before the lists are gone.
 */
export async function rowsLeft(
  { contact, workers }: Setting,
  lists: readonly string[],
): Promise<PersonFields> {
  const faults = await Promise.all(lists.map((list) => workers.faults(contact, list)));
  const left = faults.flat().length;
  return left === 0 ? {} : { baris_tertinggal: left };
}
