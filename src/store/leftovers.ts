import type { Leftovers } from "../conversation/ports/leftovers.ts";
import { codeKept } from "./draft-codes.ts";
import { TRANSACTION } from "./effects.ts";
import { removeEmpty } from "./forget-cases.ts";
import type { PrismaClient } from "./generated/client.ts";
import { SEEN_MS } from "./line.ts";
import type { Sql } from "./sql.ts";
import { tryLife } from "./status-tries.ts";

/** Contacts that are looked at in one go. */
const atOnce = 500;

/** A row that is leased or waited in was touched: it stays. */
const EMPTY_LINES = `
  delete from line_contact where session is null and committed_at < $1::bigint
    and (lease_until is null or lease_until <= $1::bigint)
    and not exists (select 1 from line_item where contact_id = line_contact.id)`;

/** Only to look at more closely, under a lock. */
const PERHAPS_EMPTY = `
  select id from contact where stopped_at is null
    and not exists (select 1 from consent where contact_id = contact.id)
    and not exists (select 1 from person where contact_id = contact.id)
    and not exists (select 1 from officer_case where contact_id = contact.id)
    and not exists (select 1 from draft_code where contact_id = contact.id or taken_by = contact.id)
  limit ${atOnce}`;

export function leftoversOn(prisma: PrismaClient, sql: Sql): Leftovers {
  return {
    async forget(now) {
      await sql.query("delete from status_try where at <= $1::bigint", [now - tryLife]);
      await sql.query("delete from draft_code where ends_at <= $1::bigint", [now - codeKept]);
      await sql.query("delete from seen_id where at < $1::bigint", [now - SEEN_MS]);
      await sql.query(EMPTY_LINES, [now - SEEN_MS]);
      const rows = await sql.query<{ id: string }>(PERHAPS_EMPTY, []);
      for (const { id } of rows)
        await prisma.$transaction(async (tx) => {
          await tx.$queryRaw`select 1 as locked from contact where id = ${id} for update`;
          await removeEmpty(tx, id);
        }, TRANSACTION);
    },
  };
}
