import type { Contact, OutPart } from "../conversation/ports/line.ts";
import type { Outbox } from "../conversation/ports/outbox.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { partPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How long the id of a sent part is kept after the part was written, in ms. */
const SENT_MS = 8 * 24 * 3600 * 1000;

type Unsent = { contact: Contact; part: OutPart };

/** The outbox in SQL: a part carries its contact's address, encrypted. */
export function outboxOn(sql: Sql, cipher: Cipher): Outbox {
  return {
    async unsent(limit, contact) {
      const rows = await sql.query<{ id_hash: string; body: string }>(
        `select id_hash, body from outbox_part
         where not sent and ($2::text is null or contact_id = $2::text) order by seq limit $1::int`,
        [limit, contact === undefined ? null : contactId(cipher, contact)],
      );
      return rows.map((row) => cipher.decrypt(partPlace(row.id_hash), row.body) as Unsent);
    },
    async sent(ids) {
      if (ids.length === 0) return;
      await sql.query(
        "update outbox_part set sent = true, body = null where id_hash = any($1::text[]) and not sent",
        [ids.map((id) => cipher.id("part", id))],
      );
    },
  };
}

const ADD = `
  with forgotten as (
    delete from outbox_part where contact_id = $1 and sent and at < $4::bigint
  )
  insert into outbox_part (contact_id, id_hash, at, body)
  select $1, part.id_hash, $2::bigint, part.body
  from json_to_recordset($3::json) as part(id_hash text, body text)
  on conflict (id_hash) do nothing`;

/** Appends parts in their order; one whose id exists, sent or not, is left alone. */
export async function addParts(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  parts: readonly OutPart[],
  now: number,
): Promise<void> {
  if (parts.length === 0) return;
  const rows = parts.map((part) => {
    const idHash = cipher.id("part", part.id);
    return { id_hash: idHash, body: cipher.encrypt(partPlace(idHash), { contact, part }) };
  });
  const id = contactId(cipher, contact);
  await tx(ADD, [id, now, JSON.stringify(rows), now - SENT_MS]);
}
