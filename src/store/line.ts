import type { Contact } from "../conversation/ports/contact.ts";
import type {
  Entry,
  Lease,
  Line,
  LineItem,
  SessionPage,
  Turn,
} from "../conversation/ports/line.ts";
import { commit } from "./commit.ts";
import type { Cipher } from "./encryption.ts";
import { handOut, handOutMore, itemHash, LEASE_MAX_MS, LEASE_MS, openSession } from "./hand-out.ts";
import { contactId } from "./names.ts";
import { addressPlace, itemPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How long a message id is remembered, in ms. */
export const SEEN_MS = 8 * 24 * 3600 * 1000;
/** Most message ids remembered of one contact. */
const SEEN_IDS = 500;

/** The inbox line in SQL: the contact's row is locked by whoever changes their line, over any number of processes. */
export function lineOn(sql: Sql, cipher: Cipher): Line {
  return {
    enter: (contact, item, now) => sql.transaction((tx) => enter(tx, cipher, contact, item, now)),
    take: (contact, now) => sql.transaction((tx) => take(tx, cipher, contact, now)),
    widen: (lease, now) => sql.transaction((tx) => widen(tx, cipher, lease, now)),
    renew: (lease, now) => renew(sql.query, cipher, lease, now),
    commit: (lease, outcome, now) => commit(sql, cipher, lease, outcome, now),
    async release(lease) {
      await sql.query(
        `update line_contact set token = null, lease_given = null, lease_until = null
         where id = $1 and token = $2`,
        [contactId(cipher, lease.contact), lease.token],
      );
    },
    due: (now, limit) => due(sql.query, cipher, now, limit),
    idle: (before, limit) => idle(sql.query, cipher, before, limit),
    async waiting(contact) {
      const [row] = await sql.query<{ count: number }>(
        "select count(*)::int as count from line_item where contact_id = $1",
        [contactId(cipher, contact)],
      );
      return row?.count ?? 0;
    },
    async peek(contact) {
      const id = contactId(cipher, contact);
      const [row] = await sql.query<{ session: string | null }>(
        "select session from line_contact where id = $1",
        [id],
      );
      return openSession(cipher, id, row?.session ?? null);
    },
    sessions: (from, limit) => sessions(sql.query, cipher, from, limit),
  };
}

/** Locks the contact's row, made if need be; an address that was forgotten comes back with the next message. */
const LOCK_CONTACT = `
  insert into line_contact (id, address) values ($1, $2)
  on conflict (id) do update set address = coalesce(line_contact.address, excluded.address)
  returning session, lease_until::float8 as lease_until`;

/** Marks the id (one past its time counts as new), appends the item if the id is new, forgets old ids. */
const MARK_AND_APPEND = `
  with forgotten as (
    delete from seen_id where contact_id = $1 and id_hash <> $2 and (at < $4::bigint or seq <= (
      select old.seq from seen_id old where old.contact_id = $1
      order by old.seq desc offset ${SEEN_IDS - 1} limit 1))
  ), marked as (
    insert into seen_id (contact_id, id_hash, at) values ($1, $2, $3::bigint)
    on conflict (contact_id, id_hash) do update set at = excluded.at, seq = default
      where seen_id.at < $4::bigint
    returning 1
  ), appended as (
    insert into line_item (contact_id, id_hash, at, body)
    select $1, $2, $3::bigint, $5 from marked on conflict (contact_id, id_hash) do nothing
    returning 1
  )
  select count(*)::int as appended from appended`;

async function enter(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  item: LineItem,
  now: number,
): Promise<Entry> {
  const id = contactId(cipher, contact);
  const [row] = await tx<{ session: string | null; lease_until: number | null }>(LOCK_CONTACT, [
    id,
    cipher.encrypt(addressPlace(id), contact),
  ]);
  const idHash = itemHash(cipher, id, item.id);
  const body = cipher.encrypt(itemPlace(id, idHash), item);
  const [marked] = await tx<{ appended: number }>(MARK_AND_APPEND, [
    id,
    idHash,
    now,
    now - SEEN_MS,
    body,
  ]);
  const isNew = marked?.appended === 1;
  const leased = typeof row?.lease_until === "number" && row.lease_until > now;
  if (leased) return { state: isNew ? "waiting" : "seen" };
  const turn = await handOut(tx, cipher, { id, contact, session: row?.session ?? null }, now);
  return turn === null ? { state: "seen" } : { state: "turn", turn };
}

async function take(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  now: number,
): Promise<Turn | null> {
  const id = contactId(cipher, contact);
  const [row] = await tx<{ session: string | null }>(
    `select session from line_contact
     where id = $1 and (lease_until is null or lease_until <= $2::bigint) for update`,
    [id, now],
  );
  if (row === undefined) return null;
  return handOut(tx, cipher, { id, contact, session: row.session }, now);
}

async function widen(tx: Query, cipher: Cipher, lease: Lease, now: number): Promise<Turn | null> {
  const id = contactId(cipher, lease.contact);
  const [row] = await tx<{ session: string | null }>(
    `select session from line_contact
     where id = $1 and token = $2 and lease_until > $3::bigint for update`,
    [id, lease.token, now],
  );
  if (row === undefined) return null;
  return handOutMore(tx, cipher, { id, contact: lease.contact, session: row.session }, lease);
}

async function renew(
  query: Query,
  cipher: Cipher,
  lease: Lease,
  now: number,
): Promise<Lease | null> {
  const [row] = await query<{ until: number }>(
    `update line_contact set lease_until =
       greatest(lease_until, least($3::bigint + ${LEASE_MS}, lease_given + ${LEASE_MAX_MS}))
     where id = $1 and token = $2 and lease_until > $3::bigint
     returning lease_until::float8 as until`,
    [contactId(cipher, lease.contact), lease.token, now],
  );
  return row === undefined ? null : { ...lease, until: row.until };
}

async function idle(query: Query, cipher: Cipher, before: number, limit: number) {
  const rows = await query<{ id: string; address: string }>(
    `select id, address from line_contact
     where committed_at < $1::bigint and session is not null and address is not null
       and not exists (select 1 from line_item where contact_id = line_contact.id)
     order by committed_at limit $2::int`,
    [before, limit],
  );
  return rows.map((row) => contactOf(cipher, row));
}

const contactOf = (cipher: Cipher, row: { id: string; address: string }) => ({
  contact: cipher.decrypt(addressPlace(row.id), row.address) as Contact,
});

async function sessions(
  query: Query,
  cipher: Cipher,
  from: string | null,
  limit: number,
): Promise<SessionPage> {
  const rows = await query<{ id: string; session: string }>(
    `select id, session from line_contact
     where session is not null and ($1::text is null or id > $1::text) order by id limit $2::int`,
    [from, limit],
  );
  return {
    sessions: rows.map(({ id, session }) => ({ id, session: openSession(cipher, id, session) })),
    next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}

async function due(query: Query, cipher: Cipher, now: number, limit: number) {
  const rows = await query<{ id: string; address: string }>(
    `select c.id, c.address from line_contact c join (
       select contact_id, min(at) as since, min(seq) as head from line_item group by contact_id
     ) waiting on waiting.contact_id = c.id
     where (c.lease_until is null or c.lease_until <= $1::bigint) and c.address is not null
     order by waiting.since, waiting.head limit $2::int`,
    [now, limit],
  );
  return rows.map((row) => contactOf(cipher, row));
}
