import { expect, test } from "vitest";
import { bpuRates } from "../../src/rules/bpu-rates.ts";
import { expiring } from "../../src/rules/expiring.ts";
import { bpuSeries } from "../../src/rules/rate-series.ts";

const names = (onDate: string, days: number) =>
  expiring(bpuSeries(bpuRates), onDate, days).map(({ name, daysLeft }) => [name, daysLeft]);

test.for([
  ["2026-11-22", 38, []],
  ["2026-11-22", 39, [["relief for not_transport", 39]]],
  ["2026-12-31", 0, [["relief for not_transport", 0]]],
  [
    "2027-01-30",
    60,
    [
      ["relief for not_transport", -30],
      ["relief for transport", 60],
    ],
  ],
  [
    "2027-04-01",
    0,
    [
      ["relief for not_transport", -91],
      ["relief for transport", -1],
    ],
  ],
] as const)("on %s within %i days: %j", ([onDate, days, expected]) => {
  expect(names(onDate, days)).toEqual(expected);
});

test("a rule is shown with its place, law and last month", () => {
  expect(expiring(bpuSeries(bpuRates), "2026-11-22", 60)).toEqual([
    {
      file: "src/rules/data/bpu.json",
      place: "src/rules/data/bpu.json: reliefs, entry 4",
      name: "relief for not_transport",
      basis: "PP 50/2025",
      until: "2026-12",
      daysLeft: 39,
    },
  ]);
});

test("a rule that another one follows is nobody's worry any more", () => {
  const rates = structuredClone(bpuRates);
  const relief = rates.reliefs[3];
  if (relief === undefined) throw new Error("no relief");
  rates.reliefs.push({ ...relief, from: "2027-01", until: "2027-12", basis: "PP 1/2027" });
  expect(expiring(bpuSeries(rates), "2027-02-01", 30)).toEqual([]);
});
