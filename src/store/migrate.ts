import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { migrationList, readMigrations, readSchema } from "./migrations.ts";
import { applyMigrations } from "./schema-engine.ts";
import type { Query, Sql } from "./sql.ts";
import { StoreError } from "./store-error.ts";

/** Any number, the same in every version: held by the process that migrates. */
const MIGRATION_LOCK = 5_714_482_217;

/** A database to migrate: `sql` looks, the adapter serves the schema engine. `shared` means other processes may do the same. */
export type Target = {
  sql: Sql;
  adapter: SqlMigrationAwareDriverAdapterFactory;
  shared: boolean;
};

/**
 * Brings the database to this version's schema and gives the names of the migrations it applied, none when it was there
 * already (then nothing is loaded or written). Of several processes at once one does it and the others wait.
 * Throws StoreError `newer_data` or `migration_failed`.
 */
export async function migrate(target: Target): Promise<string[]> {
  const migrations = readMigrations();
  const names = migrations.map((migration) => migration.name);
  if ((await pendingOf(target.sql.query, names)).length === 0) return [];
  const apply = () => applyMigrations(target.adapter, readSchema(), migrationList(migrations));
  try {
    if (!target.shared) return await apply();
    return await target.sql.transaction(async (tx) => {
      await tx("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
      return (await pendingOf(tx, names)).length === 0 ? [] : await apply();
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("migration_failed", `The database could not be migrated: ${reason}`);
  }
}

/** The names of the migrations that were not applied yet. */
async function pendingOf(query: Query, names: readonly string[]): Promise<string[]> {
  const [table] = await query<{ there: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as there",
  );
  if (table?.there !== true) return [...names];
  const rows = await query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  const applied = new Set(rows.map((row) => row.name));
  const unknown = [...applied].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new StoreError(
      "newer_data",
      `This data was made by a newer version of Payung (it has the migration ${unknown}): start that version.`,
      { migration: unknown },
    );
  }
  return names.filter((name) => !applied.has(name));
}
