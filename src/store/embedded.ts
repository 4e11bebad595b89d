import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { migrate } from "./migrate.ts";
import { fingerprint, readMigrations } from "./migrations.ts";
import { sqlOnPGlite } from "./sql.ts";
import { keepTemplate, readTemplate, templateFile } from "./template.ts";

const PGLITE = createRequire(import.meta.url).resolve("@electric-sql/pglite");

/** A migrated database in memory, from the stored template where there is one. */
export async function openInMemory(): Promise<PGlite> {
  return fresh(undefined);
}

/**
 * The migrated database of a data folder that this process has locked. A folder whose making was cut short holds nothing
 * that was ever acknowledged: it is moved aside and made anew.
 */
export async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = resolve(dataDir);
  const data = join(folder, "pg");
  const making = join(folder, "pg.making");
  if (existsSync(making) && existsSync(data)) {
    rmSync(`${data}.unfinished`, { recursive: true, force: true });
    renameSync(data, `${data}.unfinished`);
  }
  if (existsSync(data)) {
    const db = await PGlite.create(data);
    await migrate(targetOf(db));
    return db;
  }
  writeFileSync(making, "");
  const db = await fresh(data);
  rmSync(making);
  syncFolder(folder);
  return db;
}

async function fresh(dataDir: string | undefined): Promise<PGlite> {
  const name = fingerprint(readMigrations(), version());
  const file = templateFile(name);
  const template = readTemplate(file);
  const db = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(template === null ? {} : { loadDataDir: template }),
  });
  await migrate(targetOf(db));
  if (template === null) await keepTemplate(file, await db.dumpDataDir("none"));
  return db;
}

function targetOf(db: PGlite) {
  return { sql: sqlOnPGlite(db), adapter: new PrismaPGlite(db), shared: false };
}

function version(): string {
  const file = join(dirname(PGLITE), "..", "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** The removal of the mark must not be undone by a power cut after rows were acknowledged. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
