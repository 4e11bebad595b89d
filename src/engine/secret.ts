import type { Secret } from "../answer-types/secrets.ts";
import { note, pendingStep, type Work } from "./work.ts";

/** Warns a person who sent a secret; what looked like the number of a card may have been meant as a NIK where one is asked for. */
export function warnOfSecret(work: Work, secret: Secret): void {
  note(work, `engine.secret.${secret}`);
  const { step } = pendingStep(work) ?? {};
  if (secret === "card" && step?.kind === "ask" && step.type.name === "nik")
    note(work, "engine.secret.not_a_nik");
}
