import type { Correction, PersonFields } from "../conversation/ports/records.ts";
import { TRANSACTION } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { auditPlace, fieldsPlace } from "./places.ts";
import { checkNumber } from "./registration-number.ts";

/**
 * Replaces one answer of a registration and notes who did; the old value is kept nowhere. False where there is no such registration
 * or it does not hold this answer.
 */
export async function correct(
  prisma: PrismaClient,
  cipher: Cipher,
  text: string,
  { field, value, by, at }: Correction,
): Promise<boolean> {
  const number = checkNumber(text);
  if (number === null) return false;
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 as locked from registration where number = ${number} for update`;
    const row = await tx.registration.findUnique({ where: { number }, select: { fields: true } });
    if (row === null) return false;
    const fields = cipher.decrypt(fieldsPlace(number), row.fields) as PersonFields;
    if (!Object.hasOwn(fields, field)) return false;
    const corrected = cipher.encrypt(fieldsPlace(number), { ...fields, [field]: value });
    const when = BigInt(Date.parse(at));
    await tx.registration.update({
      where: { number },
      data: { fields: corrected, events: { create: { kind: "corrected", at: when } } },
    });
    const subject = `${number} ${field}`;
    const entry = { at: when, action: "registration.correct", subject };
    await tx.auditEntry.create({
      data: { ...entry, by: cipher.encrypt(auditPlace(subject), by) },
    });
    return true;
  }, TRANSACTION);
}
