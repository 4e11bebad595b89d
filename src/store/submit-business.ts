import type { BusinessSubmission } from "../conversation/ports/records.ts";
import type { Performance, Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { fieldsPlace, workerPlace } from "./places.ts";
import { freeNumber, OPEN, oneAtATime, person } from "./submit.ts";

type Submitted = { number: string; already: boolean; twice: readonly number[] };

/** Stores a business with its workers and its first event, unless the contact has an open registration of the same business. */
export async function submitBusiness(
  { tx, contactId, attempt }: Performance,
  cipher: Cipher,
  key: string,
  submission: BusinessSubmission,
  at: bigint,
): Promise<Submitted> {
  // One lock for all of them: two lists may share workers in any order.
  await oneAtATime(tx, cipher, "businesses");
  const businessHash = cipher.id("business", submission.business);
  const same = await tx.registration.findMany({
    where: { state: { in: OPEN }, businessHash },
    select: { number: true, contactId: true },
    orderBy: [{ submittedAt: "asc" }, { number: "asc" }],
  });
  const own = same.find((registration) => registration.contactId === contactId);
  if (own !== undefined) return { number: own.number, already: true, twice: [] };

  const hashes = submission.workers.map(({ identity }) => cipher.id("identity", identity));
  const elsewhere = await registeredAs(tx, hashes, contactId);
  const number = await freeNumber(tx, cipher, key, attempt);
  const { owner } = submission;
  await tx.registration.create({
    data: {
      number,
      contactId,
      personId:
        owner === undefined
          ? null
          : await person(tx, cipher, contactId, cipher.id("identity", owner), owner),
      segment: submission.segment,
      flow: submission.flow,
      state: "submitted",
      submittedAt: at,
      sameIdentityElsewhere: same.length > 0,
      businessHash,
      fields: cipher.encrypt(fieldsPlace(number), submission.fields),
      events: { create: { kind: "submitted", at } },
    },
  });
  await tx.registeredWorker.createMany({
    data: submission.workers.map(({ fields }, index) => ({
      number,
      position: index + 1,
      identityHash: hashes[index] ?? "",
      sameIdentityElsewhere: elsewhere.byOthers.has(hashes[index] ?? ""),
      fields: cipher.encrypt(workerPlace(number, index + 1), fields),
    })),
  });
  const twice = hashes.flatMap((hash, index) => (elsewhere.byContact.has(hash) ? [index + 1] : []));
  return { number, already: false, twice };
}

/** Which of these people open registrations of businesses name already: this contact's, and those of others. */
async function registeredAs(
  tx: Tx,
  hashes: readonly string[],
  contactId: string,
): Promise<{ byContact: ReadonlySet<string>; byOthers: ReadonlySet<string> }> {
  const rows = await tx.registeredWorker.findMany({
    where: { identityHash: { in: [...hashes] }, registration: { state: { in: OPEN } } },
    select: { identityHash: true, registration: { select: { contactId: true } } },
  });
  const named = (own: boolean) =>
    new Set(
      rows
        .filter(({ registration }) => (registration.contactId === contactId) === own)
        .map(({ identityHash }) => identityHash),
    );
  return { byContact: named(true), byOthers: named(false) };
}
