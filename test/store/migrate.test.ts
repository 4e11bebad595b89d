import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { expect, test } from "vitest";
import { openInMemory } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationList, readMigrations, readSchema } from "../../src/store/migrations.ts";
import { EVERYTHING, openSchemaEngine } from "../../src/store/schema-engine.ts";
import { sqlOnPGlite, sqlOnPool } from "../../src/store/sql.ts";
import { ownDatabase } from "../support/stores.ts";

async function differences(schema: string): Promise<string | null> {
  const engine = await openSchemaEngine(new PrismaPGlite(await openInMemory()), schema);
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...migrationList(readMigrations()) },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: null,
    filters: EVERYTHING,
  });
  return stdout;
}

test("the migrations make exactly what the schema says", async () => {
  const schema = readSchema();
  expect(await differences(schema)).toContain("-- This is an empty migration");
  const changed = schema.replace("model Setting {", "model Setting {\n  extra Int?");
  expect(await differences(changed)).toContain('ADD COLUMN     "extra" INTEGER');
});

test("a database that is up to date is left alone", async () => {
  const db = await openInMemory();
  const target = { sql: sqlOnPGlite(db), adapter: new PrismaPGlite(db), shared: false };
  expect(await migrate(target)).toEqual([]);
  const applied = await db.query("select migration_name from _prisma_migrations");
  expect(applied.rows).toHaveLength(readMigrations().length);
  await db.close();
});

test("data of a newer version is refused in one sentence", async () => {
  const db = await openInMemory();
  await db.query("update _prisma_migrations set migration_name = '29990101000000_later'");
  const target = { sql: sqlOnPGlite(db), adapter: new PrismaPGlite(db), shared: false };
  await expect(migrate(target)).rejects.toMatchObject({ code: "newer_data" });
  await db.close();
});

test("of several processes that start at once on one PostgreSQL, one migrates", async () => {
  const database = await ownDatabase();
  const pools = [1, 2, 3].map(() => new Pool({ connectionString: database.url }));
  const applied = await Promise.all(
    pools.map((pool) =>
      migrate({ sql: sqlOnPool(pool), adapter: new PrismaPg(pool), shared: true }),
    ),
  );
  const names = readMigrations().map((migration) => migration.name);
  expect(applied.filter((list) => list.length > 0)).toEqual([names]);
  await Promise.all(pools.map((pool) => pool.end()));
  await database.remove();
});
