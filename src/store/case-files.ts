import type { KeptFile, NoFile } from "../conversation/ports/channel.ts";
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

/** Bytes travel as base64: the embedded database takes many times as long over them as bytes. */
const KEEP = `
  with file as (
    select file.id, file.state
    from case_file file join case_line line on line.id = file.line_id join officer_case using (number)
    where file.id = $1 and officer_case.contact_id = $2 for update of file
  ), kept as (
    update case_file set
      state = $3, size = coalesce($4::bigint, case_file.size), mime = $5,
      content = decode($6::text, 'base64')
    from file where case_file.id = file.id and file.state = 'waiting'
  )
  select 1 from file`;

/** Stores a file once; a larger one than may be kept is noted as too big. False if no line of theirs came with it. */
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
    const values = [file.state, size, mime, content.toString("base64")];
    return (await sql.query(KEEP, [...row, ...values])).length > 0;
  }
  const state = file.state === "kept" ? "too_big" : file.state;
  return (await sql.query(KEEP, [...row, state, size, null, null])).length > 0;
}

/** Short, for it is typed by officers. */
function fileId(cipher: Cipher, key: string): string {
  return base32(cipher.hash("case file", key), 12);
}
