import type { PersonFields, Worker } from "../conversation/ports/records.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { workerRowPlace } from "./places.ts";

/** Registrations that one statement asks for. */
const BATCH = 1_000;

/** Workers of lists by the number of the registration that the list belongs to, in their order and under the names of a form's fields. */
export async function listedWorkers(
  prisma: PrismaClient,
  cipher: Cipher,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly Worker[]>> {
  const found = new Map<string, Worker[]>();
  for (let from = 0; from < numbers.length; from += BATCH) {
    const lists = await prisma.workerList.findMany({
      where: { registration: { in: numbers.slice(from, from + BATCH) } },
      include: { rows: { orderBy: { seq: "asc" } } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    for (const { registration, rows } of lists) {
      const workers = rows.map(({ listId, identityHash, body }) =>
        workerOf(cipher.decrypt(workerRowPlace(listId, identityHash), body) as PersonFields),
      );
      const number = registration ?? "";
      found.set(number, [...(found.get(number) ?? []), ...workers]);
    }
  }
  return found;
}

function workerOf({ tgl_lahir, ...fields }: PersonFields): Worker {
  const born = tgl_lahir === undefined ? {} : { tanggal_lahir: tgl_lahir };
  return { fields: { ...fields, ...born }, sameIdentityElsewhere: false };
}
