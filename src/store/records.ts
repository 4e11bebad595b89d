import type { Contact } from "../conversation/ports/contact.ts";
import type {
  PersonFields,
  Records,
  Registration,
  RegistrationHead,
} from "../conversation/ports/records.ts";
import { draftCodesOn } from "./draft-codes.ts";
import type { Performance } from "./effects.ts";
import { once } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { erase } from "./erase.ts";
import type {
  Prisma,
  PrismaClient,
  RegisteredWorker,
  Registration as Row,
} from "./generated/client.ts";
import { contactId } from "./names.ts";
import { fieldsPlace, workerPlace } from "./places.ts";
import { findState } from "./status-tries.ts";
import { submit } from "./submit.ts";
import { submitBusiness } from "./submit-business.ts";

/** Longest that a business with its workers, at most 10,000, may take to be stored, in ms. */
const businessTimeout = 45_000;

/** A contact's own records, through Prisma; every write is one transaction under its effect's key. */
export function recordsOn(prisma: PrismaClient, cipher: Cipher): Records {
  const perform = <Result>(
    key: string,
    contact: Contact,
    work: (performance: Performance) => Promise<Result>,
    timeout?: number,
  ) => {
    const limit = timeout === undefined ? {} : { timeout };
    return once(prisma, cipher, { key, contact, outlivesErasure: false, perform: work, ...limit });
  };
  return {
    recordConsent: (key, contact, consent) =>
      perform(key, contact, async ({ tx, contactId }) => {
        const { purpose, version, wordingHash } = consent;
        const keyHash = cipher.id("effect", key);
        const at = epoch(consent.at);
        await tx.consent.create({
          data: { keyHash, contactId, purpose, version, wordingHash, at },
        });
        return { recorded: true };
      }),
    submit: (key, contact, submission, at) =>
      perform(key, contact, (performance) =>
        submit(performance, cipher, key, submission, epoch(at)),
      ),
    submitBusiness: (key, contact, submission, at) =>
      perform(
        key,
        contact,
        (performance) => submitBusiness(performance, cipher, key, submission, epoch(at)),
        businessTimeout,
      ),
    erase: (key, contact, at) =>
      once(prisma, cipher, {
        key,
        contact,
        outlivesErasure: true,
        perform: (performance) => erase(performance, cipher, key, epoch(at)),
      }),
    stop: (key, contact, at) =>
      perform(key, contact, async ({ tx, contactId }) => {
        await tx.contact.update({ where: { id: contactId }, data: { stoppedAt: epoch(at) } });
        return { stopped: true };
      }),
    codes: draftCodesOn(prisma, cipher),
    findState: (contact, question) => findState(prisma, cipher, contact, question),
    withdrawConsent: (key, contact, at) =>
      perform(key, contact, async ({ tx, contactId }) => {
        const where = { contactId, withdrawnAt: null };
        const { count } = await tx.consent.updateMany({ where, data: { withdrawnAt: epoch(at) } });
        return { withdrawn: count };
      }),
    async ofContact(contact) {
      const rows = await prisma.registration.findMany({
        where: { contactId: contactId(cipher, contact) },
        include: withWorkers,
        orderBy: [{ submittedAt: "asc" }, { number: "asc" }],
      });
      return rows.map((row) => registrationOf(cipher, row));
    },
  };
}

/** A registration is read with its workers, in their order. */
export const withWorkers = {
  workers: { orderBy: { position: "asc" } },
} as const satisfies Prisma.RegistrationInclude;

/** A stored registration in clear. */
export function registrationOf(
  cipher: Cipher,
  row: Row & { workers: RegisteredWorker[] },
): Registration {
  const fields = cipher.decrypt(fieldsPlace(row.number), row.fields) as PersonFields;
  const workers = row.workers.map(
    ({ number, position, sameIdentityElsewhere, fields: sealed }) => ({
      fields: cipher.decrypt(workerPlace(number, position), sealed) as PersonFields,
      sameIdentityElsewhere,
    }),
  );
  return { ...headOf(row, 0), fields, workers };
}

/** What is known of a registration without reading what people told. */
export function headOf(
  row: Omit<Row, "fields" | "businessHash">,
  workers: number,
): RegistrationHead {
  return {
    number: row.number,
    segment: row.segment as Registration["segment"],
    flow: row.flow,
    state: row.state as Registration["state"],
    submittedAt: new Date(Number(row.submittedAt)).toISOString(),
    sameIdentityElsewhere: row.sameIdentityElsewhere,
    workers,
  };
}

function epoch(at: string): bigint {
  return BigInt(Date.parse(at));
}
