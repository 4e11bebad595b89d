/**
 * What a turn costs as flows, conversations and stored sessions grow: `npx tsx test/bench/growth.ts [sessions]`, or
 * `npm run bench -- --growth`. Starts a PostgreSQL and a Redis of its own; prints Markdown.
 */
import { cpus, totalmem } from "node:os";
import process from "node:process";
import { POSTGRES } from "../support/postgres-server.ts";
import { REDIS } from "../support/redis-server.ts";
import { bookForTests, sessionAt } from "../support/talk.ts";
import { type Cost, costOf, type Taking, taking } from "./growth-cost.ts";
import { costByFlows, costByLength, flowCounts } from "./growth-engine.ts";
import {
  type Loaded,
  postgresSite,
  redisSite,
  type Site,
  turnOn,
  WRITERS,
  writerOf,
} from "./growth-stores.ts";
import { table } from "./report.ts";

/** Has no factor in common with the number of writers, so that each comes once. */
const STRIDE = 617;
/** Turns of a round, each by another writer. */
const TURNS = 300;
const LOOKS = 20;
const MONTH_MS = 30 * 24 * 3600 * 1000;
const sites = [
  [POSTGRES, postgresSite],
  [REDIS, redisSite],
] as const;

const few = WRITERS;
const many = Number(process.argv[2] ?? 1_000_000);
const rounds = 2;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (text: string): void => void process.stderr.write(`${text}\n`);
const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

const heads = ["median us", "p99 us", "CPU us"];
/** Each figure, and in brackets how many times that of the first row it is. */
const compared = (cost: Cost, base: Cost = cost): string[] =>
  (["median", "p99", "cpu"] as const).map(
    (kind) => `${grouped(cost[kind])} (${(cost[kind] / base[kind]).toFixed(2)})`,
  );

await main();
process.exit(0);

async function main(): Promise<void> {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  out(
    `* ${day}; ${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GiB; Node ${process.version}`,
  );
  engine();
  const half = sessionAt(bookForTests(), "ringkasan");
  const bytes = grouped(JSON.stringify(half).length);
  for (const [need, open] of sites) {
    if (need.find() === null) out(`\n${need.missing}`);
    else await stores(await open(half), bytes);
  }
}

function engine(): void {
  const flows = costByFlows(4, 200).flatMap(({ kind, costs }) => {
    const base = costs.get(flowCounts[0]);
    return [...costs].map(([count, cost]) => [kind, grouped(count), ...compared(cost, base)]);
  });
  out(`\n#### Flows in the book\n\n${table(["message", "flows", ...heads], flows)}`);
  progress("flows done");
  const lengths = costByLength(40);
  const rows = lengths.map(({ turn, cost, bytes }) => [
    ...[turn, grouped(bytes)],
    ...compared(cost, lengths[0]?.cost),
  ]);
  out(`\n#### Turns of one contact, in the engine\n`);
  out(table(["turn", "session, bytes", ...heads], rows));
}

async function stores(site: Site, bytes: string): Promise<void> {
  try {
    const loads: Loaded[] = [];
    for (const sessions of [few, many]) {
      const loaded = await site.load(sessions);
      progress(`${site.name}: ${sessions} sessions loaded in ${loaded.loadSeconds.toFixed(1)} s`);
      loads.push(loaded);
    }
    out(`\n#### ${site.name} ${site.version}, sessions of ${bytes} bytes in clear\n`);
    out(await bySessions(loads));
    for (const loaded of loads) await loaded.close();
  } catch (error) {
    progress(
      `${site.name} did not run to its end: ${error instanceof Error ? error.stack : error}`,
    );
    throw error;
  } finally {
    await site.stop();
  }
}

/** Enter and commit, one at a time, by writers in random order; the stores take turns, so that a noisy minute touches both. */
async function bySessions(loads: readonly Loaded[]): Promise<string> {
  const measured = loads.map((loaded) => ({ loaded, taken: taking(), server: 0, looks: taking() }));
  for (const { loaded } of measured) await writersWrite(loaded, 0, taking());
  for (let round = 1; round <= rounds; round++)
    for (const one of measured) {
      one.server += await writersWrite(one.loaded, round, one.taken);
      for (let i = 0; i < LOOKS; i++) one.looks.took(await lookForWork(one.loaded));
    }
  const base = costOf(measured[0]?.taken ?? taking());
  const rows = measured.map(({ loaded, taken, server, looks }) => [
    grouped(loaded.sessions),
    ...compared(costOf(taken), base),
    grouped(server / taken.ms.length),
    grouped(costOf(looks).median),
    loaded.loadSeconds.toFixed(1),
    grouped(loaded.bytes / 2 ** 20),
  ]);
  const more = ["server CPU us", "sweep: median us", "load s", "stored MiB"];
  return table(["stored sessions", ...heads, ...more], rows);
}

function writerAt(place: number) {
  return writerOf((place * STRIDE) % WRITERS);
}

/** A turn of some writers; the server's CPU for it, in microseconds. */
async function writersWrite(loaded: Loaded, round: number, into: Taking): Promise<number> {
  const before = await loaded.serverCpuUs();
  into.begin();
  for (let i = 0; i < TURNS; i++)
    into.took(await turnOn(loaded.store, writerAt(i), `r${round}.${i}`));
  into.end();
  return (await loaded.serverCpuUs()) - before;
}

/** What the sweeper asks of the line. */
async function lookForWork({ store: { line } }: Loaded): Promise<number> {
  const now = Date.now();
  const before = performance.now();
  await line.due(now, 100);
  await line.idle(now - MONTH_MS, 100);
  return performance.now() - before;
}
