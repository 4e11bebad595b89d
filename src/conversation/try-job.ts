import type { EffectOutcome, Now } from "../engine/event.ts";
import type { Session } from "../engine/session.ts";
import type { Log } from "../lib/log.ts";
import { awaited, type Performers } from "./perform/performers.ts";
import type { HeldJob, Jobs } from "./ports/jobs.ts";
import type { Line, Turn } from "./ports/line.ts";

/** Tries of a job before it is put aside as a dead letter: of one that somebody sits waiting for, and of others. */
const awaitedTries = 7;
const jobTries = 20;

/** How often it is looked whether a file is here that its channel brings by itself: once a second, five minutes long. */
const bringingMs = 1000;
const bringingTries = 300;

/** Effects whose result somebody sits waiting for: they are told when it is given up. */
const isAwaited = (kind: string): boolean => kind === "file.take" || kind === "workers.read";

type JobParts = {
  line: Line;
  jobs: Jobs;
  performers: Performers;
  now: () => Now;
  clock: () => number;
  log: Log;
};

/** A job that ended its process every time is not begun again. */
export async function tryJob(
  { line, performers, now }: JobParts,
  { contact, job, attempts }: HeldJob,
): Promise<EffectOutcome> {
  const most = job.kind === "file.take" ? bringingTries : triesOf(job.kind);
  if (attempts > most) return { state: "failed", code: "poison" };
  const session = (await line.peek(contact)) as Session | null;
  return performers.performJob(contact, job, session, now());
}

const triesOf = (kind: string): number => (isAwaited(kind) ? awaitedTries : jobTries);

/** Puts a job back for another try, or gives it up; gives the turn in which somebody who waits for it is told so. */
export async function putOff(
  { line, jobs, clock, log }: JobParts,
  held: HeldJob,
  code: string,
): Promise<Turn | null> {
  const { contact, job, attempts, token } = held;
  const bringing = code === awaited;
  if (attempts < (bringing ? bringingTries : triesOf(job.kind))) {
    await jobs.failed(held, clock() + (bringing ? bringingMs : backOff(attempts)), code);
    if (!bringing) log.warn("job_failed", { kind: job.kind, code, attempts });
    return null;
  }
  log.warn("job_failed", { kind: job.kind, code, attempts });
  const outcome: EffectOutcome = { state: "failed", code, final: true };
  const body = { kind: "result", key: job.key, outcome } as const;
  // Not under the key itself: under that a later success must still arrive.
  const id = `${job.key}.${token}`;
  const entry = isAwaited(job.kind) ? await line.enter(contact, { id, body }, clock()) : null;
  await jobs.failed(held, null, code);
  return entry?.state === "turn" ? entry.turn : null;
}

/** 1 s, 2 s, 4 s ... up to an hour. */
const backOff = (attempts: number): number => Math.min(1000 * 2 ** attempts, 3_600_000);
