import type { CaseEntry, CaseKind, Cases } from "../conversation/ports/cases.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import { keepFile, noteFile } from "./case-files.ts";
import { openCase, openOne, TALK } from "./case-opening.ts";
import { partHash } from "./delivery-names.ts";
import { once, type Performance } from "./effects.ts";
import type { Cipher } from "./encryption.ts";
import { forgetCases } from "./forget-cases.ts";
import type { OfficerCase, PrismaClient } from "./generated/client.ts";
import { contactId } from "./names.ts";
import { caseLinePlace, closedByPlace, contactPlace } from "./places.ts";
import type { Sql } from "./sql.ts";

/** What is kept of a line, encrypted. */
export type LineBody = Omit<CaseEntry, "media"> & {
  media?: Pick<NonNullable<CaseEntry["media"]>, "kind" | "name">;
  by?: string;
};

/** The cases of contacts. A contact's row is locked by every write, so that they come one after the other. */
export function casesOn(prisma: PrismaClient, sql: Sql, cipher: Cipher): Cases {
  const onCase = onCaseOf(prisma, cipher);
  return {
    open: (key, contact, opening, at, matter = TALK) =>
      once(prisma, cipher, {
        key,
        contact,
        outlivesErasure: false,
        perform: (performance) =>
          openCase(performance, cipher, key, { opening, matter }, epoch(at)),
      }),
    async append(key, contact, number, entry, how) {
      await onCase(key, contact, number, (performance, row) =>
        append(performance, cipher, key, row, entry, { ...how, at: epoch(how.at) }),
      );
    },
    async note(key, contact, number, event, at) {
      await onCase(key, contact, number, async ({ tx }) => {
        const line = lineOf(cipher, key, number, "event", epoch(at), { text: event });
        await tx.caseLine.create({ data: line });
      });
    },
    keepFile: (contact, key, file) => keepFile(sql, cipher, contact, key, file),
    async reply(key, number, { text, by, partId }, at) {
      const contact = await holder(sql, cipher, number);
      if (contact === null) return false;
      const written = await onCase(key, contact, number, async ({ tx }, row) => {
        if (row.state !== "open") return false;
        const line = lineOf(cipher, key, number, "officer", epoch(at), { text, by });
        await tx.caseLine.create({ data: { ...line, partHash: partHash(cipher, partId) } });
        const last = { lastFrom: "officer", lastAt: epoch(at) };
        await tx.officerCase.update({ where: { number }, data: { ...SEEN_TO, ...last } });
        return true;
      });
      return written ?? false;
    },
    async close(key, number, by, at) {
      const contact = await holder(sql, cipher, number);
      if (contact === null) return false;
      const closed = await onCase(key, contact, number, async ({ tx }, row) => {
        if (row.state !== "open") return false;
        const closedBy = cipher.encrypt(closedByPlace(number), by);
        const data = { ...SEEN_TO, state: "closed", closedAt: epoch(at), closedBy };
        await tx.officerCase.update({ where: { number }, data });
        return true;
      });
      return closed ?? false;
    },
    async unanswered(before, limit) {
      const rows = await sql.query<Holder & { number: string; since: number }>(
        `select number, waiting_since::float8 as since, contact.id, address
         from officer_case join contact on contact.id = contact_id
         where state = 'open' and due_at is null and not late_told and waiting_since < $1::bigint
           and coalesce(contact.stopped_at < waiting_since, true)
         order by waiting_since, number limit $2::int`,
        [Date.parse(before), limit],
      );
      return rows.map((row) => ({
        number: row.number,
        contact: contactOf(cipher, row),
        since: new Date(row.since).toISOString(),
      }));
    },
    async toldLate(number) {
      // Not where an officer answered in the meantime: who waits after that is told anew.
      const where = { number, state: "open", waitingSince: { not: null } };
      await prisma.officerCase.updateMany({ where, data: { lateTold: true } });
    },
    async ofContact(contact) {
      const rows = await prisma.officerCase.findMany({
        where: { contactId: contactId(cipher, contact) },
        orderBy: [{ openedAt: "asc" }, { number: "asc" }],
        select: {
          number: true,
          openedAt: true,
          _count: { select: { lines: { where: { author: { not: "event" } } } } },
        },
      });
      return rows.map(({ number, openedAt, _count }) => ({
        number,
        openedAt: new Date(Number(openedAt)).toISOString(),
        messages: _count.lines,
      }));
    },
    forget: (closedBefore) => forgetCases(prisma, epoch(closedBefore)),
  };
}

