import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRISMA = fileURLToPath(new URL("../../prisma/", import.meta.url));

export type Migration = { name: string; sql: string };

/** The schema as text, as prisma/schema.prisma has it. */
export function readSchema(): string {
  return readFileSync(join(PRISMA, "schema.prisma"), "utf8");
}

/** The migrations in prisma/migrations, in the order in which they apply. */
export function readMigrations(): Migration[] {
  const folder = join(PRISMA, "migrations");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

/** The same in the shape that Prisma's schema engine takes. */
export function migrationList(migrations: readonly Migration[]) {
  return {
    baseDir: join(PRISMA, "migrations"),
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

/** Changes when any migration does: names the template of an empty database. */
export function fingerprint(migrations: readonly Migration[], ...more: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([migrations, more]))
    .digest("hex")
    .slice(0, 16);
}
