import type { Query } from "./sql.ts";

/**
 * Ends every lease and every hold on a job or on somebody's parts. Only for a database that this process alone may use: whoever held them is dead,
 * and waiting for their time to run out would keep people waiting.
 */
export async function releaseAll(query: Query): Promise<void> {
  await query(
    `update line_contact set token = null, lease_given = null, lease_until = null
     where token is not null`,
    [],
  );
  await query("update job set token = null, held_until = null where token is not null", []);
  await query(
    "update outbox_contact set token = null, held_until = null where token is not null",
    [],
  );
  await query(
    "update linked_device set token = null, lease_until = null where token is not null",
    [],
  );
}
