import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("a message costs the pure engine at most 25 microseconds at the median", () => {
  const printed = execFileSync(process.execPath, ["--import", "tsx", "test/bench/respond.ts"], {
    encoding: "utf8",
  });
  const measured = JSON.parse(printed) as { microseconds: number };
  process.stdout.write(`respond(): ${printed}`);
  expect(measured.microseconds).toBeLessThanOrEqual(25);
});
