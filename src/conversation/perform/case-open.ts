import type { Performer } from "./performer.ts";

/** Opens a case for an officer, with where the person stands but none of their answers; an open one is gone on with. */
export const openCase: Performer = async ({ contact, effect, session, cases, at }) => {
  const { flow, step } = effect.payload;
  const { language } = session;
  const named = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const opening = { language, flow: named(flow), step: named(step) };
  const { number, already } = await cases.open(effect.key, contact, opening, at);
  if (already) await cases.note(`${effect.key}.returned`, contact, number, "returned", at);
  return { nomor: number, sudah_ada: already };
};
