import type { Registration, RegistrationReader, Registry } from "../conversation/ports/records.ts";
import { auditEntries, noteReading } from "./audit.ts";
import { correct } from "./correct.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { maskFields } from "./mask.ts";
import { headOf, registrationOf, withWorkers } from "./records.ts";
import { checkNumber } from "./registration-number.ts";

const oldestFirst = [{ submittedAt: "asc" }, { number: "asc" }] as const;

/** What officers see of the registrations, oldest first. */
export function registryOn(prisma: PrismaClient, cipher: Cipher): Registry {
  return {
    async list() {
      const rows = await prisma.registration.findMany({
        omit: { fields: true, businessHash: true },
        include: { _count: { select: { workers: true } } },
        orderBy: [...oldestFirst],
      });
      return rows.map(({ _count, ...row }) => headOf(row, _count.workers));
    },
    async show(text, reader) {
      const number = checkNumber(text);
      if (number === null) return null;
      const row = await prisma.registration.findUnique({ where: { number }, include: withWorkers });
      if (row === null) return null;
      const registration = registrationOf(cipher, row);
      if (!reader.unmask) return masked(registration, reader);
      await noteReading(prisma, cipher, "registration.unmask", [number], reader);
      return registration;
    },
    async read({ number: text, since }, reader) {
      const number = text === undefined ? undefined : checkNumber(text);
      if (number === null) return [];
      const rows = await prisma.registration.findMany({
        where: {
          ...(number === undefined ? {} : { number }),
          ...(since === undefined ? {} : { submittedAt: { gte: BigInt(Date.parse(since)) } }),
        },
        include: withWorkers,
        orderBy: [...oldestFirst],
      });
      const registrations = rows.map((row) => registrationOf(cipher, row));
      if (!reader.unmask) return registrations.map((registration) => masked(registration, reader));
      const numbers = registrations.map(({ number: named }) => named);
      await noteReading(prisma, cipher, "registration.export", numbers, reader);
      return registrations;
    },
    correct: (number, correction) => correct(prisma, cipher, number, correction),
    audit: () => auditEntries(prisma, cipher),
  };
}

const masked = (registration: Registration, { plain }: RegistrationReader): Registration => ({
  ...registration,
  fields: maskFields(registration.fields, plain),
  workers: registration.workers.map((worker) => ({
    ...worker,
    fields: maskFields(worker.fields, plain),
  })),
});
