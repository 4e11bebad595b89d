import type { Contact } from "../conversation/ports/contact.ts";
import type {
  Deliveries,
  DeliveryReport,
  DeliveryState,
} from "../conversation/ports/deliveries.ts";
import type { Account, OutPart } from "../conversation/ports/part.ts";
import type { Cipher } from "./encryption.ts";
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
  return {
    accepted: (contact, part, receipt, at) =>
      sql.transaction((tx) => accepted(tx, cipher, { contact, part, receipt, at })),
    told: (account, report) => sql.transaction((tx) => told(tx, cipher, account, report)),
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
    async owed(contact) {
      const rows = await sql.query<{ part_hash: string; body: string }>(
        `select part_hash, body from delivery
         where contact_id = $1 and state = 'awaiting' and body is not null order by seq`,
        [contactId(cipher, contact)],
      );
      return rows.map((row) => takenOf(cipher, row.part_hash, row.body).part);
    },
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

/** How a part is named in the deliveries: the same when it goes out once more. */
export function partHash(cipher: Cipher, partId: string): string {
  return cipher.id("part", partId.replace(/~+$/, ""));
}

/** The number of the lock on all deliveries of a contact, for whoever changes several of them. */
export function deliveriesLock(cipher: Cipher, contact: string): bigint {
  return cipher.hash("deliveries lock", contact).readBigInt64BE(0);
}

async function lock(tx: Query, number: bigint): Promise<void> {
  await tx("select pg_advisory_xact_lock($1::bigint)", [number.toString()]);
}

/** Locks what is known of a receipt and gives its name. */
async function lockReceipt(
  tx: Query,
  cipher: Cipher,
  { channel, account }: Account,
  receipt: string,
): Promise<string> {
  const bytes = cipher.hash("receipt", channel, account, receipt);
  await lock(tx, bytes.readBigInt64BE(0));
  return bytes.toString("base64url");
}

function takenOf(cipher: Cipher, hash: string, body: string): Taken {
  return cipher.decrypt(deliveryPlace(hash), body) as Taken;
}

const hasArrived = (state: DeliveryState): boolean => state === "delivered" || state === "read";

const ACCEPT = `
  insert into delivery (part_hash, contact_id, receipt_hash, state, code, error, at, body)
  values ($1, $2, $3, $4, $5, $6, $7::bigint, $8)
  on conflict (part_hash) do update set
    receipt_hash = excluded.receipt_hash, state = excluded.state, code = excluded.code,
    error = excluded.error, at = excluded.at, body = excluded.body
  where delivery.receipt_hash is distinct from excluded.receipt_hash`;

const LOST = `
  insert into delivery (part_hash, contact_id, state, code, error, at)
  values ($1, $2, 'failed', $3, 'refused', $4::bigint)
  on conflict (part_hash) do update set
    state = excluded.state, code = excluded.code, error = excluded.error, at = excluded.at, body = null`;

async function accepted(
  tx: Query,
  cipher: Cipher,
  { contact, part, receipt, at }: Taken & { receipt: string; at: number },
): Promise<Failure | null> {
  const receiptHash = await lockReceipt(tx, cipher, contact, receipt);
  const [told] = await tx<{ state: DeliveryState; code: string; error: string; at: number }>(
    `delete from delivery_report where receipt_hash = $1
     returning state, code, error, at::float8 as at`,
    [receiptHash],
  );
  const hash = partHash(cipher, part.id);
  const state = told?.state ?? "accepted";
  const body = hasArrived(state) ? null : cipher.encrypt(deliveryPlace(hash), { contact, part });
  const { code = null, error = null } = told ?? {};
  const changedAt = Math.max(at, told?.at ?? 0);
  const id = contactId(cipher, contact);
  await tx(ACCEPT, [hash, id, receiptHash, state, code, error, changedAt, body]);
  const [failure] = await tx<Failure>(
    `select code, error from delivery
     where part_hash = $1 and state = 'failed' and body is not null`,
    [hash],
  );
  return failure ?? null;
}

async function told(
  tx: Query,
  cipher: Cipher,
  account: Account,
  report: DeliveryReport,
): Promise<Taken | null> {
  const receiptHash = await lockReceipt(tx, cipher, account, report.receipt);
  const [row] = await tx<{ part_hash: string; state: DeliveryState; body: string | null }>(
    `select part_hash, state, body from delivery where receipt_hash = $1
     order by seq desc limit 1 for update`,
    [receiptHash],
  );
  if (row === undefined) {
    await keepReport(tx, receiptHash, report);
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
async function keepReport(tx: Query, receiptHash: string, report: DeliveryReport): Promise<void> {
  const [known] = await tx<{ state: DeliveryState }>(
    "select state from delivery_report where receipt_hash = $1",
    [receiptHash],
  );
  if (known !== undefined && RANK[known.state] >= RANK[report.state]) return;
  const { code, error } = failureOf(report);
  await tx(
    `insert into delivery_report (receipt_hash, state, code, error, at)
     values ($1, $2, $3, $4, $5::bigint)
     on conflict (receipt_hash) do update set state = excluded.state, code = excluded.code,
       error = excluded.error, at = greatest(delivery_report.at, excluded.at)`,
    [receiptHash, report.state, code, error, report.at],
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
