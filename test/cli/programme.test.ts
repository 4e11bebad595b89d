import { describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { plainIo } from "./plain-io.ts";

async function run(line: string, today?: string) {
  const { io, out, err } = plainIo(today);
  const words = line.split(" ").filter((word) => word !== "");
  const code = await runCommand(words, io, () => Promise.reject(new Error("needs no store")));
  return { code, out, err };
}
describe("programme stale", () => {
  const stale = async (on: string) => {
    const { code, out } = await run(`programme stale --on ${on} --json`);
    const found: { name: string; daysLeft: number }[] = JSON.parse(out[0] ?? "");
    return [code, Object.fromEntries(found.map(({ name, daysLeft }) => [name, daysLeft]))];
  };

  test("names what ends within 60 days and what has ended, and ends with 1", async () => {
    expect(await stale("2026-11-22")).toEqual([
      1,
      { "relief for employers": -295, "relief for not_transport": 39 },
    ]);
    expect(await stale("2026-10-31")).toEqual([1, { "relief for employers": -273 }]);
    expect(await stale("2026-11-01")).toEqual([
      1,
      { "relief for employers": -274, "relief for not_transport": 60 },
    ]);
  });

  test("on the first day of 2027 the relief is past and the wage ceiling near its end", async () => {
    expect(await stale("2027-01-01")).toEqual([
      1,
      {
        "relief for employers": -335,
        "relief for not_transport": -1,
        "wage ceiling of jp": 58,
        "benefit jp_lowest": 58,
        "benefit jp_highest": 58,
      },
    ]);
  });

  test("a person reads file, entry, law and days", async () => {
    const { out } = await run("programme stale", "2026-12-31");
    expect(out).toContain(
      "src/rules/data/bpu.json: reliefs, entry 4  relief for not_transport (PP 50/2025), until 2026-12: ends in 0 days",
    );
    expect(out.join("\n")).toMatch(/ended \d+ days ago/);
  });

  test("where nothing ends it says so and ends with 0", async () => {
    expect(await run("programme stale --on 2019-01-01")).toMatchObject({
      code: 0,
      out: ["Nothing ends within 60 days of 2019-01-01."],
    });
  });

  test("a date that is none is refused", async () => {
    expect((await run("programme stale --on 2026-13-01")).code).toBe(2);
  });
});

test("flows lint names rules that have run out", async () => {
  expect((await run("flows lint")).code).toBe(0);
  const { code, out } = await run("flows lint --now 2027-03-01");
  expect(code).toBe(1);
  expect(out[0]).toMatch(/pu\.json.*wage ceiling of jp.*ended with 2027-02 and nothing follows/);
});
