import type { Contact } from "../conversation/ports/contact.ts";
import type { DraftCodes, FoundCode } from "../conversation/ports/records.ts";
import { once, type Performance, type Tx } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import type { PrismaClient } from "./generated/client.ts";
import { contactId } from "./names.ts";
import { codePlace, contactPlace } from "./places.ts";

/** How long a code counts, and how long wrong tries do, in ms. */
const LIFE = 15 * 60_000;
const HOUR = 3_600_000;
/** Wrong tries within an hour after which a contact is not answered. */
const TRIES = 5;
/** How long it is known who made a code: as long as drafts may be on their way. */
export const codeKept = 30 * 86_400_000;

/** 32 signs without those that are taken for one another: 5 bits each. */
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Codes are derived from their effect's key under the secret key: nobody can guess one, and nothing but a keyed hash is kept. */
export function draftCodesOn(prisma: PrismaClient, cipher: Cipher): DraftCodes {
  const perform = <Result>(
    key: string,
    contact: Contact,
    work: (performance: Performance) => Promise<Result>,
  ) => once(prisma, cipher, { key, contact, outlivesErasure: false, perform: work });
  return {
    async make(key, contact, at) {
      const { number } = await perform(key, contact, (performance) =>
        make(performance, cipher, { key, contact, now: Date.parse(at) }),
      );
      return codeOf(cipher, key, number);
    },
    take: (key, contact, code, at) =>
      perform(key, contact, (performance) =>
        take(performance, cipher, { key, code, now: Date.parse(at) }),
      ),
    give: (key, contact, code) =>
      perform(key, contact, (performance) => give(performance, cipher, key, code)),
    async receiver(code) {
      const codeHash = hashOf(cipher, code);
      const row = await prisma.draftCode.findUnique({ where: { codeHash } });
      return row === null || row.takenBy === null
        ? null
        : (cipher.decrypt(codePlace(codeHash), row.address) as Contact);
    },
  };
}

/** Who tries codes, as the tries name them. */
export const codeTries = (cipher: Cipher, contact: string): string =>
  cipher.id("draft code tries", contact);

const hashOf = (cipher: Cipher, code: string): string => cipher.id("draft code", code);

/** `X7K2-M9PQ` */
function codeOf(cipher: Cipher, key: string, number: number): string {
  const bytes = cipher.hash("draft code of", key, String(number));
  const signs = Array.from(bytes.subarray(0, 8), (byte) => SIGNS[byte % SIGNS.length]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Without a digit it might be a word that somebody types, without a letter a number. */
const isMixed = (code: string): boolean => /[A-Z]/.test(code) && /\d/.test(code);

type Making = { key: string; contact: Contact; now: number };

async function make(
  { tx, contactId: id, attempt }: Performance,
  cipher: Cipher,
  { key, contact, now }: Making,
): Promise<{ number: number }> {
  await tx.draftCode.deleteMany({ where: { contactId: id, takenBy: null } });
  await tx.draftCode.deleteMany({ where: { endsAt: { lte: BigInt(now - codeKept) } } });
  for (let number = attempt; ; number++) {
    const code = codeOf(cipher, key, number);
    const codeHash = hashOf(cipher, code);
    if (!isMixed(code) || (await tx.draftCode.count({ where: { codeHash } })) > 0) continue;
    const address = cipher.encrypt(codePlace(codeHash), contact);
    const endsAt = BigInt(now + LIFE);
    await tx.draftCode.create({ data: { codeHash, contactId: id, address, endsAt } });
    return { number };
  }
}

/** The contact's own row is locked meanwhile, so that tries at the same time count too. */
async function take(
  { tx, contactId: id }: Performance,
  cipher: Cipher,
  { key, code, now }: { key: string; code: string; now: number },
): Promise<FoundCode> {
  const subject = codeTries(cipher, id);
  const recent = { subject, at: { gt: BigInt(now - HOUR) } };
  if ((await tx.statusTry.count({ where: recent })) >= TRIES) return { found: "too_often" };
  const codeHash = hashOf(cipher, code);
  const counts = { codeHash, takenBy: null, endsAt: { gt: BigInt(now) }, contactId: { not: id } };
  const { count } = await tx.draftCode.updateMany({ where: counts, data: { takenBy: id } });
  if (count === 0) {
    const keyHash = cipher.id("draft code try", key);
    const data = [{ keyHash, subject, at: BigInt(now) }];
    await tx.statusTry.createMany({ data, skipDuplicates: true });
    return { found: "no" };
  }
  const { channel } = (await addressOf(tx, cipher, codeHash)) ?? { channel: "" };
  return { found: "yes", channel };
}

async function addressOf(tx: Tx, cipher: Cipher, codeHash: string): Promise<Contact | null> {
  const row = await tx.draftCode.findUnique({ where: { codeHash } });
  return row && (cipher.decrypt(codePlace(codeHash), row.address) as Contact);
}

/** The drafts stand on these consents; whoever has everything erased at one end takes none from the other. */
async function give(
  { tx, contactId: giver }: Performance,
  cipher: Cipher,
  key: string,
  code: string,
): Promise<boolean> {
  const codeHash = hashOf(cipher, code);
  if ((await tx.draftCode.count({ where: { codeHash, takenBy: giver } })) === 0) return false;
  const contact = await addressOf(tx, cipher, codeHash);
  if (contact === null) return false;
  const id = contactId(cipher, contact);
  const address = cipher.encrypt(contactPlace(id), contact);
  await tx.$executeRaw`
    insert into contact (id, address) values (${id}, ${address}) on conflict (id) do nothing`;
  const consents = await tx.consent.findMany({ where: { contactId: giver, withdrawnAt: null } });
  await tx.consent.createMany({
    data: consents.map((consent) => ({
      ...consent,
      contactId: id,
      keyHash: cipher.id("given consent", key, consent.keyHash),
    })),
  });
  return true;
}
