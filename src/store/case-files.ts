import type { KeptFile, NoFile } from "../conversation/ports/cases.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Media } from "../conversation/ports/line.ts";
import type { Cipher } from "./encryption.ts";
import { base32, contactId } from "./names.ts";
import { contentPlace, mimePlace } from "./places.ts";
import type { Sql } from "./sql.ts";

/** Largest file that is kept, in bytes. */
const FILE_BYTES = 5 * 1024 * 1024;

/** The row of a file that came with the line of this key and is not here yet. */
export function noteFile(cipher: Cipher, key: string, { size }: Media) {
  const stated = size === undefined ? null : BigInt(Math.trunc(size));
  return { create: { id: fileId(cipher, key), state: "waiting", size: stated } };
}

const KEEP = `
  update case_file set state = $3, size = coalesce($4::bigint, size), mime = $5, content = $6::bytea
  where id = $1 and state = 'waiting' and exists (
    select 1 from case_line line join officer_case using (number)
    where line.id = case_file.line_id and officer_case.contact_id = $2)
  returning 1`;

/** Stores a file that was waited for, once; a larger one than may be kept is noted as too big. False if none was waited for. */
export async function keepFile(
  sql: Sql,
  cipher: Cipher,
  contact: Contact,
  key: string,
  file: KeptFile | NoFile,
): Promise<boolean> {
  const id = fileId(cipher, key);
  const size = file.state === "kept" ? file.content.byteLength : null;
  const row = [id, contactId(cipher, contact)];
  if (file.state === "kept" && file.content.byteLength <= FILE_BYTES) {
    const mime = cipher.encrypt(mimePlace(id), file.mime);
    const content = cipher.encryptBytes(contentPlace(id), file.content);
    return (await sql.query(KEEP, [...row, file.state, size, mime, content])).length > 0;
  }
  const state = file.state === "kept" ? "too_big" : file.state;
  return (await sql.query(KEEP, [...row, state, size, null, null])).length > 0;
}

/** Short, for it is typed by officers. */
function fileId(cipher: Cipher, key: string): string {
  return base32(cipher.hash("case file", key), 12);
}
