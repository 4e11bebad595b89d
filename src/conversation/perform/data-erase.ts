import type { Performer } from "./performer.ts";

/** Erases the contact's records and gives the number of the receipt (UU 27/2022 art. 43-45). */
export const eraseData: Performer = async ({ contact, effect, records, at }) => {
  const { receipt, registrations } = await records.erase(effect.key, contact, at);
  return { tanda_terima: receipt, jumlah: registrations };
};
