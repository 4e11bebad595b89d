/** `npx tsx prisma/new-migration.ts NAME`: writes the migration from what the migrations make to what the schema says. */
import { mkdirSync, writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { migrationList, readMigrations, readSchema } from "../src/store/migrations.ts";
import { EVERYTHING, openSchemaEngine } from "../src/store/schema-engine.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Usage: npx tsx prisma/new-migration.ts NAME (letters, digits, _)\n");
  process.exit(2);
}
const schema = readSchema();
const engine = await openSchemaEngine(new PrismaPGlite(new PGlite()), schema);
const { stdout } = await engine.diff({
  from: { tag: "migrations", ...migrationList(readMigrations()) },
  to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
  script: true,
  exitCode: null,
  filters: EVERYTHING,
});
if (stdout === null || stdout.includes("-- This is an empty migration")) {
  process.stdout.write("The migrations already make what the schema says.\n");
  process.exit(0);
}
const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = new URL(`migrations/${stamp}_${name}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("migration.sql", folder), stdout);
process.stdout.write(`prisma/migrations/${stamp}_${name}/migration.sql\n`);
process.exit(0);
