import { TRANSACTION, type Tx } from "./effects.ts";
import type { PrismaClient } from "./generated/client.ts";

/**
 * Removes cases that were closed before this time, with lines, files and the results kept under their keys, and contacts of
 * whom nothing else is known. Gives how many cases.
 */
export async function forgetCases(prisma: PrismaClient, closedBefore: bigint): Promise<number> {
  const due = await prisma.officerCase.findMany({
    where: { state: "closed", closedAt: { lt: closedBefore } },
    distinct: ["contactId"],
    select: { contactId: true },
  });
  let forgotten = 0;
  for (const { contactId } of due)
    forgotten += await prisma.$transaction(
      (tx) => forgetOf(tx, contactId, closedBefore),
      TRANSACTION,
    );
  return forgotten;
}

/** The contact's row is locked first: a case that is opened again in the meantime stays. */
async function forgetOf(tx: Tx, contactId: string, closedBefore: bigint): Promise<number> {
  await tx.$queryRaw`select 1 as locked from contact where id = ${contactId} for update`;
  await tx.$executeRaw`
    delete from effect_result using case_line line, officer_case
    where effect_result.key_hash = line.id and line.number = officer_case.number
      and officer_case.contact_id = ${contactId} and officer_case.state = 'closed'
      and officer_case.closed_at < ${closedBefore}`;
  const where = { contactId, state: "closed", closedAt: { lt: closedBefore } };
  const { count } = await tx.officerCase.deleteMany({ where });
  await removeEmpty(tx, contactId);
  return count;
}

/** Removes a contact of whom nothing is known but their address; its row must be locked. */
export async function removeEmpty(tx: Tx, contactId: string): Promise<void> {
  const nothing = { none: {} };
  const empty = {
    ...{ cases: nothing, consents: nothing, persons: nothing, registrations: nothing },
    ...{ files: nothing, workerLists: nothing },
  };
  const gone = await tx.contact.deleteMany({ where: { id: contactId, stoppedAt: null, ...empty } });
  if (gone.count > 0) await tx.effectResult.deleteMany({ where: { contactId } });
}
