import type { DeadLetter } from "../../conversation/ports/dead.ts";
import type { Cipher } from "../encryption.ts";
import { base32 } from "../names.ts";
import type { ContactNames } from "./contact-names.ts";

const OWN_LENGTH = 12;
const SHARD = /s(\d\d)\}$/;

/** Id of a dead letter: derived from what died, so that the same thing is never listed twice; ends in its shard. */
export function deadId(
  cipher: Cipher,
  names: ContactNames,
  what: DeadLetter["what"],
  ownId: string,
): string {
  const shard = SHARD.exec(names.tag)?.[1] ?? "";
  return base32(cipher.hash("dead", what, names.id, ownId), OWN_LENGTH) + shard;
}

/** The shard that a dead letter's id names; null if it is no such id. */
export function shardOf(id: string): number | null {
  const found = /^[a-z2-7]{12}(\d\d)$/.exec(id)?.[1];
  return found === undefined ? null : Number(found);
}
