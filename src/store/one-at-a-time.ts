import type { Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";

/** The states in which a registration still counts as open. */
export const OPEN = ["submitted"];

/** Until the end of the transaction nobody else has this lock: two submissions of one thing would otherwise not see each other. */
export async function oneAtATime(tx: Tx, cipher: Cipher, what: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${lockOf(cipher, what)})`;
}

/** The same lock, held by any number at once, but not beside `oneAtATime`. */
export async function sharing(tx: Tx, cipher: Cipher, what: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${lockOf(cipher, what)})`;
}

const lockOf = (cipher: Cipher, what: string): bigint =>
  cipher.hash("identity lock", what).readBigInt64BE(0);
