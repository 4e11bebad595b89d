import { randomBytes } from "node:crypto";
import type { Contact } from "../conversation/ports/contact.ts";
import type { HeldJob, Jobs } from "../conversation/ports/jobs.ts";
import type { Job } from "../conversation/ports/line.ts";
import { deadLetter } from "./dead.ts";
import type { Cipher } from "./encryption.ts";
import { contactId } from "./names.ts";
import { jobPlace } from "./places.ts";
import type { Query, Sql } from "./sql.ts";

/** How long a job stays in somebody's hands, in ms. */
const JOB_MS = 60_000;

type Waiting = { contact: Contact; job: Job };

/** The jobs line in SQL: a job is held under a token that is new with every taking; `attempts` counts the takings. */
export function jobsOn(sql: Sql, cipher: Cipher): Jobs {
  return {
    take: (now) => take(sql.query, cipher, now),
    async done(held) {
      await sql.query("delete from job where key_hash = $1 and token = $2", [
        cipher.id("job", held.job.key),
        held.token,
      ]);
    },
    failed: (held, retryAt, code) =>
      retryAt === null
        ? giveUp(sql, cipher, held, code)
        : putBack(sql.query, cipher, held, retryAt),
  };
}

const TAKE = `
  update job set token = $2, held_until = $1::bigint + ${JOB_MS}, attempts = attempts + 1
  where key_hash = (
    select key_hash from job
    where due_at <= $1::bigint and (held_until is null or held_until <= $1::bigint)
    order by due_at, seq limit 1 for update skip locked)
  returning key_hash, attempts, body`;

async function take(query: Query, cipher: Cipher, now: number): Promise<HeldJob | null> {
  const token = randomBytes(16).toString("base64url");
  const [row] = await query<{ key_hash: string; attempts: number; body: string }>(TAKE, [
    now,
    token,
  ]);
  if (row === undefined) return null;
  const waiting = cipher.decrypt(jobPlace(row.key_hash), row.body) as Waiting;
  return { ...waiting, attempts: row.attempts, token };
}

async function putBack(
  query: Query,
  cipher: Cipher,
  held: HeldJob,
  retryAt: number,
): Promise<void> {
  await query(
    `update job set token = null, held_until = null, due_at = $3::bigint
     where key_hash = $1 and token = $2`,
    [cipher.id("job", held.job.key), held.token, retryAt],
  );
}

/** The dead letter bears the time at which the job was last taken. */
async function giveUp(sql: Sql, cipher: Cipher, held: HeldJob, code: string): Promise<void> {
  await sql.transaction(async (tx) => {
    const [row] = await tx<{ taken_at: number }>(
      `delete from job where key_hash = $1 and token = $2
       returning (held_until - ${JOB_MS})::float8 as taken_at`,
      [cipher.id("job", held.job.key), held.token],
    );
    if (row === undefined) return;
    const { contact, job } = held;
    await deadLetter(tx, cipher, { what: "job", contact, job }, code, row.taken_at);
  });
}

const ADD = `
  insert into job (key_hash, contact_id, due_at, body)
  select job.key_hash, $1, $2::bigint, job.body
  from json_to_recordset($3::json) as job(key_hash text, body text)
  on conflict (key_hash) do nothing`;

/** Appends jobs that are due at once; one whose key waits already is left alone. */
export async function addJobs(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  jobs: readonly Job[],
  now: number,
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map((job) => {
    const keyHash = cipher.id("job", job.key);
    return { key_hash: keyHash, body: cipher.encrypt(jobPlace(keyHash), { contact, job }) };
  });
  await tx(ADD, [contactId(cipher, contact), now, JSON.stringify(rows)]);
}
