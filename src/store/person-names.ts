import type { PersonNames } from "../conversation/ports/linked-device.ts";
import type { Account } from "../conversation/ports/part.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { personNamePlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** Persons' names in SQL, each by its keyed digest. */
export function personNamesOn(sql: Sql, cipher: Cipher): PersonNames {
  return {
    async meet(account, names, own, now) {
      const [first] = names;
      if (first === undefined) throw new Error("a person has a name");
      const hashes = names.map((name) => nameHash(cipher, account, name));
      return sql.transaction(async (tx) => {
        const known = await find(tx, cipher, hashes);
        const user = known ?? first;
        const contact = contactId(cipher, { ...account, user });
        const met = metBy(cipher, account, own);
        for (const hash of [...hashes].sort())
          await tx(
            `insert into person_name (name_hash, contact_id, "user", met_by, met_at)
             values ($1, $2, $3, $4, $5::bigint)
             on conflict (name_hash) do update
             set contact_id = excluded.contact_id, "user" = excluded."user",
               met_by = excluded.met_by, met_at = excluded.met_at`,
            [hash, contact, cipher.encrypt(personNamePlace(hash), user), met, now],
          );
        return user;
      });
    },
    async wasMet(account, user, own) {
      const rows = await sql.query(
        "select 1 from person_name where contact_id = $1 and met_by = $2 limit 1",
        [contactId(cipher, { ...account, user }), metBy(cipher, account, own)],
      );
      return rows.length > 0;
    },
    async forget(before) {
      // Whoever writes under another name after that would be somebody else: people of whom there are records keep theirs.
      const gone = await sql.query(
        `delete from person_name
         where met_at < $1::bigint
           and not exists (select 1 from contact where contact.id = person_name.contact_id)
           and not exists (
             select 1 from person_name other
             where other.contact_id = person_name.contact_id and other.met_at >= $1::bigint)
         returning 1`,
        [before],
      );
      return gone.length;
    },
  };
}

/** The key under which the first of these names is known that is known at all. */
async function find(tx: Query, cipher: Cipher, hashes: readonly string[]): Promise<string | null> {
  const rows = await tx<{ name_hash: string; user: string }>(
    `select name_hash, "user" from person_name where name_hash = any($1::text[])`,
    [hashes],
  );
  for (const hash of hashes) {
    const row = rows.find(({ name_hash }) => name_hash === hash);
    if (row) return cipher.decrypt(personNamePlace(hash), row.user) as string;
  }
  return null;
}

const nameHash = (cipher: Cipher, { channel, account }: Account, name: string): string =>
  cipher.id("person name", channel, account, name);

const metBy = (cipher: Cipher, { channel, account }: Account, own: string): string =>
  cipher.id("own number", channel, account, own);
