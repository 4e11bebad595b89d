import type { Contact } from "../conversation/ports/contact.ts";
import type { Files, FileToKeep, FoundFile } from "../conversation/ports/files.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { storedContentPlace, storedFilePlace } from "./places.ts";
import type { Sql } from "./sql.ts";
import { StoreError } from "./store-error.ts";

/** Largest file that is kept, in bytes. */
const FILE_BYTES = 5 * 1024 * 1024;

/** What is kept of a file beside its content. */
type Body = { name: string; kind: FileToKeep["kind"]; mime: string; size: number };

/** Who has agreed, and who has a case: there they were told how long what they send is kept. */
const MAY_KEEP = `(
  exists (select 1 from consent where contact_id = $1)
  or exists (select 1 from officer_case where contact_id = $1))`;

/** Bytes travel as base64, see case-files.ts. */
const KEEP = `
  insert into stored_file (id, contact_id, at, body, content)
  select $2, id, $3::bigint, $4, decode($5::text, 'base64') from contact
  where id = $1 and ${MAY_KEEP}
  on conflict (id) do nothing`;

/** Kept files, encrypted. */
export function filesOn(sql: Sql, cipher: Cipher): Files {
  const idOf = (contact: Contact, key: string) =>
    cipher.id("stored file", contactId(cipher, contact), key);
  const bodyOf = (id: string, body: string) => cipher.decrypt(storedFilePlace(id), body) as Body;
  const find = async (contact: Contact, key: string): Promise<FoundFile | null> => {
    const id = idOf(contact, key);
    const [row] = await sql.query<{ body: string }>("select body from stored_file where id = $1", [
      id,
    ]);
    if (row === undefined) return null;
    const { name, size, kind } = bodyOf(id, row.body);
    return { id, name, size, kind };
  };
  return {
    async mayKeep(contact) {
      const [row] = await sql.query<{ may: boolean }>(`select ${MAY_KEEP} as may`, [
        contactId(cipher, contact),
      ]);
      return row?.may ?? false;
    },
    async keep(contact, key, { name, kind, mime, content }, at) {
      const size = content.byteLength;
      if (size > FILE_BYTES) throw new StoreError("too_big", "The file is too big.", { size });
      const id = idOf(contact, key);
      const body: Body = { name, kind, mime, size };
      await sql.query(KEEP, [
        contactId(cipher, contact),
        id,
        Date.parse(at),
        cipher.encrypt(storedFilePlace(id), body),
        cipher.encryptBytes(storedContentPlace(id), content).toString("base64"),
      ]);
      const kept = await find(contact, key);
      if (kept === null) throw new StoreError("no_consent", "Nobody agreed to have a file kept.");
      return kept;
    },
    find,
    async read(id) {
      const [row] = await sql.query<{ body: string; content: string }>(
        "select body, encode(content, 'base64') as content from stored_file where id = $1",
        [id],
      );
      if (row === undefined) return null;
      const { name, kind, mime } = bodyOf(id, row.body);
      const sealed = Buffer.from(row.content, "base64");
      return { name, kind, mime, content: cipher.decryptBytes(storedContentPlace(id), sealed) };
    },
    async remove(id) {
      await sql.query("delete from stored_file where id = $1", [id]);
    },
    async count(contact) {
      const [row] = await sql.query<{ count: number }>(
        "select count(*)::int as count from stored_file where contact_id = $1",
        [contactId(cipher, contact)],
      );
      return row?.count ?? 0;
    },
    async forget(before) {
      const rows = await sql.query("delete from stored_file where at < $1::bigint returning id", [
        Date.parse(before),
      ]);
      return rows.length;
    },
  };
}
