import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { CaseDesk, Cases } from "../conversation/ports/cases.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { DeadLetters } from "../conversation/ports/dead.ts";
import type { Deliveries } from "../conversation/ports/deliveries.ts";
import type { Files } from "../conversation/ports/files.ts";
import type { Gaps } from "../conversation/ports/gaps.ts";
import type { Jobs } from "../conversation/ports/jobs.ts";
import type { Leftovers } from "../conversation/ports/leftovers.ts";
import type { Line } from "../conversation/ports/line.ts";
import type { LinkedDevice, PersonNames } from "../conversation/ports/linked-device.ts";
import type { Outbox } from "../conversation/ports/outbox.ts";
import type { Records, Registry } from "../conversation/ports/records.ts";
import type { Tickets } from "../conversation/ports/tickets.ts";
import type { WorkerLists } from "../conversation/ports/worker-lists.ts";
import { caseDeskOn } from "./case-desk.ts";
import { casesOn } from "./cases.ts";
import { deadLettersOn } from "./dead.ts";
import { deliveriesOn } from "./deliveries.ts";
import { openFolder, openInMemory } from "./embedded.ts";
import type { Cipher } from "./encryption.ts";
import { filesOn } from "./files.ts";
import { lockFolder } from "./folder-lock.ts";
import { gapsOn } from "./gaps.ts";
import { PrismaClient } from "./generated/client.ts";
import { jobsOn } from "./jobs.ts";
import type { KeySource } from "./key.ts";
import { keyFileOf, unlock } from "./key.ts";
import { leftoversOn } from "./leftovers.ts";
import { lineOn } from "./line.ts";
import { linkedDeviceOn } from "./linked-device.ts";
import { outboxOn } from "./outbox.ts";
import { personNamesOn } from "./person-names.ts";
import { openPostgres } from "./postgres.ts";
import { putBack } from "./put-back.ts";
import { recordsOn } from "./records.ts";
import { openRedis } from "./redis/open-redis.ts";
import { registryOn } from "./registry.ts";
import { releaseAll } from "./release-all.ts";
import type { Sql } from "./sql.ts";
import { sqlOnPGlite, sqlOnPool } from "./sql.ts";
import { ticketsOf } from "./tickets.ts";
import { workerListsOn } from "./worker-lists.ts";

/** What the store tells: ids, counts and codes, never what a person wrote. */
type StoreLog = { warn(fields: Record<string, unknown>, message: string): void };

export type StoreOptions = {
  /** The embedded database's folder, or ":memory:"; with `databaseUrl` only the place of the key file. */
  dataDir: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** 32 bytes as base64 or 64 hex digits; without it the file `<dataDir>.key` is used, made for a new database. */
  key?: string | undefined;
  /** Sessions, line, outbox, jobs and dead letters on Redis; several nodes of a cluster are separated by commas. */
  redisUrl?: string | undefined;
  log: StoreLog;
};

export type Store = {
  line: Line;
  outbox: Outbox;
  jobs: Jobs;
  dead: DeadLetters;
  records: Records;
  registry: Registry;
  cases: Cases;
  desk: CaseDesk;
  deliveries: Deliveries;
  gaps: Gaps;
  files: Files;
  workers: WorkerLists;
  device: LinkedDevice;
  names: PersonNames;
  leftovers: Leftovers;
  tickets: Tickets;
  /** Where records, cases, deliveries and unanswered questions are. */
  kind: "embedded" | "postgres";
  /** Where sessions, line, outbox, jobs and dead letters are. */
  sessions: "sql" | "redis";
  /** Ends the connections and gives the data folder back; a second call does nothing. */
  close(): Promise<void>;
};

type Database = {
  kind: Store["kind"];
  sql: Sql;
  adapter: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
};

/**
 * Opens the store, migrated and unlocked, on a folder, in memory (with a key of its own) or on PostgreSQL.
 * Throws StoreError with one sentence for whatever a person can mend.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  try {
    const cipher = await unlock(database.sql.query, keySource(options));
    if (database.kind === "embedded") await releaseAll(database.sql.query);
    const sessions = await openSessions(database.sql, cipher, options);
    const prisma = new PrismaClient({ adapter: database.adapter, errorFormat: "minimal" });
    const records = recordsOn(prisma, cipher);
    return {
      ...sessions,
      kind: database.kind,
      records: {
        ...records,
        async erase(key, contact, at) {
          const receipt = await records.erase(key, contact, at);
          await sessions.forget(contact);
          return receipt;
        },
      },
      registry: registryOn(prisma, cipher),
      cases: casesOn(prisma, database.sql, cipher),
      desk: caseDeskOn(database.sql, cipher),
      deliveries: deliveriesOn(database.sql, cipher),
      gaps: gapsOn(database.sql, cipher),
      files: filesOn(database.sql, cipher),
      workers: workerListsOn(database.sql, cipher),
      device: linkedDeviceOn(database.sql, cipher),
      names: personNamesOn(database.sql, cipher),
      leftovers: leftoversOn(prisma, database.sql),
      tickets: ticketsOf(cipher),
      close: onceOnly(async () => {
        await sessions.close();
        await prisma.$disconnect();
        await database.close();
      }),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Sessions = Pick<Store, "line" | "outbox" | "jobs" | "dead" | "sessions" | "close"> & {
  /** Erases what the records' own erasure does not reach. */
  forget(contact: Contact): Promise<void>;
};

async function openSessions(sql: Sql, cipher: Cipher, options: StoreOptions): Promise<Sessions> {
  const { redisUrl, log } = options;
  if (redisUrl !== undefined)
    return { ...(await openRedis({ url: redisUrl, cipher, log })), sessions: "redis" };
  return {
    sessions: "sql",
    line: lineOn(sql, cipher),
    outbox: outboxOn(sql, cipher),
    jobs: jobsOn(sql, cipher),
    dead: deadLettersOn(sql, cipher, (tx, givenUp, now) => putBack(tx, cipher, givenUp, now)),
    forget: async () => undefined,
    close: async () => undefined,
  };
}

function keySource(options: StoreOptions): KeySource | "random" {
  const inMemory = options.dataDir === ":memory:";
  if (inMemory && options.databaseUrl === undefined) return "random";
  return { given: options.key, file: inMemory ? null : keyFileOf(options.dataDir) };
}

async function openDatabase(options: StoreOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) return onPostgres(options.databaseUrl, options.log);
  if (options.dataDir === ":memory:") return embedded(await openInMemory(), () => undefined);
  const lock = lockFolder(options.dataDir);
  try {
    return embedded(await openFolder(options.dataDir), lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function embedded(db: Awaited<ReturnType<typeof openInMemory>>, release: () => void): Database {
  return {
    kind: "embedded",
    sql: sqlOnPGlite(db),
    adapter: new PrismaPGlite(db),
    async close() {
      await db.close();
      release();
    },
  };
}

async function onPostgres(databaseUrl: string, log: StoreLog): Promise<Database> {
  const pool = await openPostgres(databaseUrl, (code) =>
    log.warn({ code }, "a connection to PostgreSQL was lost"),
  );
  return {
    kind: "postgres",
    sql: sqlOnPool(pool),
    adapter: new PrismaPg(pool),
    close: () => pool.end(),
  };
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
