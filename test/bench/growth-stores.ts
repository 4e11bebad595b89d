import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { Client } from "pg";
import type { Session } from "../../src/engine/session.ts";
import { cipherOf } from "../../src/store/encryption.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { openRedis } from "../../src/store/redis/open-redis.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { startRedis } from "../support/redis-server.ts";
import { meterOn } from "./meter.ts";

/** Contacts with sessions of their own, who write; the others have copies of theirs, which nobody can open under another name. */
export const WRITERS = 1000;

/** Sessions of one kind of store, as many as were asked for. */
export type Loaded = {
  store: Pick<Store, "line" | "outbox">;
  sessions: number;
  loadSeconds: number;
  /** Bytes of the database, or of Redis's memory. */
  bytes: number;
  /** CPU of the server up to now, in microseconds. */
  serverCpuUs(): Promise<number>;
  close(): Promise<void>;
};

export type Site = {
  name: string;
  version: string;
  load(sessions: number): Promise<Loaded>;
  stop(): Promise<void>;
};

const key = Buffer.alloc(32, 7).toString("base64");
const log = { info() {}, warn() {}, error() {} };

export const writerOf = (at: number) => ({
  ...{ channel: "bench", account: "bot" },
  user: String(100_000 + at),
});

/** One turn from entering to committed, in ms; its reply is marked as sent afterwards. `session` replaces the one stored. */
export async function turnOn(
  { line, outbox }: Loaded["store"],
  contact: ReturnType<typeof writerOf>,
  id: string,
  session?: Session,
): Promise<number> {
  const now = Date.now();
  const body = { kind: "message", at: new Date(now).toISOString(), text: "jam 5 pagi" } as const;
  const before = performance.now();
  const entry = await line.enter(contact, { id, body }, now);
  if (entry.state !== "turn") throw new Error(`entering gave ${entry.state}`);
  const kept = session ?? entry.turn.session;
  if (!kept) throw new Error("a writer has no session");
  const part = { id: `${entry.turn.seed}.0`, body: { text: "x".repeat(160), choices: [] } };
  const outcome = { session: kept, taken: [id], parts: [part], jobs: [], hold: true };
  const done = await line.commit(entry.turn.lease, outcome, now);
  const ms = performance.now() - before;
  if (done.state !== "done" || done.held === null) throw new Error(`committing gave ${done.state}`);
  await outbox.sent(done.held, now);
  return ms;
}

