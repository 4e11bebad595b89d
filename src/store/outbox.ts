import { randomBytes } from "node:crypto";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Outbox } from "../conversation/ports/outbox.ts";
import type { Account, HeldPart, Lane, OutPart } from "../conversation/ports/part.ts";
import { deadLetter } from "./dead.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { partPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How long a sender holds a contact, in ms. */
const HOLD_MS = 30_000;

type Unsent = { contact: Contact; part: OutPart };

/** The outbox in SQL: a contact with waiting parts has one row a lane, which is locked by whoever changes what waits there. */
export function outboxOn(sql: Sql, cipher: Cipher): Outbox {
  const ended = async (held: HeldPart, now: number, code: string | null) =>
    sql.transaction(async (tx) => {
      const key = await locked(tx, cipher, held);
      if (key === null) return null;
      await tx("delete from outbox_part where id_hash = $1", [cipher.id("part", held.part.id)]);
      const { contact, part } = held;
      if (code !== null) await deadLetter(tx, cipher, { what: "part", contact, part }, code, now);
      return handOutNext(tx, cipher, key, now);
    });
  return {
    take: (account, lane, now, limit) =>
      sql.transaction((tx) => take(tx, cipher, { account, lane, now, limit })),
    sent: (held, now) => ended(held, now, null),
    giveUp: (held, code, now) => ended(held, now, code),
    async later(held, retryAt) {
      await sql.query(
        `update outbox_contact set token = null, held_until = null, due_at = $4::bigint
         where contact_id = $1 and lane = $2 and token = $3`,
        [contactId(cipher, held.contact), held.lane, held.token, retryAt],
      );
    },
    drop: (held) =>
      sql.transaction(async (tx) => {
        const id = contactId(cipher, held.contact);
        await tx("delete from outbox_contact where contact_id = $1", [id]);
        return (await tx("delete from outbox_part where contact_id = $1 returning 1", [id])).length;
      }),
    async unsent(contact, limit) {
      const rows = await sql.query<{ id_hash: string; body: string }>(
        `select id_hash, body from outbox_part where contact_id = $1
         order by lane desc, seq limit $2::int`,
        [contactId(cipher, contact), limit],
      );
      return rows.map((row) => (cipher.decrypt(partPlace(row.id_hash), row.body) as Unsent).part);
    },
    async shown(contact, ids) {
      if (ids.length === 0) return;
      const id = contactId(cipher, contact);
      const hashes = ids.map((one) => cipher.id("part", one));
      await sql.transaction(async (tx) => {
        await tx("select 1 from outbox_contact where contact_id = $1 for update", [id]);
        await tx("delete from outbox_part where contact_id = $1 and id_hash = any($2::text[])", [
          id,
          hashes,
        ]);
        await tx(`${FORGET_EMPTY} and contact_id = $1`, [id]);
      });
    },
    async forget(before) {
      const gone = await sql.query("delete from outbox_part where at < $1::bigint returning 1", [
        before,
      ]);
      return gone.length;
    },
  };
}

const FORGET_EMPTY = `
  delete from outbox_contact where not exists (
    select 1 from outbox_part part
    where part.contact_id = outbox_contact.contact_id and part.lane = outbox_contact.lane)`;

/** A contact and lane under a hold. */
type Key = { id: string; lane: Lane; token: string };

/** Locks the held row, so that a commit at the same time waits; null when the hold was lost. */
async function locked(tx: Query, cipher: Cipher, held: HeldPart): Promise<Key | null> {
  const key = { id: contactId(cipher, held.contact), lane: held.lane, token: held.token };
  const rows = await tx(
    `select 1 from outbox_contact where contact_id = $1 and lane = $2 and token = $3 for update`,
    [key.id, key.lane, key.token],
  );
  return rows.length === 1 ? key : null;
}

const HAND_OUT = `
  with head as (
    select seq from outbox_part where contact_id = $1 and lane = $2 order by seq limit 1
  ), held as (
    update outbox_contact set token = $3, held_until = $4::bigint
    where contact_id = $1 and lane = $2 and exists (select 1 from head)
  )
  update outbox_part set attempts = attempts + 1 from head where outbox_part.seq = head.seq
  returning id_hash, body, attempts, at::float8 as at`;

/** Hands out the head of a row that this transaction has locked; a row without parts is removed. */
async function handOutNext(
  tx: Query,
  cipher: Cipher,
  { id, lane, token }: Key,
  now: number,
): Promise<HeldPart | null> {
  const until = now + HOLD_MS;
  const [row] = await tx<{ id_hash: string; body: string; attempts: number; at: number }>(
    HAND_OUT,
    [id, lane, token, until],
  );
  if (row === undefined) {
    await tx("delete from outbox_contact where contact_id = $1 and lane = $2", [id, lane]);
    return null;
  }
  const unsent = cipher.decrypt(partPlace(row.id_hash), row.body) as Unsent;
  return { ...unsent, lane, at: row.at, attempts: row.attempts, token, until };
}

const newToken = (): string => randomBytes(16).toString("base64url");

async function take(
  tx: Query,
  cipher: Cipher,
  wanted: { account: Account; lane: Lane; now: number; limit: number },
): Promise<HeldPart[]> {
  const { account, lane, now, limit } = wanted;
  const rows = await tx<{ contact_id: string }>(
    `select contact_id from outbox_contact
     where account = $1 and lane = $2 and due_at <= $3::bigint
       and (held_until is null or held_until <= $3::bigint)
     order by due_at limit $4::int for update skip locked`,
    [accountHash(cipher, account), lane, now, limit],
  );
  const taken: HeldPart[] = [];
  for (const row of rows) {
    const key = { id: row.contact_id, lane, token: newToken() };
    const held = await handOutNext(tx, cipher, key, now);
    if (held !== null) taken.push(held);
  }
  return taken;
}

const accountHash = (cipher: Cipher, { channel, account }: Account): string =>
  cipher.id("account", channel, account);

/** What waits is locked first, so that a sender who takes off the last part at the same time sees the new ones. */
const OPEN = `
  insert into outbox_contact (contact_id, lane, account, due_at) values ($1, $2, $3, $4::bigint)
  on conflict (contact_id, lane) do update set lane = excluded.lane
  returning (xmax = 0) as opened`;

const ADD = `
  insert into outbox_part (contact_id, lane, id_hash, at, body)
  select $1, $2, part.id_hash, $3::bigint, part.body
  from json_to_recordset($4::json) as part(id_hash text, body text)
  on conflict (id_hash) do nothing`;

/** Appends parts in their order; one that waits already is left alone. With `hold`, hands out the first where nothing waited. */
export async function addParts(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  added: { parts: readonly OutPart[]; lane?: Lane | undefined; hold?: boolean | undefined },
  now: number,
): Promise<HeldPart | null> {
  const { parts, lane = "reply", hold = false } = added;
  if (parts.length === 0) return null;
  const rows = parts.map((part) => {
    const idHash = cipher.id("part", part.id);
    return { id_hash: idHash, body: cipher.encrypt(partPlace(idHash), { contact, part }) };
  });
  const id = contactId(cipher, contact);
  const [row] = await tx<{ opened: boolean }>(OPEN, [id, lane, accountHash(cipher, contact), now]);
  await tx(ADD, [id, lane, now, JSON.stringify(rows)]);
  return hold && row?.opened ? handOutNext(tx, cipher, { id, lane, token: newToken() }, now) : null;
}
