import type { Contact } from "../conversation/ports/contact.ts";
import type { DeadLetter, DeadLetters } from "../conversation/ports/dead.ts";
import type { Job, LineItem } from "../conversation/ports/line.ts";
import type { OutPart } from "../conversation/ports/part.ts";
import type { Cipher } from "./encryption.ts";
import { base32, contactId } from "./names.ts";
import { deadPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** What was given up, with all that is needed to try it again. */
export type GivenUp =
  | { what: "message"; contact: Contact; item: LineItem }
  | { what: "job"; contact: Contact; job: Job }
  | { what: "part"; contact: Contact; part: OutPart };

/** Puts what was given up back where it came from; handed in, since line, jobs and outbox write dead letters themselves. */
export type PutBack = (tx: Query, givenUp: GivenUp, now: number) => Promise<void>;

/** The dead letters in SQL. */
export function deadLettersOn(sql: Sql, cipher: Cipher, putBack: PutBack): DeadLetters {
  return {
    async list() {
      const rows = await sql.query<Omit<DeadLetter, "at"> & { at: number }>(
        "select id, what, code, at::float8 as at from dead_letter order by dead_letter.at, id",
      );
      return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    },
    retry: (id, now) =>
      sql.transaction(async (tx) => {
        const [row] = await tx<{ body: string }>(
          "delete from dead_letter where id = $1 returning body",
          [id],
        );
        if (row === undefined) return false;
        await putBack(tx, cipher.decrypt(deadPlace(id), row.body) as GivenUp, now);
        return true;
      }),
    async forget(before) {
      const gone = await sql.query("delete from dead_letter where at < $1::bigint returning 1", [
        before,
      ]);
      return gone.length;
    },
  };
}

/** Keeps a dead letter; its id is derived from what died, so the same thing is never listed twice. */
export async function deadLetter(
  tx: Query,
  cipher: Cipher,
  givenUp: GivenUp,
  code: string,
  at: number,
): Promise<void> {
  const contact = contactId(cipher, givenUp.contact);
  const id = base32(cipher.hash("dead", givenUp.what, contact, ownId(givenUp)), 12);
  await tx(
    `insert into dead_letter (id, contact_id, what, code, at, body)
     values ($1, $2, $3, $4, $5::bigint, $6)
     on conflict (id) do update set code = excluded.code, at = excluded.at, body = excluded.body`,
    [id, contact, givenUp.what, code, at, cipher.encrypt(deadPlace(id), givenUp)],
  );
}

function ownId(givenUp: GivenUp): string {
  switch (givenUp.what) {
    case "message":
      return givenUp.item.id;
    case "job":
      return givenUp.job.key;
    case "part":
      return givenUp.part.id;
  }
}
