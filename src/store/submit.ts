import type { Submission } from "../conversation/ports/records.ts";
import type { Performance, Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { isListedAsMember, MEMBERS } from "./members.ts";
import { OPEN, oneAtATime, sharing } from "./one-at-a-time.ts";
import { fieldsPlace, personPlace } from "./places.ts";
import { numberFor } from "./registration-number.ts";

/** Stores a registration with its first event, unless the contact has an open one for the same identity. */
export async function submit(
  { tx, contactId, attempt }: Performance,
  cipher: Cipher,
  key: string,
  submission: Submission,
  at: bigint,
): Promise<{ number: string; already: boolean }> {
  const identityHash = cipher.id("identity", submission.identity);
  await sharing(tx, cipher, MEMBERS);
  await oneAtATime(tx, cipher, identityHash);
  const open = await tx.registration.findMany({
    where: { state: { in: OPEN }, segment: submission.segment, person: { identityHash } },
    select: { number: true, contactId: true },
    orderBy: [{ submittedAt: "asc" }, { number: "asc" }],
  });
  const own = open.find((registration) => registration.contactId === contactId);
  if (own !== undefined) return { number: own.number, already: true };

  const elsewhere = open.length > 0 || (await isListedAsMember(tx, cipher, identityHash));
  const number = await freeNumber(tx, cipher, key, attempt);
  const personId = await person(tx, cipher, contactId, identityHash, submission.identity);
  await tx.registration.create({
    data: {
      number,
      contactId,
      personId,
      segment: submission.segment,
      flow: submission.flow,
      state: "submitted",
      submittedAt: at,
      sameIdentityElsewhere: elsewhere,
      fields: cipher.encrypt(fieldsPlace(number), submission.fields),
      events: { create: { kind: "submitted", at } },
    },
  });
  return { number, already: false };
}

/** A number that no registration has. */
export async function freeNumber(
  tx: Tx,
  cipher: Cipher,
  key: string,
  firstAttempt: number,
): Promise<string> {
  for (let attempt = firstAttempt; ; attempt++) {
    const number = numberFor(cipher, "PYG", key, attempt);
    if ((await tx.registration.count({ where: { number } })) === 0) return number;
  }
}

/** The person of this NIK as the contact named them. */
export async function person(
  tx: Tx,
  cipher: Cipher,
  contactId: string,
  identityHash: string,
  identity: string,
): Promise<string> {
  const id = cipher.id("person", contactId, identityHash);
  await tx.person.upsert({
    where: { id },
    create: { id, contactId, identityHash, identity: cipher.encrypt(personPlace(id), identity) },
    update: {},
  });
  return id;
}
