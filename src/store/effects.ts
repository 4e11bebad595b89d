import type { Contact } from "../conversation/ports/contact.ts";
import type { Cipher } from "./encryption.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { contactId } from "./names.ts";
import { contactPlace, resultPlace } from "./places.ts";

/** Longest a record's transaction may take, and longest it may wait to begin, in ms. */
export const TRANSACTION = { timeout: 5_000, maxWait: 20_000 };
/** How often a write is begun anew when another one got in its way. */
const ATTEMPTS = 5;

export type Tx = Prisma.TransactionClient;

/** One performance of an effect: the contact's row is locked, so that a contact's writes come one after the other. */
export type Performance = { tx: Tx; contactId: string; attempt: number };

export type Effect<Result> = {
  key: string;
  contact: Contact;
  /** Whether the result is kept when everything of the contact is erased. */
  outlivesErasure: boolean;
  /** Longest its transaction may take, in ms; as that of any record unless told. */
  timeout?: number;
  perform(performance: Performance): Promise<Result>;
};

/**
 * Performs an effect once and gives its result, also to everybody who comes later or at the same time with the same key:
 * the key's row is inserted first, so a second performance waits for the first one's transaction, then reads.
 */
export async function once<Result>(
  prisma: PrismaClient,
  cipher: Cipher,
  effect: Effect<Result>,
): Promise<Result> {
  const keyHash = cipher.id("effect", effect.key);
  const stored = async () => {
    const row = await prisma.effectResult.findUnique({ where: { keyHash } });
    return row === null || row.result === null
      ? undefined
      : { result: cipher.decrypt(resultPlace(keyHash), row.result) as Result };
  };
  for (let attempt = 0; ; attempt++) {
    const known = await stored();
    if (known !== undefined) return known.result;
    try {
      return await prisma.$transaction((tx) => perform(tx, cipher, effect, keyHash, attempt), {
        ...TRANSACTION,
        timeout: effect.timeout ?? TRANSACTION.timeout,
      });
    } catch (error) {
      if (attempt + 1 >= ATTEMPTS || !isRace(error)) throw error;
    }
  }
}

async function perform<Result>(
  tx: Tx,
  cipher: Cipher,
  effect: Effect<Result>,
  keyHash: string,
  attempt: number,
): Promise<Result> {
  const id = contactId(cipher, effect.contact);
  await tx.effectResult.create({
    data: { keyHash, contactId: effect.outlivesErasure ? null : id },
  });
  const address = cipher.encrypt(contactPlace(id), effect.contact);
  // Made or locked in one statement: an upsert of two would find nothing where an erasure came between.
  await tx.$executeRaw`
    insert into contact (id, address) values (${id}, ${address})
    on conflict (id) do update set id = excluded.id`;
  const result = await effect.perform({ tx, contactId: id, attempt });
  await tx.effectResult.update({
    where: { keyHash },
    data: { result: cipher.encrypt(resultPlace(keyHash), result) },
  });
  return result;
}

/** A unique value that somebody else took first, or a transaction that gave way to another. */
function isRace(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "P2002" || error.code === "P2034" || error.code === "P2003";
}
