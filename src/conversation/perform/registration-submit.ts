import type { Performer } from "./performer.ts";

/** Stores a finished registration once; the same person's open one is not doubled, its number comes back. */
export const submitRegistration: Performer = async ({ contact, effect, records, at }) => {
  const { identity, ...fields } = effect.payload;
  const submitted = await records.submit(
    effect.key,
    contact,
    { flow: "daftar_mandiri", segment: "mandiri", identity: String(identity), fields },
    at,
  );
  return { nomor: submitted.number, sudah_ada: submitted.already };
};
