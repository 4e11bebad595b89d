import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { migrate } from "./migrate.ts";
import { sqlOnPool } from "./sql.ts";
import { StoreError } from "./store-error.ts";

/** How long to wait for a connection, in ms. */
const CONNECT_MS = 10_000;

/** Told of a lost connection; gets a code, never a value. */
export type OnLost = (code: string) => void;

/** A pool on a migrated PostgreSQL database. Throws StoreError `bad_address` or `unreachable`, without the password. */
export async function openPostgres(databaseUrl: string, onLost: OnLost): Promise<Pool> {
  const { host, database } = parse(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  pool.on("error", (error) => onLost(codeOf(error)));
  // A connection that breaks while in use must not end the process: its statement fails.
  pool.on("connect", (client) => client.on("error", (error) => onLost(codeOf(error))));
  try {
    await pool.query("select 1");
    await migrate({ sql: sqlOnPool(pool), adapter: new PrismaPg(pool), shared: true });
    return pool;
  } catch (error) {
    await pool.end();
    throw error instanceof StoreError ? error : unreachable(error, host, database);
  }
}

function parse(databaseUrl: string): { host: string; database: string } {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new StoreError(
      "bad_address",
      "DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database.",
    );
  }
  return { host: url.host, database: url.pathname.slice(1) };
}

function unreachable(error: unknown, host: string, database: string): StoreError {
  const code = codeOf(error);
  return new StoreError("unreachable", sentence(code, host, database), { code, host });
}

function sentence(code: string, host: string, database: string): string {
  switch (code) {
    case "28P01":
    case "28000":
      return `PostgreSQL at ${host} refused the user or the password in DATABASE_URL.`;
    case "3D000":
      return `PostgreSQL at ${host} has no database ${database}: create it, or correct DATABASE_URL.`;
    case "42501":
      return `PostgreSQL at ${host} does not let this user make tables in the database ${database}.`;
    default:
      return `PostgreSQL at ${host} cannot be reached (${code}): check DATABASE_URL and that the server runs.`;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return error instanceof Error && /timeout/.test(error.message) ? "timeout" : "unknown";
}
