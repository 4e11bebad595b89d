import type { AuditEntry, RegistrationReader } from "../conversation/ports/records.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { auditPlace } from "./places.ts";

/** Writes down that somebody read these registrations in clear, one entry each. */
export async function noteReading(
  prisma: PrismaClient,
  cipher: Cipher,
  action: "registration.unmask" | "registration.export",
  numbers: readonly string[],
  { at, by }: RegistrationReader,
): Promise<void> {
  await prisma.auditEntry.createMany({
    data: numbers.map((subject) => ({
      at: BigInt(Date.parse(at)),
      action,
      subject,
      by: cipher.encrypt(auditPlace(subject), by),
    })),
  });
}

/** Who read what in clear, oldest first. */
export async function auditEntries(prisma: PrismaClient, cipher: Cipher): Promise<AuditEntry[]> {
  const rows = await prisma.auditEntry.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ at, action, subject, by }) => ({
    at: new Date(Number(at)).toISOString(),
    action,
    subject,
    by: String(cipher.decrypt(auditPlace(subject), by)),
  }));
}
