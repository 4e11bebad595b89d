import process from "node:process";
import { percentile } from "./drive.ts";

/** What turns took: of the clock, each in ms, and CPU of this process in microseconds over all of them. */
type Taken = { ms: number[]; cpuUs: number };

/** Microseconds of a turn: median and 99th of a hundred by the clock, and the mean of this process's CPU. */
export type Cost = { median: number; p99: number; cpu: number; turns: number };

export type Taking = Taken & { begin(): void; took(ms: number): void; end(): void };

/** Takes the cost of blocks of turns; CPU is read once a block, as reading it costs as much as a short turn. */
export function taking(): Taking {
  let before = process.cpuUsage();
  return {
    ms: [],
    cpuUs: 0,
    begin() {
      before = process.cpuUsage();
    },
    took(ms) {
      this.ms.push(ms);
    },
    end() {
      const { user, system } = process.cpuUsage(before);
      this.cpuUs += user + system;
    },
  };
}

export function costOf({ ms, cpuUs }: Taken): Cost {
  const sorted = Float64Array.from(ms).sort();
  return {
    median: percentile(sorted, 0.5) * 1000,
    p99: percentile(sorted, 0.99) * 1000,
    cpu: cpuUs / ms.length,
    turns: ms.length,
  };
}
