import type { ClosedRun } from "./closed.ts";
import type { OpenRun } from "./open-loop.ts";
import type { Safety } from "./safety.ts";

/** A run with what else was going on: `others` is the share of the machine, in percent, that neither it nor Redis took. */
export type NotedRun = ClosedRun & { others: number | null };

const LIMIT = "bare-unpipelined";

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
/** A table of Markdown. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

/** Messages a second of an engine as a share of the bare GET and SET of the same rounds: the median of the rounds' ratios. */
export function ratioOf(runs: readonly ClosedRun[], peer: string, concurrency: number): number {
  const of = (name: string) =>
    runs.filter((run) => run.peer === name && run.concurrency === concurrency);
  const limits = of(LIMIT);
  return median(of(peer).map(({ perSec }, round) => perSec / (limits[round]?.perSec ?? Infinity)));
}

/** The closed loops at one number of messages in flight. */
export function closedTable(runs: readonly NotedRun[], concurrency: number): string {
  const here = runs.filter((run) => run.concurrency === concurrency);
  const names = [...new Set(here.map(({ peer }) => peer))];
  const rows = names.map((peer) => {
    const mine = here.filter((run) => run.peer === peer);
    const middle = (value: (run: NotedRun) => number) => median(mine.map(value));
    const speeds = mine.map(({ perSec }) => perSec);
    const bare = peer.startsWith("bare-");
    return [
      peer,
      `${grouped(median(speeds))} (${grouped(Math.min(...speeds))}-${grouped(Math.max(...speeds))})`,
      ratioOf(runs, peer, concurrency).toFixed(2),
      middle(({ p50 }) => p50).toFixed(2),
      middle(({ p99 }) => p99).toFixed(1),
      Math.round(middle(({ cpuUs }) => cpuUs)),
      Math.round(middle(({ redisCpuUs }) => redisCpuUs)),
      Math.round(middle(({ rssMiB }) => rssMiB)),
      middle(({ commandsTotal }) => commandsTotal).toFixed(1),
      `${Math.round(middle(({ bytesIn }) => bytesIn))}/${Math.round(middle(({ bytesOut }) => bytesOut))}`,
      bare ? "-" : grouped(middle(({ storedBytes }) => storedBytes)),
      bare ? "-" : Math.max(...mine.map(({ wrong }) => wrong)),
      Math.round(Math.max(...mine.map(({ others }) => others ?? 0))),
    ];
  });
  const head = [
    "engine",
    "messages/s: median (lowest-highest)",
    "of bare GET+SET",
    "p50 ms",
    "p99 ms",
    "CPU us/message",
    "Redis CPU us/message",
    "RSS MiB",
    "Redis commands/message",
    "bytes to/from Redis a message",
    "stored bytes a person mid-form",
    "wrong replies",
    "others' CPU %, at most",
  ];
  return table(head, rows);
}

/** What goes wrong on real channels, engine by engine. */
export function safetyTable(all: readonly Safety[]): string {
  const head = [
    "engine",
    "burst, one process",
    "burst, two workers",
    "delivered twice",
    "killed, delivered again",
    "killed, not delivered again",
  ];
  return table(
    head,
    all.map((one) => [
      one.peer,
      ...[one.burst, one.workers, one.twice, one.killedAgain, one.killed].map(
        (right) => `${right}/${one.users}`,
      ),
    ]),
  );
}

/** Latencies at offered rates. */
export function openTable(runs: readonly OpenRun[]): string {
  return table(
    ["offered messages/s", "seconds", "p50 ms", "p95 ms", "p99 ms", "max ms", "wrong or missing"],
    runs.map((run) => [
      grouped(run.rate),
      run.seconds,
      ...[run.p50, run.p95, run.p99, run.max].map((ms) => ms.toFixed(1)),
      run.wrong,
    ]),
  );
}
