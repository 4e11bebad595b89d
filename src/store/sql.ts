import type { PGlite } from "@electric-sql/pglite";
import type { Pool, PoolClient } from "pg";

/** Runs one statement with $1, $2 ... and gives its rows; the caller names their shape. Epoch ms are selected as float8. */
export type Query = <Row = Record<string, unknown>>(
  text: string,
  params?: readonly unknown[],
) => Promise<Row[]>;

/** What the store needs of a database, the same for the embedded one and for PostgreSQL. */
export type Sql = {
  query: Query;
  /** All or nothing; rolled back when `work` throws. Inside it only `tx` may be used. */
  transaction<T>(work: (tx: Query) => Promise<T>): Promise<T>;
};

/** A row lock must not outlive a process that stands still: PostgreSQL ends its transaction. */
const BEGIN = "begin; set local idle_in_transaction_session_timeout = '60s'";

/** Sql on an embedded database. */
export function sqlOnPGlite(db: PGlite): Sql {
  return {
    query: async <Row>(text: string, params?: readonly unknown[]) =>
      (await db.query<Row>(text, [...(params ?? [])])).rows,
    transaction: (work) =>
      db.transaction((tx) =>
        work(
          async <Row>(text: string, params?: readonly unknown[]) =>
            (await tx.query<Row>(text, [...(params ?? [])])).rows,
        ),
      ),
  };
}

/** Sql on PostgreSQL; a connection lost while idle is replaced, one lost in use fails its statement and nothing else. */
export function sqlOnPool(pool: Pool): Sql {
  return {
    query: queryOn(pool),
    async transaction(work) {
      const client = await begun(pool);
      let broken: Error | undefined;
      try {
        const result = await work(queryOn(client));
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}

/** A connection in a transaction. One that cannot even begin was lost while idle: the next is tried, at last a new one. */
async function begun(pool: Pool): Promise<PoolClient> {
  for (let left = pool.idleCount; ; left--) {
    const client = await pool.connect();
    try {
      await client.query(BEGIN);
      return client;
    } catch (error) {
      client.release(true);
      if (left <= 0) throw error;
    }
  }
}

function queryOn(client: Pool | PoolClient): Query {
  return async <Row>(text: string, params?: readonly unknown[]) =>
    (await client.query(text, [...(params ?? [])])).rows as Row[];
}
