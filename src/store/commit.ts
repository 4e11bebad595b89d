import type { Contact } from "../conversation/ports/contact.ts";
import type { Commit, Lease, LineItem, Outcome } from "../conversation/ports/line.ts";
import { deadLetter } from "./dead.ts";
import type { Cipher } from "./encryption.ts";
import { handOut, itemHash } from "./hand-out.ts";
import { addJobs } from "./jobs.ts";
import { contactId } from "./names.ts";
import { addParts } from "./outbox.ts";
import { itemPlace, sessionPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";
import { StoreError } from "./store-error.ts";

/** Largest session, in bytes of its JSON. */
const SESSION_BYTES = 64 * 1024;

/** The fence: nothing else of a commit happens unless this finds the lease alive. */
const SAVE = `
  update line_contact set session = $3, version = version + 1, committed_at = $4::bigint,
    token = null, lease_given = null, lease_until = null
  where id = $1 and token = $2 and lease_until > $4::bigint
  returning id`;

/** Stores a turn's outcome in one transaction; see the port. Throws StoreError `session_too_big` before anything is stored. */
export async function commit(
  sql: Sql,
  cipher: Cipher,
  lease: Lease,
  outcome: Outcome,
  now: number,
): Promise<Commit> {
  const id = contactId(cipher, lease.contact);
  const session = sealed(cipher, id, outcome.session);
  return sql.transaction(async (tx): Promise<Commit> => {
    const saved = await tx(SAVE, [id, lease.token, session, now]);
    if (saved.length !== 1) return { state: "refused" };
    const more = await takeOff(tx, cipher, lease.contact, id, outcome, now);
    const held = await addParts(tx, cipher, lease.contact, outcome, now);
    await addJobs(tx, cipher, lease.contact, outcome.jobs, now);
    const line = { id, contact: lease.contact, session };
    const turn = more ? await handOut(tx, cipher, line, now) : null;
    if (turn !== null) return { state: "next", turn, held };
    // A contact without a session is forgotten as far as their address goes.
    if (session === null) await tx("update line_contact set address = null where id = $1", [id]);
    return { state: "done", held };
  });
}

function sealed(cipher: Cipher, id: string, session: unknown): string | null {
  if (session === null || session === undefined) return null;
  const bytes = Buffer.byteLength(JSON.stringify(session));
  if (bytes > SESSION_BYTES) {
    throw new StoreError(
      "session_too_big",
      `A session of ${bytes} bytes is over the limit of ${SESSION_BYTES} and was not stored.`,
      { bytes },
    );
  }
  return cipher.encrypt(sessionPlace(id), session);
}

/** Takes items off by id, gives the bodies of those that died, and tells whether others wait. */
const TAKE_OFF = `
  with taken as (
    delete from line_item where contact_id = $1 and id_hash = any($2::text[])
    returning id_hash, body
  ), died as (
    select id_hash, body from taken where id_hash = any($3::text[])
  )
  select died.id_hash, died.body, waiting.more from (
    select exists (
      select 1 from line_item where contact_id = $1 and id_hash <> all($2::text[])) as more
  ) waiting left join died on true`;

async function takeOff(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  id: string,
  outcome: Outcome,
  now: number,
): Promise<boolean> {
  const dead = (outcome.dead ?? []).map((given) => ({
    code: given.code,
    idHash: itemHash(cipher, id, given.id),
  }));
  const rows = await tx<{ id_hash: string | null; body: string; more: boolean }>(TAKE_OFF, [
    id,
    outcome.taken.map((itemId) => itemHash(cipher, id, itemId)),
    dead.map((given) => given.idHash),
  ]);
  for (const { idHash, code } of dead) {
    const row = rows.find((died) => died.id_hash === idHash);
    if (row === undefined) continue;
    const item = cipher.decrypt(itemPlace(id, idHash), row.body) as LineItem;
    await deadLetter(tx, cipher, { what: "message", contact, item }, code, now);
  }
  return rows.some((row) => row.more);
}
