import type { Contact } from "../conversation/ports/contact.ts";
import type {
  Deliveries,
  DeliveryReport,
  DeliveryState,
} from "../conversation/ports/deliveries.ts";
import type { Account, OutPart } from "../conversation/ports/part.ts";
import { type Acceptance, acceptAll } from "./accept.ts";
import { hasArrived, partHash, receiptHash } from "./delivery-names.ts";
import type { Cipher } from "./encryption.ts";
import { gathered } from "./gathered.ts";
import { contactId } from "./names.ts";
import { deliveryPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How far back failures are counted, in ms. */
const SUMMARY_MS = 7 * 24 * 3600 * 1000;

/** A higher one replaces a lower one. */
const RANK: Record<DeliveryState, number> = {
  accepted: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  failed: 4,
  awaiting: 5,
};

type Failure = NonNullable<DeliveryReport["failure"]>;
/** Of a failure of which the provider said no more. */
const UNKNOWN: Failure = { code: "unknown", error: "refused" };

type Taken = { contact: Contact; part: OutPart };

/** Deliveries in SQL. One receipt is seen to by one transaction at a time, so that no report is lost between two. */
export function deliveriesOn(sql: Sql, cipher: Cipher): Deliveries {
  const owed = gathered(
    (id: string) => id,
    (ids) => owedTo(sql, cipher, ids),
  );
  const accept = gathered(
    ({ part }: Acceptance) => partHash(cipher, part.id),
    (all) => acceptAll(sql, cipher, all),
  );
  return {
    accepted: (contact, part, receipt, at) => accept({ contact, part, receipt, at }),
    told: async (account, report) =>
      (await rises(sql, cipher, account, report))
        ? null
        : sql.transaction((tx) => told(tx, cipher, account, report)),
    awaits: (contact, part, at) =>
      sql.transaction((tx) => awaits(tx, cipher, { contact, part }, at)),
    async underWay({ channel, account }, receipt) {
      const name = cipher.id("receipt", channel, account, receipt);
      const [row] = await sql.query<{ part_hash: string; body: string }>(
        "select part_hash, body from delivery where receipt_hash = $1 and body is not null",
        [name],
      );
      return row ? takenOf(cipher, row.part_hash, row.body).part : null;
    },
    owed: async (contact) => owed(contactId(cipher, contact)),
    settled: (contact, partIds) =>
      sql.transaction((tx) => settled(tx, cipher, contact, new Set(partIds))),
    async summary(now) {
      const [row] = await sql.query<{ awaiting: number }>(
        "select count(*)::int as awaiting from delivery where state = 'awaiting'",
      );
      const failed = await sql.query<{ code: string; parts: number }>(
        `select code, count(*)::int as parts from delivery
         where state = 'failed' and body is null and at > $1::bigint group by code order by code`,
        [now - SUMMARY_MS],
      );
      return {
        awaiting: row?.awaiting ?? 0,
        failed: Object.fromEntries(failed.map(({ code, parts }) => [code, parts])),
      };
    },
    async lost(contact, { id }, code, at) {
      await sql.query(LOST, [partHash(cipher, id), contactId(cipher, contact), code, at]);
    },
    async forget(before, awaitingBefore) {
      await sql.query("delete from delivery_report where at < $1::bigint", [before]);
      const gone = await sql.query(
        `delete from delivery where part_hash in (
           select part_hash from delivery
           where at < case when state = 'awaiting' then $2::bigint else $1::bigint end
           for update skip locked)
         returning 1`,
        [before, awaitingBefore],
      );
      return gone.length;
    },
  };
}

/** The number of the lock on all deliveries of a contact, for whoever changes several of them. */
export function deliveriesLock(cipher: Cipher, contact: string): bigint {
  return cipher.hash("deliveries lock", contact).readBigInt64BE(0);
}

async function lock(tx: Query, number: bigint): Promise<void> {
  await tx("select pg_advisory_xact_lock($1::bigint)", [number.toString()]);
}

const OWED = `
  select contact_id, part_hash, body from delivery
  where contact_id = any($1::text[]) and state = 'awaiting' and body is not null order by seq`;

/** What waits for the next message of each of these contacts. */
async function owedTo(sql: Sql, cipher: Cipher, ids: readonly string[]): Promise<OutPart[][]> {
  type Row = { contact_id: string; part_hash: string; body: string };
  const rows = await sql.query<Row>(OWED, [ids]);
  return ids.map((id) =>
    rows
      .filter(({ contact_id }) => contact_id === id)
      .map((row) => takenOf(cipher, row.part_hash, row.body).part),
  );
}

function takenOf(cipher: Cipher, hash: string, body: string): Taken {
  return cipher.decrypt(deliveryPlace(hash), body) as Taken;
}

const LOST = `
  insert into delivery (part_hash, contact_id, state, code, error, at)
  values ($1, $2, 'failed', $3, 'refused', $4::bigint)
  on conflict (part_hash) do update set
    state = excluded.state, code = excluded.code, error = excluded.error, at = excluded.at, body = null`;

const RISE = `
  update delivery set state = $2, code = null, error = null, at = greatest(at, $3::bigint),
    body = case when $4::boolean then null else body end
  where receipt_hash = $1 and state = any($5::text[])
  returning 1`;

/** The usual case in one statement: a part that is noted comes nearer to its person. */
async function rises(
  sql: Sql,
  cipher: Cipher,
  account: Account,
  { receipt, state, at }: DeliveryReport,
): Promise<boolean> {
  if (state === "failed") return false;
  const { name } = receiptHash(cipher, account, receipt);
  const lower = Object.entries(RANK).flatMap(([one, rank]) => (rank < RANK[state] ? [one] : []));
  const rows = await sql.query(RISE, [name, state, at, hasArrived(state), lower]);
  return rows.length > 0;
}

async function told(
  tx: Query,
  cipher: Cipher,
  account: Account,
  report: DeliveryReport,
): Promise<Taken | null> {
  const { name, lock: number } = receiptHash(cipher, account, report.receipt);
  await lock(tx, number);
  const [row] = await tx<{ part_hash: string; state: DeliveryState; body: string | null }>(
    `select part_hash, state, body from delivery where receipt_hash = $1
     order by seq desc limit 1 for update`,
    [name],
  );
  if (row === undefined) {
    await keepReport(tx, name, report);
    return null;
  }
  if (RANK[report.state] > RANK[row.state]) {
    const { code, error } = failureOf(report);
    await tx(
      `update delivery set state = $2, code = $3, error = $4, at = greatest(at, $5::bigint),
         body = case when $6::boolean then null else body end
       where part_hash = $1`,
      [row.part_hash, report.state, code, error, report.at, hasArrived(report.state)],
    );
  }
  const isUnseen = report.state === "failed" && row.state !== "awaiting" && row.body !== null;
  return isUnseen ? takenOf(cipher, row.part_hash, row.body ?? "") : null;
}

/** Keeps what was told of a receipt before anybody noted it. */
async function keepReport(tx: Query, receipt: string, report: DeliveryReport): Promise<void> {
  const [known] = await tx<{ state: DeliveryState }>(
    "select state from delivery_report where receipt_hash = $1",
    [receipt],
  );
  if (known !== undefined && RANK[known.state] >= RANK[report.state]) return;
  const { code, error } = failureOf(report);
  await tx(
    `insert into delivery_report (receipt_hash, state, code, error, at)
     values ($1, $2, $3, $4, $5::bigint)
     on conflict (receipt_hash) do update set state = excluded.state, code = excluded.code,
       error = excluded.error, at = greatest(delivery_report.at, excluded.at)`,
    [receipt, report.state, code, error, report.at],
  );
}

function failureOf({ state, failure }: DeliveryReport): Failure | { code: null; error: null } {
  return state === "failed" ? (failure ?? UNKNOWN) : { code: null, error: null };
}

async function awaits(tx: Query, cipher: Cipher, taken: Taken, at: number): Promise<boolean> {
  const id = contactId(cipher, taken.contact);
  await lock(tx, deliveriesLock(cipher, id));
  const waiting = await tx(
    "select 1 from delivery where contact_id = $1 and state = 'awaiting' limit 1",
    [id],
  );
  const hash = partHash(cipher, taken.part.id);
  await tx(
    `insert into delivery (part_hash, contact_id, state, at, body)
     values ($1, $2, 'awaiting', $3::bigint, $4)
     on conflict (part_hash) do update set
       state = 'awaiting', at = excluded.at, body = excluded.body`,
    [hash, id, at, cipher.encrypt(deliveryPlace(hash), taken)],
  );
  return waiting.length === 0;
}

/** Only what waits or failed under exactly these ids: a part that went out once more may have failed again by now. */
async function settled(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  partIds: ReadonlySet<string>,
): Promise<void> {
  const id = contactId(cipher, contact);
  await lock(tx, deliveriesLock(cipher, id));
  const rows = await tx<{ part_hash: string; body: string }>(
    `select part_hash, body from delivery
     where contact_id = $1 and part_hash = any($2::text[]) and body is not null
       and state in ('failed', 'awaiting') for update`,
    [id, [...partIds].map((partId) => partHash(cipher, partId))],
  );
  const hashes = rows
    .filter((row) => partIds.has(takenOf(cipher, row.part_hash, row.body).part.id))
    .map((row) => row.part_hash);
  await tx("delete from delivery where part_hash = any($1::text[]) and state = 'awaiting'", [
    hashes,
  ]);
  await tx("update delivery set body = null where part_hash = any($1::text[])", [hashes]);
}
