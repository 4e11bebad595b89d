import type { Performer } from "./performer.ts";

/** Notes that the contact wants no message that they did not ask for. */
export const stopContact: Performer = async ({ contact, effect, records, at }) => {
  await records.stop(effect.key, contact, at);
  return {};
};
