import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Others on the machine only ever add to what is measured, so the least of some runs is nearest to the truth. */
const runs = 3;

test("a message costs the pure engine at most 25 microseconds at the median", () => {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least > 25; run++) {
    const printed = execFileSync(process.execPath, ["--import", "tsx", "test/bench/respond.ts"], {
      encoding: "utf8",
    });
    const measured = JSON.parse(printed) as { microseconds: number };
    process.stdout.write(`respond(): ${printed}`);
    least = Math.min(least, measured.microseconds);
  }
  expect(least).toBeLessThanOrEqual(25);
});
