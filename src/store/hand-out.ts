import { randomBytes } from "node:crypto";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Lease, LineItem, Turn } from "../conversation/ports/line.ts";
import type { Cipher } from "./encryption.ts";
import { base32 } from "./names.ts";
import { itemPlace, sessionPlace } from "./places.ts";
import type { Query } from "./sql.ts";

/** How long a lease holds before it is renewed, in ms. */
export const LEASE_MS = 30_000;
/** How long a lease holds at most, renewals included, in ms. */
export const LEASE_MAX_MS = 60_000;
/** Most items of one turn. */
const TURN_ITEMS = 10;

/** The first of the line, and how often its head was handed out. */
const WAITING = `
  with waiting as (
    select seq, first_value(handouts) over (order by seq) as head_handouts,
      row_number() over (order by seq) as place
    from line_item where contact_id = $1 order by seq limit ${TURN_ITEMS}
  )`;

/** An item that was handed out before goes alone, so that a message that kills its turn is found out. */
const HAND_OUT = `
  ${WAITING}, chosen as (
    select seq from waiting where place = 1 or head_handouts = 0
  ), leased as (
    update line_contact set token = $2, lease_given = $3::bigint, lease_until = $4::bigint
    where id = $1 and exists (select 1 from chosen)
  )
  update line_item set handouts = handouts + 1 from chosen where line_item.seq = chosen.seq
  returning line_item.seq::float8 as seq, id_hash, body, handouts`;

/** A contact whose row this transaction holds, with the session's ciphertext. */
export type HeldContact = { id: string; contact: Contact; session: string | null };

/** Hands out the head of the line under a new lease; null when nothing waits. */
export async function handOut(
  tx: Query,
  cipher: Cipher,
  held: HeldContact,
  now: number,
): Promise<Turn | null> {
  const token = randomBytes(16).toString("base64url");
  const until = now + LEASE_MS;
  const rows = await tx<Row>(HAND_OUT, [held.id, token, now, until]);
  return turnOf(cipher, held, rows, { contact: held.contact, token, until });
}

/** The head with whatever waits behind it by now; the head alone where it was handed out before. */
const HAND_OUT_MORE = `
  ${WAITING}, chosen as (
    select seq from waiting where place = 1 or head_handouts = 1
  )
  update line_item set handouts = greatest(handouts, 1) from chosen where line_item.seq = chosen.seq
  returning line_item.seq::float8 as seq, id_hash, body, handouts`;

/** Hands out more under a lease that holds; null when nothing waits any more. */
export async function handOutMore(
  tx: Query,
  cipher: Cipher,
  held: HeldContact,
  lease: Lease,
): Promise<Turn | null> {
  return turnOf(cipher, held, await tx<Row>(HAND_OUT_MORE, [held.id]), lease);
}

type Row = { seq: number; id_hash: string; body: string; handouts: number };

function turnOf(cipher: Cipher, held: HeldContact, rows: Row[], lease: Lease): Turn | null {
  rows.sort((a, b) => a.seq - b.seq);
  const [head] = rows;
  if (head === undefined) return null;
  return {
    lease,
    items: rows.map((row) => cipher.decrypt(itemPlace(held.id, row.id_hash), row.body) as LineItem),
    handouts: head.handouts,
    session: openSession(cipher, held.id, held.session),
    seed: base32(cipher.hash("seed", held.id, head.id_hash), 16),
  };
}

/** How an item's id is named in the line and among the seen ids. */
export function itemHash(cipher: Cipher, contact: string, itemId: string): string {
  return cipher.id("item", contact, itemId);
}

/** The session in clear; null for a stranger. */
export function openSession(cipher: Cipher, contact: string, session: string | null): unknown {
  return session === null ? null : cipher.decrypt(sessionPlace(contact), session);
}
