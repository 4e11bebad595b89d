import { deliveriesLock } from "./deliveries.ts";
import { codeTries } from "./draft-codes.ts";
import type { Performance } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { numberFor } from "./registration-number.ts";
import { triedNumber } from "./status-tries.ts";

/**
 * Erases what is known of a contact and leaves a receipt that leads to nobody. Kept are the hashes of seen message ids
 * (redeliveries), the messages that still wait, and, while a turn is running, its session: that turn's commit settles it.
 */
export async function erase(
  { tx, contactId, attempt }: Performance,
  cipher: Cipher,
  key: string,
  at: bigint,
): Promise<{ receipt: string; registrations: number }> {
  const idle = { id: contactId, OR: [{ leaseUntil: null }, { leaseUntil: { lte: at } }] };
  await tx.lineContact.updateMany({ where: idle, data: { session: null } });
  await tx.outboxPart.deleteMany({ where: { contactId } });
  await tx.outboxContact.deleteMany({ where: { contactId } });
  await tx.job.deleteMany({ where: { contactId } });
  await tx.deadLetter.deleteMany({ where: { contactId } });
  await tx.effectResult.deleteMany({ where: { contactId } });
  await tx.draftCode.deleteMany({ where: { OR: [{ contactId }, { takenBy: contactId }] } });
  await tx.personName.deleteMany({ where: { contactId } });
  await tx.$executeRaw`select pg_advisory_xact_lock(${deliveriesLock(cipher, contactId)})`;
  await tx.delivery.deleteMany({ where: { contactId } });
  const own = await tx.registration.findMany({ where: { contactId }, select: { number: true } });
  const registrations = own.length;
  const tried = own.map(({ number }) => triedNumber(cipher, number));
  const subjects = [contactId, codeTries(cipher, contactId), ...tried];
  await tx.statusTry.deleteMany({ where: { subject: { in: subjects } } });
  const consents = await tx.consent.count({ where: { contactId } });
  // Persons, registrations with their events, cases with lines and files, kept files, lists of workers and consents go with the contact.
  await tx.contact.delete({ where: { id: contactId } });
  const receipt = numberFor(cipher, "HPS", key, attempt);
  await tx.erasureReceipt.create({ data: { number: receipt, at, registrations, consents } });
  return { receipt, registrations };
}