/** The writers' first turns, which leave them with a half-filled form. */
async function writersIn(store: Loaded["store"], session: Session): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < WRITERS) {
      const at = next++;
      await turnOn(store, writerOf(at), `first.${at}`, session);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

/** PostgreSQL of its own, a database for each load. */
export async function postgresSite(session: Session): Promise<Site> {
  const server = await startPostgres();
  const admin = await connected(server.url);
  const { rows } = await admin.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  let databases = 0;
  return {
    name: "PostgreSQL",
    version: rows[0]?.version.split(" ")[0] ?? "?",
    async load(sessions) {
      const url = new URL(server.url);
      url.pathname = `/growth_${++databases}`;
      await admin.query(`create database ${url.pathname.slice(1)}`);
      const store = await openStore({ dataDir: ":memory:", databaseUrl: url.href, key, log });
      await writersIn(store, session);
      const client = await connected(url.href);
      const start = performance.now();
      for (const statement of copying(sessions)) await client.query(statement);
      const loadSeconds = (performance.now() - start) / 1000;
      const size = await client.query<{ bytes: string }>(
        "select pg_database_size(current_database()) as bytes",
      );
      return {
        ...{ store, sessions, loadSeconds, bytes: Number(size.rows[0]?.bytes) },
        serverCpuUs: backendsCpu(client),
        async close() {
          await client.end();
          await store.close();
        },
      };
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // told by the statement that fails
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

const name = (of: string) =>
  `rtrim(translate(encode(sha256((${of})::bytea), 'base64'), '+/', '-_'), '=')`;

/**
 * The writers' rows are put back among copies, ordered by their keyed names: so they lie scattered over the table, as those of people
 * who wrote at different times do.
 */
const copying = (sessions: number): readonly string[] => [
  `create temp table given as select row_number() over (order by id) - 1 as place, * from line_contact`,
  "create index on given (id)",
  "analyze given",
  "truncate line_contact",
  `insert into line_contact (id, address, session, version, committed_at)
   select named.id, coalesce(own.address, other.address), coalesce(own.session, other.session), 1, other.committed_at - named.place
   from (
     select id, place from given
     union all
     select ${name("'copy' || place")}, place from generate_series(${WRITERS}, ${sessions - 1}) as place
     order by id
   ) named
   left join given own on own.id = named.id
   join given other on other.place = named.place % ${WRITERS}`,
  `insert into seen_id (contact_id, id_hash, at)
   select id, ${name("'seen' || id")}, committed_at from line_contact where id not in (select id from given)`,
  "vacuum analyze line_contact",
  "vacuum analyze seen_id",
  "checkpoint",
];

const TICK_US = 10_000;

/** From /proc, over all connections to this database; what one that ended had taken when it was last looked at still counts. */
function backendsCpu(client: Client): () => Promise<number> {
  const taken = new Map<number, number>();
  return async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend'`,
    );
    for (const { pid } of rows) taken.set(pid, cpuOf(pid) ?? taken.get(pid) ?? 0);
    return [...taken.values()].reduce((sum, us) => sum + us, 0);
  };
}

/** Null where the process is no more. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_US;
  } catch {
    return null;
  }
}

/** A Redis of its own for each load. */
export async function redisSite(session: Session): Promise<Site> {
  const servers: { stop(): Promise<void> }[] = [];
  const first = await startRedis(["--appendonly", "no"]);
  const meter = meterOn(first.url);
  const version = await meter.version();
  await meter.close();
  await first.stop();
  return {
    ...{ name: "Redis", version },
    async load(sessions) {
      const server = await startRedis(["--appendonly", "no"]);
      servers.push(server);
      const cipher = cipherOf(Buffer.from(key, "base64"));
      const store = await openRedis({ url: server.url, cipher, log });
      await writersIn(store, session);
      const client = new Redis(server.url);
      const start = performance.now();
      const records = await client.keys(`{s[0-9][0-9]}${"?".repeat(16)}`);
      for (let from = WRITERS; from < sessions; from += CHUNK) {
        const to = Math.min(from + CHUNK, sessions) - 1;
        await client.eval(COPY, records.length, ...records, from, to, Date.now());
      }
      const loadSeconds = (performance.now() - start) / 1000;
      await sleep(200);
      const bytes = Number(/used_memory:(\d+)/.exec(await client.info("memory"))?.[1]);
      client.disconnect();
      const reader = meterOn(server.url);
      return {
        ...{ store, sessions, loadSeconds, bytes },
        serverCpuUs: async () => (await reader.read()).cpuUs,
        async close() {
          await reader.close();
          await store.close();
        },
      };
    },
    async stop() {
      for (const server of servers) await server.stop();
    },
  };
}

/** Copies a script makes in one go. */
const CHUNK = 10_000;

/** What a committed turn leaves of a contact: the record, the place among the idle, one seen message. Loads for tests only: one server, no cluster. */
const COPY = `
local first, last, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local bodies = {}
for i, record in ipairs(KEYS) do bodies[i] = redis.call('GET', record) end
for i = first, last do
  local tag = string.format('{s%02d}', i % 64)
  local contact = string.sub(redis.sha1hex('copy' .. i), 1, 16)
  redis.call('SET', tag .. contact, bodies[i % #bodies + 1], 'PX', 5184000000)
  redis.call('ZADD', tag .. 'idle', now - i, contact)
  redis.call('ZADD', tag .. contact .. ':s', now - i, string.sub(redis.sha1hex('seen' .. i), 1, 16))
  redis.call('PEXPIRE', tag .. contact .. ':s', 698400000)
end
return nil
`;
