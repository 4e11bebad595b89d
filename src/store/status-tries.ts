import type { Contact } from "../conversation/ports/contact.ts";
import type { FoundState, PersonFields, StateQuestion } from "../conversation/ports/records.ts";
import { TRANSACTION, type Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient, Registration } from "./generated/client.ts";
import { contactId } from "./names.ts";
import { fieldsPlace } from "./places.ts";
import { checkNumber } from "./registration-number.ts";

/** Wrong tries within a day, of one contact and for one number, after which neither is answered. */
const TRIES = 5;
/** How long a wrong try counts, in ms. */
export const tryLife = 86_400_000;

/** What tries at a registration are counted under. */
export const triedNumber = (cipher: Cipher, number: string): string =>
  cipher.id("status of", number);

/** Tells the state of a registration to who knows its number and the birth date in it. Wrong tries are counted, not what was tried. */
export async function findState(
  prisma: PrismaClient,
  cipher: Cipher,
  contact: Contact,
  { key, number, birthDate, at }: StateQuestion,
): Promise<FoundState> {
  const from = contactId(cipher, contact);
  const written = checkNumber(number);
  const subjects = [from, triedNumber(cipher, written ?? number)] as const;
  return prisma.$transaction(async (tx) => {
    await oneAtATime(tx, cipher, subjects);
    const now = Date.parse(at);
    await tx.statusTry.deleteMany({ where: { at: { lte: BigInt(now - tryLife) } } });
    if (await isOver(tx, subjects)) return { found: "too_often" };
    const row =
      written === null ? null : await tx.registration.findUnique({ where: { number: written } });
    if (row !== null && bornIn(cipher, row) === birthDate)
      return { found: "yes", state: row.state, submittedAt: instant(row.submittedAt) };
    const tries = subjects.map((subject, place) => ({
      keyHash: cipher.id("status try", key, String(place)),
      subject,
      at: BigInt(now),
    }));
    await tx.statusTry.createMany({ data: tries, skipDuplicates: true });
    return { found: "no" };
  }, TRANSACTION);
}

function bornIn(cipher: Cipher, { number, fields }: Registration): unknown {
  return (cipher.decrypt(fieldsPlace(number), fields) as PersonFields)["tanggal_lahir"];
}

const instant = (at: bigint): string => new Date(Number(at)).toISOString();

async function isOver(tx: Tx, subjects: readonly string[]): Promise<boolean> {
  for (const subject of subjects)
    if ((await tx.statusTry.count({ where: { subject } })) >= TRIES) return true;
  return false;
}

/** Tries at the same time would otherwise not see each other. Always in one order, so that none waits for another in a ring. */
async function oneAtATime(tx: Tx, cipher: Cipher, subjects: readonly string[]): Promise<void> {
  for (const subject of [...subjects].sort()) {
    const lock = cipher.hash("status lock", subject).readBigInt64BE(0);
    await tx.$executeRaw`select pg_advisory_xact_lock(${lock})`;
  }
}
