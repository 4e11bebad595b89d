import { channelWord } from "../message-from.ts";
import type { Performer } from "./performer.ts";

/** A code by which drafts from another conversation come here: `X7K2-M9PQ`, once and for 15 minutes. */
export const inviteDrafts: Performer = async ({ contact, effect, records, at }) => ({
  kode: await records.codes.make(effect.key, contact, at),
});

/** Whether a code counts, and to what kind of channel it leads; it is used up with that. */
export const findCode: Performer = async ({ contact, effect, records, at }) => {
  const code = String(effect.payload["kode"]);
  const found = await records.codes.take(effect.key, contact, code, at);
  return { hasil: found.found, kanal: found.found === "yes" ? channelWord(found) : "" };
};

/** Whether the drafts may leave for whoever made the code; the contact's consents go along. */
export const giveDrafts: Performer = async ({ contact, effect, records }) => ({
  sampai: await records.codes.give(effect.key, contact, String(effect.payload["kode"])),
});
