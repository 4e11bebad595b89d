/** `npm run bench`: Payung with everything on beside bare Redis and other engines; prints Markdown (docs/benchmarks.md). */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { REDIS, startRedis } from "../support/redis-server.ts";
import { type Order, startChild } from "./child.ts";
import type { ClosedRun } from "./closed.ts";
import { dependencies, installPeers } from "./install-peers.ts";
import { busyMs, machineLines, othersShare } from "./machine.ts";
import { type Meter, meterOn } from "./meter.ts";
import type { OpenRun } from "./open-loop.ts";
import { EMBEDDED, LIMITS, OWN } from "./open-peer.ts";
import { type BenchOptions, readOptions, USAGE } from "./options.ts";
import { closedTable, median, type NotedRun, openTable, safetyTable } from "./report.ts";
import type { Safety } from "./safety.ts";
import { measureStart } from "./start.ts";

/** Persons of a run with one message in flight: the slow engines would take the whole day. */
const usersAlone = 300;
/** A process's own database answers some hundred messages a second. */
const usersEmbedded = 50;
/** What the 99th of a hundred may wait at most, in ms. */
const p99Target = 50;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (text: string): void => void process.stderr.write(`${text}\n`);

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  let options: BenchOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    progress(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 1;
  }
  if (options.onlyGrowth) {
    out(growth(options.sessions));
    return 0;
  }
  if (REDIS.find() === null) {
    progress("The bench needs a Redis of its own: install redis-server, so that it is in PATH.");
    return 1;
  }
  if (options.peers.some((name) => !OWN.includes(name)) && !installPeers()) {
    progress(
      "The other engines could not be installed: try again, or leave them out (--peers none).",
    );
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "payung-bench-"));
  const redis = await startRedis(["--appendonly", "no"]);
  const meter = meterOn(redis.url);
  try {
    await benchOn({ options, url: redis.url, meter, folder });
    return 0;
  } finally {
    await meter.close();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Bench = { options: BenchOptions; url: string; meter: Meter; folder: string };

async function benchOn(bench: Bench): Promise<void> {
  const { options, meter } = bench;
  const packages = options.peers.length > 0 ? dependencies() : {};
  out(machineLines(await meter.version(), packages).join("\n"));

  const closed = await closedRuns(bench);
  for (const concurrency of options.concurrency)
    out(`\n### ${concurrency} in flight\n\n${closedTable(closed, concurrency)}`);

  const safety: Safety[] = [];
  for (const peer of ["payung", ...options.peers.filter((name) => !OWN.includes(name))]) {
    const one = await unlessItFails(peer, () => safetyOf(bench, peer));
    if (one) safety.push(one);
  }
  out(`\n### Forms that ended right\n\n${safetyTable(safety)}`);

  const open = options.openSeconds > 0 ? await openRuns(bench) : null;
  if (open) {
    out(`\n### Messages that arrive whether or not the last ones are answered\n`);
    out(openTable(open.runs));
    out(`\nHighest rate tried with a p99 of at most ${p99Target} ms: ${open.highest}/s.`);
  }

  const starts = options.start ? await measureStart(5) : null;
  if (options.start) out(`\n### Start\n\n${startSentence(starts)}`);
  if (options.questions !== undefined)
    out(`\n### Questions understood\n\n${questionsAsked(options.questions)}`);
  if (options.sessions > 0)
    out(`\n### What grows and what does not\n\n${growth(options.sessions)}`);
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ closed, safety, open, starts }, null, 1)}\n`);
}

/** In a process of its own, so that nothing is warm. */
const questionsAsked = (file: string): string =>
  execFileSync(process.execPath, ["--import", "tsx", "test/bench/questions.ts", file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

/** In a process of its own; what it has done so far goes to standard error. */
const growth = (sessions: number): string =>
  execFileSync(process.execPath, ["--import", "tsx", "test/bench/growth.ts", String(sessions)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Rounds, each with every engine once, so that a noisy minute touches all of them. */
async function closedRuns(bench: Bench): Promise<NotedRun[]> {
  const { rounds, concurrency: levels, peers, users } = bench.options;
  const runs: NotedRun[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const peer of [...LIMITS, "payung", ...peers])
      for (const concurrency of levels) {
        const some = usersOf(peer, users, concurrency);
        const run = await unlessItFails(peer, () => closedRun(bench, peer, some, concurrency));
        if (!run) continue;
        runs.push(run);
        progress(
          `${round}/${rounds} ${peer}, ${concurrency} in flight: ${run.perSec}/s, ${run.wrong} wrong`,
        );
      }
  return runs;
}

function usersOf(peer: string, users: number, concurrency: number): number {
  if (peer === EMBEDDED) return Math.min(users, usersEmbedded);
  return concurrency === 1 ? Math.min(users, usersAlone) : users;
}

/** Another engine that breaks is left out and told; ours ends the bench. */
async function unlessItFails<T>(peer: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (peer === "payung") throw error;
    out(`\n${peer} did not run to its end: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

async function closedRun(
  { url, meter, folder }: Bench,
  peer: string,
  users: number,
  concurrency: number,
): Promise<NotedRun> {
  const [busy, start, before] = [busyMs(), performance.now(), await meter.read()];
  const order: Order = { do: "closed", peer, url, users, concurrency };
  const run = (await startChild(order, { cwd: folder }).result) as ClosedRun;
  const redisMs = ((await meter.read()).cpuUs - before.cpuUs) / 1000;
  const own = run.processCpuMs + redisMs;
  return { ...run, others: othersShare(busy, own, performance.now() - start) };
}

async function safetyOf({ options, url, folder }: Bench, peer: string): Promise<Safety> {
  const order: Order = { do: "safety", peer, url, users: options.safetyUsers };
  const safety = (await startChild(order, { cwd: folder }).result) as Safety;
  progress(`safety of ${peer}: ${JSON.stringify(safety)}`);
  return safety;
}

/** 500 and 1,000 a second, then ever more for a shorter time until the 99th of a hundred waits too long. */
async function openRuns(bench: Bench): Promise<{ runs: OpenRun[]; highest: number }> {
  const { openSeconds } = bench.options;
  const runs: OpenRun[] = [];
  let highest = 0;
  const at = async (rate: number, seconds: number): Promise<boolean> => {
    const order: Order = { do: "open", peer: "payung", url: bench.url, rate, seconds };
    const run = (await startChild(order, { cwd: bench.folder }).result) as OpenRun;
    runs.push(run);
    progress(`open loop, ${rate}/s: p99 ${run.p99.toFixed(1)} ms, ${run.wrong} wrong`);
    const good = run.p99 <= p99Target && run.wrong === 0;
    if (good) highest = Math.max(highest, rate);
    return good;
  };
  await at(500, openSeconds);
  await at(1000, openSeconds);
  const short = Math.ceil(openSeconds / 4);
  let rate = 2000;
  while (rate <= 16_000 && (await at(rate, short))) rate += rate < 4000 ? 1000 : 2000;
  return { runs, highest };
}

function startSentence(starts: readonly number[] | null): string {
  if (starts === null) return "Not measured: the program serves no web page yet.";
  const all = starts.map((ms) => (ms / 1000).toFixed(2)).join(", ");
  return `From starting the program on an existing embedded folder to its first web page: ${(median(starts) / 1000).toFixed(2)} s (median of ${all}).`;
}
