import { isMember, type PersonFields } from "../conversation/ports/records.ts";
import type { Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { OPEN } from "./one-at-a-time.ts";
import { workerPlace } from "./places.ts";

// Members of cooperatives work for themselves (BPU), as those who register alone do: one person in both, from whichever contact, is a
// double that an officer must look at. Staff may rightly be self-employed too.

/** Held alone while members are registered, and shared by those who register alone: neither would see the other. */
export const MEMBERS = "members";

/** Whether an open registration of a cooperative has this person among its members. */
export async function isListedAsMember(
  tx: Tx,
  cipher: Cipher,
  identityHash: string,
): Promise<boolean> {
  const listed = await tx.registeredWorker.findMany({
    where: { identityHash, registration: { state: { in: OPEN }, segment: "koperasi" } },
    select: { number: true, position: true, fields: true },
  });
  return listed.some(({ number, position, fields }) =>
    isMember(cipher.decrypt(workerPlace(number, position), fields) as PersonFields),
  );
}

/** Who of these has an open registration of their own: from this contact, and from any. */
export async function registeredAlone(
  tx: Tx,
  hashes: readonly string[],
  contactId: string,
): Promise<{ byContact: ReadonlySet<string>; byAny: ReadonlySet<string> }> {
  const rows = await tx.person.findMany({
    where: {
      identityHash: { in: [...hashes] },
      registrations: { some: { state: { in: OPEN }, segment: "mandiri" } },
    },
    select: { identityHash: true, contactId: true },
  });
  const own = rows.filter((row) => row.contactId === contactId);
  return {
    byContact: new Set(own.map(({ identityHash }) => identityHash)),
    byAny: new Set(rows.map(({ identityHash }) => identityHash)),
  };
}
