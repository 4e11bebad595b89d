import { describe, expect, test } from "vitest";
import { type KoperasiAsk, koperasiQuote } from "../../src/rules/koperasi-quote.ts";
import { pmiQuote } from "../../src/rules/pmi-quote.ts";

const member = {
  income: 1_000_000,
  programmes: ["jkk", "jkm"] as const,
  transport: false,
  paidByState: false,
};
const staff = { size: "mikro", risk: 1, wages: [2_500_000] } as const;
const ask: KoperasiAsk = { staff, members: [member, member], months: 3, from: "2026-11" };

describe("koperasiQuote", () => {
  test("staff and members add up by month, across the end of the relief", () => {
    const quote = koperasiQuote(ask);
    if (quote.kind !== "quote") throw new Error(quote.reason);
    expect(quote.months).toEqual([
      { month: "2026-11", staff: 13_500, members: 16_800, total: 30_300 },
      { month: "2026-12", staff: 13_500, members: 16_800, total: 30_300 },
      { month: "2027-01", staff: 13_500, members: 33_600, total: 47_100 },
    ]);
    expect(quote.total).toBe(107_700);
    expect(quote.staff?.total).toBe(40_500);
    expect(quote.members.map(({ total }) => total)).toEqual([33_600, 33_600]);
  });

  test("members whom the state pays for have no relief", () => {
    const members = [{ ...member, paidByState: true }];
    expect(koperasiQuote({ ...ask, staff: null, members, months: 1 })).toMatchObject({
      staff: null,
      total: 16_800,
    });
  });

  test.for<[string, Partial<KoperasiAsk>, object]>([
    ["nobody", { staff: null, members: [] }, { reason: "nobody" }],
    [
      "a member without income",
      { members: [member, { ...member, income: 0 }] },
      { reason: "income_too_small", member: 1 },
    ],
    ["staff without wages", { staff: { ...staff, wages: [] } }, { reason: "no_wages" }],
    ["a month before the rules", { from: "2015-05" }, { reason: "month_not_known" }],
    ["no month", { staff: null, from: "x" }, { reason: "bad_month", member: 0 }],
    [
      "too many",
      { members: Array.from({ length: 1_001 }, () => member) },
      { reason: "too_many_members" },
    ],
  ])("%s is told", ([, change, expected]) => {
    expect(koperasiQuote({ ...ask, ...change })).toMatchObject({ kind: "unknown", ...expected });
  });
});

describe("pmiQuote (Permenaker 4/2023 art. 18)", () => {
  test.for([
    ["agency", 24, 370_000, 31],
    ["agency", 12, 226_500, null],
    ["agency", 6, 145_500, null],
    ["independent", 24, 332_500, null],
    ["independent", 12, 189_000, null],
    ["independent", 6, 108_000, null],
    ["independent", 26, 359_500, null],
    ["independent", 8, 135_000, null],
  ] as const)("%s, %i months: %i", ([via, contractMonths, total, coverMonths]) => {
    expect(pmiQuote({ via, contractMonths, month: "2026-11" })).toMatchObject({
      kind: "quote",
      total,
      coverMonths,
      basis: "Permenaker 4/2023 art. 18",
    });
  });

  test.for([
    [5, "2026-11", "months_out_of_range"],
    [61, "2026-11", "months_out_of_range"],
    [24.5, "2026-11", "months_out_of_range"],
    [24, "2026", "bad_month"],
    [24, "2022-12", "month_not_known"],
  ] as const)("%s months from %s: %s", ([contractMonths, month, reason]) => {
    expect(pmiQuote({ via: "agency", contractMonths, month })).toEqual({ kind: "unknown", reason });
  });
});
