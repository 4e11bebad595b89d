import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type NotedRun, ratioOf } from "./report.ts";
import type { Safety } from "./safety.ts";

const patient = { retry: 2, timeout: 120_000 };

test(
  "every form ends right through bursts, two workers, redelivery and a killed process, at a fair share of bare Redis",
  patient,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "payung-bench-test-"));
    const json = join(folder, "bench.json");
    try {
      const args = ["--import", "tsx", "test/bench/run.ts", "--quick", "--peers", "none"];
      execFileSync(process.execPath, [...args, "--concurrency", "32", "--json", json], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      const { closed, safety } = JSON.parse(readFileSync(json, "utf8")) as {
        closed: NotedRun[];
        safety: Safety[];
      };
      const all = { burst: 50, workers: 50, twice: 50, killedAgain: 50, killed: 50 };
      expect(safety).toEqual([{ peer: "payung", users: 50, ...all }]);
      expect(closed.map(({ peer, wrong }) => [peer, wrong])).toEqual([
        ["bare-unpipelined", 0],
        ["bare-autopipelined", 0],
        ["payung", 0],
      ]);
      // About 0.15 on a quiet machine after a longer warm-up (docs/benchmarks.md); this finds a collapse, not a few percent.
      expect(ratioOf(closed, "payung", 32)).toBeGreaterThan(0.05);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
