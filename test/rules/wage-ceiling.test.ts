import { describe, expect, test } from "vitest";
import { addMonths } from "../../src/lib/months.ts";
import { month, quoted, reason } from "./usaha-quoted.ts";

describe("the wage ceiling of JP", () => {
  const ceilings: [string, number, string][] = [
    ["2015-07", 7_000_000, "verified"],
    ["2016-03", 7_335_300, "recalled"],
    ["2017-03", 7_703_500, "recalled"],
    ["2018-03", 8_094_000, "recalled"],
    ["2019-03", 8_512_400, "recalled"],
    ["2020-03", 8_939_700, "recalled"],
    ["2021-03", 8_754_600, "recalled"],
    ["2022-03", 9_077_600, "recalled"],
    ["2023-03", 9_559_600, "verified"],
    ["2024-03", 10_042_300, "verified"],
    ["2025-03", 10_547_400, "verified"],
    ["2026-03", 11_086_300, "verified"],
  ];

  test.for(ceilings)("from %s is %i (%s)", ([from, ceiling, confidence]) => {
    const due = month({ size: "besar", wages: [20_000_000], from });
    expect(due.jp).toEqual({ worker: ceiling / 100, employer: ceiling / 50 });
    expect(due.confidence).toBe(confidence);
    const below = month({ size: "besar", wages: [ceiling], from });
    expect([below.jp.worker, below.confidence]).toEqual([ceiling / 100, "verified"]);
  });

  test.for(ceilings.slice(1).map(([from], index) => [from, ceilings[index]?.[1] ?? 0] as const))(
    "in January and February before %s is still %i",
    ([from, earlier]) => {
      // Of January 2021 nothing is quoted: the relief of 2020 is not verified.
      for (const back of from === "2021-03" ? [-1] : [-1, -2])
        expect(
          month({ size: "besar", wages: [20_000_000], from: addMonths(from, back) }).jp.worker,
        ).toBe(earlier / 100);
    },
  );

  test("of November 2026 makes 110,863 and 221,726 at most", () => {
    expect(month({ size: "besar", wages: [50_000_000] }).jp).toEqual({
      worker: 110_863,
      employer: 221_726,
    });
  });

  test("changes in the middle of a quote", () => {
    const { months, total } = quoted({
      size: "besar",
      wages: [12_000_000],
      from: "2026-02",
      months: 2,
    });
    expect(months.map(({ jp }) => jp.worker)).toEqual([105_474, 110_863]);
    expect(total).toBe(months.reduce((all, one) => all + one.total, 0));
  });

  test("is not known from March 2027, and nothing is quoted with JP", () => {
    expect(reason({ size: "besar", from: "2027-02", months: 2 })).toEqual([
      "month_not_known",
      "2027-03",
    ]);
    expect(reason({ size: "mikro", from: "2027-03" })).toBe(13_500);
  });

  test("holds for no other programme", () => {
    expect(month({ size: "besar", wages: [50_000_000] })).toMatchObject({
      jkk: { employer: 120_000 },
      jkm: { employer: 150_000 },
      jht: { employer: 1_850_000, worker: 1_000_000 },
    });
  });
});

test("one recalled wage ceiling marks the month of all", () => {
  const quote = quoted({ size: "besar", wages: [2_500_000, 12_000_000], from: "2018-05" });
  expect(quote.months[0]?.confidence).toBe("recalled");
  expect(quote.workers.map(({ months }) => months[0]?.confidence)).toEqual([
    "verified",
    "recalled",
  ]);
});
