import {
  type BusinessSubmission,
  isMember,
  type PersonFields,
} from "../conversation/ports/records.ts";
import type { Performance, Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { MEMBERS, registeredAlone } from "./members.ts";
import { OPEN, oneAtATime } from "./one-at-a-time.ts";
import { fieldsPlace, workerPlace } from "./places.ts";
import { freeNumber, person } from "./submit.ts";

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

  const people = submission.workers.map(({ identity, fields }) => ({
    hash: cipher.id("identity", identity),
    fields,
  }));
  const known = await registeredBefore(tx, cipher, people, contactId);
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
    data: people.map(({ hash, fields }, index) => ({
      number,
      position: index + 1,
      identityHash: hash,
      sameIdentityElsewhere: known.elsewhere.has(hash),
      fields: cipher.encrypt(workerPlace(number, index + 1), fields),
    })),
  });
  const twice = people.flatMap(({ hash }, index) => (known.byContact.has(hash) ? [index + 1] : []));
  return { number, already: false, twice };
}

type Person = { hash: string; fields: PersonFields };

/** Who is in an open registration already: `byContact` is told to the sender, `elsewhere` marked for officers. */
async function registeredBefore(
  tx: Tx,
  cipher: Cipher,
  people: readonly Person[],
  contactId: string,
): Promise<{ byContact: ReadonlySet<string>; elsewhere: ReadonlySet<string> }> {
  const hashes = people.map(({ hash }) => hash);
  const listed = await registeredAs(tx, hashes, contactId);
  const members = people.filter(({ fields }) => isMember(fields)).map(({ hash }) => hash);
  if (members.length === 0) return { byContact: listed.byContact, elsewhere: listed.byOthers };
  await oneAtATime(tx, cipher, MEMBERS);
  const alone = await registeredAlone(tx, members, contactId);
  return {
    byContact: new Set([...listed.byContact, ...alone.byContact]),
    elsewhere: new Set([...listed.byOthers, ...alone.byAny]),
  };
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
