import { createHash } from "node:crypto";
import type { Performer } from "./performer.ts";

/** Keeps that this contact agreed: purpose, version, time, and the digest of the very words that were shown. */
export const recordConsent: Performer = async ({ contact, effect, records, at }) => {
  const { purpose, version, wording } = effect.payload;
  const wordingHash = createHash("sha256").update(String(wording)).digest("hex");
  await records.recordConsent(effect.key, contact, {
    purpose: String(purpose),
    version: String(version),
    wordingHash,
    at,
  });
  return {};
};
