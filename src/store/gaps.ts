import type { Gaps, KeptGap } from "../conversation/ports/gaps.ts";
import type { Cipher } from "./encryption.ts";
import { gapPlace } from "./places.ts";
import type { Sql } from "./sql.ts";

/** Questions that are kept at most. */
const MOST = 5000;

/** The oldest goes with the same statement; ids are given in order, and a gap among them only means that fewer are kept. */
const KEEP = `
  with kept as (insert into faq_gap (asked_on, why, topics, body) values ($1, $2, $3, $4) returning id)
  delete from faq_gap where id <= (select id from kept) - $5::bigint`;

/** Unanswered questions in SQL; on sites with Redis too. */
export function gapsOn(sql: Sql, cipher: Cipher, most = MOST): Gaps {
  return {
    async keep({ why, question, topics }, on) {
      const body = cipher.encrypt(gapPlace, question);
      await sql.query(KEEP, [on, why, topics.join(" "), body, most]);
    },
    async list() {
      type Row = { on: string; why: KeptGap["why"]; topics: string; body: string };
      const rows = await sql.query<Row>(
        'select asked_on as "on", why, topics, body from faq_gap order by id',
      );
      return rows.map(({ on, why, topics, body }) => ({
        on,
        why,
        topics: topics.split(" ").filter((topic) => topic !== ""),
        question: cipher.decrypt(gapPlace, body) as string,
      }));
    },
    async forget(before) {
      const gone = await sql.query("delete from faq_gap where asked_on < $1 returning 1", [before]);
      return gone.length;
    },
  };
}
