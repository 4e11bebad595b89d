import type { Registry } from "../conversation/ports/records.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { maskFields } from "./mask.ts";
import { auditPlace } from "./places.ts";
import { headOf, registrationOf, withWorkers } from "./records.ts";
import { checkNumber } from "./registration-number.ts";

/** What officers see of the registrations, oldest first. */
export function registryOn(prisma: PrismaClient, cipher: Cipher): Registry {
  return {
    async list() {
      const rows = await prisma.registration.findMany({
        omit: { fields: true, businessHash: true },
        include: { _count: { select: { workers: true } } },
        orderBy: [{ submittedAt: "asc" }, { number: "asc" }],
      });
      return rows.map(({ _count, ...row }) => headOf(row, _count.workers));
    },
    async show(text, reader) {
      const number = checkNumber(text);
      if (number === null) return null;
      const row = await prisma.registration.findUnique({ where: { number }, include: withWorkers });
      if (row === null) return null;
      const registration = registrationOf(cipher, row);
      if (!reader.unmask)
        return {
          ...registration,
          fields: maskFields(registration.fields, reader.plain),
          workers: registration.workers.map((worker) => ({
            ...worker,
            fields: maskFields(worker.fields, reader.plain),
          })),
        };
      await prisma.auditEntry.create({
        data: {
          at: BigInt(Date.parse(reader.at)),
          action: "registration.unmask",
          subject: number,
          by: cipher.encrypt(auditPlace(number), reader.by),
        },
      });
      return registration;
    },
  };
}
