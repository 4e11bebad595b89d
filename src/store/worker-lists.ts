import type { Contact } from "../conversation/ports/contact.ts";
import type { WorkerFault, WorkerLists, WorkerRow } from "../conversation/ports/worker-lists.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { workerFaultPlace, workerRowPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** Rows that one statement writes. */
const BATCH = 500;

/** Made only for a contact of whom something is kept: what was erased in the meantime is not begun anew. */
const BEGIN = `
  insert into worker_list (id, contact_id, at)
  select $1, id, $3::bigint from contact where id = $2
  on conflict (id) do update set at = excluded.at where worker_list.contact_id = excluded.contact_id
  returning id`;

const ADD_ROWS = `
  insert into worker_row (list_id, identity_hash, body)
  select $1, row.identity_hash, row.body
  from json_to_recordset($2::json) as row(identity_hash text, body text)
  on conflict (list_id, identity_hash) do update set body = excluded.body`;

const ADD_FAULTS = `
  insert into worker_fault (list_id, id, body)
  select $1, fault.id, fault.body
  from json_to_recordset($2::json) as fault(id text, body text)
  on conflict (id) do nothing`;

/** Lists of workers, encrypted row by row. */
export function workerListsOn(sql: Sql, cipher: Cipher): WorkerLists {
  const listId = (contact: Contact, list: string) =>
    cipher.id("worker list", contactId(cipher, contact), list);
  const rowOf = (list: string, { identity_hash, body }: { identity_hash: string; body: string }) =>
    cipher.decrypt(workerRowPlace(list, identity_hash), body) as WorkerRow;
  const rowsOf = async (query: Query, id: string): Promise<WorkerRow[]> => {
    const rows = await query<{ identity_hash: string; body: string }>(
      "select identity_hash, body from worker_row where list_id = $1 order by seq",
      [id],
    );
    return rows.map((row) => rowOf(id, row));
  };
  const faultsOf = async (query: Query, id: string): Promise<WorkerFault[]> => {
    const rows = await query<{ id: string; body: string }>(
      "select id, body from worker_fault where list_id = $1 order by seq",
      [id],
    );
    return rows.map((row) => cipher.decrypt(workerFaultPlace(row.id), row.body) as WorkerFault);
  };
  return {
    add: (key, contact, list, { rows, faults }, at) =>
      sql.transaction(async (tx) => {
        const id = listId(contact, list);
        const owner = contactId(cipher, contact);
        // The row is locked by this: two files of one list come one after the other.
        if ((await tx(BEGIN, [id, owner, Date.parse(at)])).length === 0) return false;
        await addRows(tx, cipher, id, rows);
        await tx("delete from worker_fault where list_id = $1", [id]);
        await addFaults(tx, cipher, id, key, faults);
        return true;
      }),
    async counts(contact, list) {
      const id = listId(contact, list);
      const rows = await rowsOf(sql.query, id);
      const [fault] = await sql.query<{ count: number }>(
        "select count(*)::int as count from worker_fault where list_id = $1",
        [id],
      );
      const wages = rows.reduce((sum, { upah }) => sum + Number(upah ?? 0), 0);
      return { accepted: rows.length, rejected: fault?.count ?? 0, wages };
    },
    rows: (contact, list) => rowsOf(sql.query, listId(contact, list)),
    faults: (contact, list) => faultsOf(sql.query, listId(contact, list)),
    async remove(contact, list) {
      await sql.query("delete from worker_list where id = $1", [listId(contact, list)]);
    },
    async count(contact) {
      const [row] = await sql.query<{ count: number }>(
        `select count(*)::int as count from worker_row
         join worker_list on worker_list.id = list_id where contact_id = $1`,
        [contactId(cipher, contact)],
      );
      return row?.count ?? 0;
    },
    async ofContact(contact, most) {
      const rows = await sql.query<{ list_id: string; identity_hash: string; body: string }>(
        `select list_id, identity_hash, body from worker_row
         join worker_list on worker_list.id = list_id
         where contact_id = $1 order by seq limit $2::int`,
        [contactId(cipher, contact), most],
      );
      return rows.map((row) => rowOf(row.list_id, row));
    },
    async forget(before) {
      const rows = await sql.query("delete from worker_list where at < $1::bigint returning id", [
        Date.parse(before),
      ]);
      return rows.length;
    },
  };
}

async function addRows(
  tx: Query,
  cipher: Cipher,
  list: string,
  rows: readonly WorkerRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    // Of two rows with one NIK the later one stands; one statement may not touch a row twice.
    const batch = new Map(
      rows.slice(from, from + BATCH).map((row) => [cipher.id("identity", row.nik), row] as const),
    );
    const sealed = [...batch].map(([hash, row]) => ({
      identity_hash: hash,
      body: cipher.encrypt(workerRowPlace(list, hash), row),
    }));
    await tx(ADD_ROWS, [list, JSON.stringify(sealed)]);
  }
}

async function addFaults(
  tx: Query,
  cipher: Cipher,
  list: string,
  key: string,
  faults: readonly WorkerFault[],
): Promise<void> {
  for (let from = 0; from < faults.length; from += BATCH) {
    const sealed = faults.slice(from, from + BATCH).map((fault, index) => {
      const id = cipher.id("worker fault", list, key, String(from + index));
      return { id, body: cipher.encrypt(workerFaultPlace(id), fault) };
    });
    await tx(ADD_FAULTS, [list, JSON.stringify(sealed)]);
  }
}