/** An officer has answered or closed the case: nobody waits. */
const SEEN_TO = { waitingSince: null, unanswered: 0, lateTold: false };

type Holder = { id: string; address: string };

const contactOf = (cipher: Cipher, { id, address }: Holder): Contact =>
  cipher.decrypt(contactPlace(id), address) as Contact;

const epoch = (at: string): bigint => BigInt(Date.parse(at));

/** Thrown to undo a write: the contact has no such case, and nothing of them may be left behind by asking. */
class NoSuchCase extends Error {}

/** Performs a write on a case of a contact once; null, with nothing stored, if they have none of this number. */
function onCaseOf(prisma: PrismaClient, cipher: Cipher) {
  return async <Result>(
    key: string,
    contact: Contact,
    number: string,
    work: (performance: Performance, row: OfficerCase) => Promise<Result>,
  ): Promise<Result | null> => {
    const perform = async (performance: Performance) => {
      const where = { number, contactId: performance.contactId };
      const row = await performance.tx.officerCase.findFirst({ where });
      if (row === null) throw new NoSuchCase();
      return work(performance, row);
    };
    try {
      return await once(prisma, cipher, { key, contact, outlivesErasure: false, perform });
    } catch (error) {
      if (error instanceof NoSuchCase) return null;
      throw error;
    }
  };
}

/** Whose case it is. */
async function holder(sql: Sql, cipher: Cipher, number: string): Promise<Contact | null> {
  const [row] = await sql.query<Holder>(
    `select contact.id, address from officer_case
     join contact on contact.id = contact_id where number = $1`,
    [number],
  );
  return row === undefined ? null : contactOf(cipher, row);
}

/** A closed one gives way to another that is open by now: a second open one of a kind would be seen by nobody. */
async function append(
  { tx, contactId: id }: Performance,
  cipher: Cipher,
  key: string,
  named: OfficerCase,
  { media, ...entry }: CaseEntry,
  { urgent, at }: { urgent: boolean; at: bigint },
): Promise<void> {
  const isOpen = named.state === "open";
  const row = isOpen ? named : ((await openOne(tx, id, named.kind as CaseKind)) ?? named);
  const { number } = row;
  const { kind, name } = media ?? {};
  const body: LineBody = {
    ...entry,
    ...(kind && { media: { kind, ...(name !== undefined && { name }) } }),
  };
  const line = lineOf(cipher, key, number, "person", at, body);
  await tx.caseLine.create({
    data: { ...line, ...(media && { file: noteFile(cipher, key, media) }) },
  });
  await tx.officerCase.update({
    where: { number },
    data: {
      state: "open",
      closedAt: null,
      closedBy: null,
      urgent: row.urgent || urgent,
      waitingSince: row.unanswered === 0 ? at : row.waitingSince,
      unanswered: row.unanswered + 1,
      lastFrom: "person",
      lastAt: at,
    },
  });
}

/** How a line is named: by the key of the effect that wrote it. */
export function lineId(cipher: Cipher, key: string): string {
  return cipher.id("effect", key);
}

function lineOf(
  cipher: Cipher,
  key: string,
  number: string,
  author: "person" | "officer" | "event",
  at: bigint,
  body: LineBody,
) {
  const id = lineId(cipher, key);
  return { id, number, author, at, body: cipher.encrypt(caseLinePlace(id), body) };
}
