import { describe, expect, test } from "vitest";
import type { PuProgramme, RiskGroup } from "../../src/rules/pu-rates.ts";
import { maxWages, type UsahaAsk } from "../../src/rules/usaha-quote.ts";
import { month, quoted, reason } from "./usaha-quoted.ts";

const four: PuProgramme[] = ["jkk", "jkm", "jht", "jp"];

describe("worked examples of a wage of 2,500,000", () => {
  test("a micro shop pays 6,000 for JKK and 7,500 for JKM, the worker nothing", () => {
    expect(month({})).toEqual({
      month: "2026-11",
      jkk: { worker: 0, employer: 6_000 },
      jkm: { worker: 0, employer: 7_500 },
      jht: { worker: 0, employer: 0 },
      jp: { worker: 0, employer: 0 },
      worker: 0,
      employer: 13_500,
      total: 13_500,
      due: "2026-12-15",
      basis: ["PP 44/2015"],
      confidence: "verified",
    });
  });

  test("a micro warung makan pays 13,500 and 7,500", () => {
    expect(month({ risk: 2 })).toMatchObject({
      jkk: { employer: 13_500 },
      jkm: { employer: 7_500 },
      total: 21_000,
    });
  });

  test("a small one also 92,500 for JHT, the worker 50,000", () => {
    expect(month({ risk: 2, size: "kecil" })).toMatchObject({
      jht: { employer: 92_500, worker: 50_000 },
      jp: { employer: 0, worker: 0 },
      total: 163_500,
    });
  });
});

describe("a public agency for its non-ASN staff (Permenaker 1/2025 art. 3A)", () => {
  const agency = { size: "instansi", wages: [1_500_000] } as const;

  test("pays JKK and JKM, which every reading holds, alone", () => {
    expect(month(agency)).toMatchObject({
      jkk: { worker: 0, employer: 3_600 },
      jkm: { worker: 0, employer: 4_500 },
      total: 8_100,
      confidence: "verified",
    });
  });

  test("may add JHT, on which readings differ, and nothing else", () => {
    expect(month({ ...agency, programmes: ["jkk", "jkm", "jht"] }).jht).toEqual({
      employer: 55_500,
      worker: 30_000,
    });
    expect(reason({ ...agency, programmes: four })).toContain("programmes_not_offered");
    expect(reason({ ...agency, from: "2025-02" })).toContain("month_not_known");
  });
});

test.for<[RiskGroup, number]>([
  [1, 2_400],
  [2, 5_400],
  [3, 8_900],
  [4, 12_700],
  [5, 17_400],
])("risk group %i pays %i on a wage of 1,000,000, the employer alone", ([risk, jkk]) => {
  expect(month({ risk, wages: [1_000_000] }).jkk).toEqual({ worker: 0, employer: jkk });
});

describe("programmes by size (Perpres 109/2013)", () => {
  const paid = (change: Partial<UsahaAsk>) =>
    four.filter((one) => month(change)[one].employer > 0).join(",");

  test.for([
    ["mikro", "jkk,jkm"],
    ["kecil", "jkk,jkm,jht"],
    ["menengah", "jkk,jkm,jht,jp"],
    ["besar", "jkk,jkm,jht,jp"],
  ] as const)("%s must take %s", ([size, compulsory]) => {
    expect(paid({ size })).toBe(compulsory);
  });

  test("what may be added is added, what is compulsory cannot be left out", () => {
    expect(paid({ programmes: four })).toBe("jkk,jkm,jht,jp");
    expect(paid({ size: "kecil", programmes: four })).toBe("jkk,jkm,jht,jp");
    expect(reason({ size: "kecil", programmes: ["jkk", "jkm"] })).toEqual([
      "programmes_not_offered",
      "2026-11",
    ]);
  });
});

describe("relief for labour-intensive industries", () => {
  const fifty = Array.from({ length: 50 }, () => 2_500_000);
  const jkk = (from: string, risk: RiskGroup = 1) =>
    month({ wages: fifty, labourIntensive: true, from, risk }).jkk.employer / 50;

  test.for([
    ["2025-01", 6_000],
    ["2025-02", 3_000],
    ["2025-07", 3_000],
    ["2025-08", 3_000],
    ["2026-01", 3_000],
    ["2026-02", 6_000],
  ] as const)("makes JKK of %s %i a worker", ([from, expected]) => {
    expect(jkk(from)).toBe(expected);
  });

  test.for<[RiskGroup, number]>([
    [1, 12_000],
    [2, 27_000],
    [3, 44_500],
    [4, 63_500],
    [5, 87_000],
  ])("group %i pays %i on 10,000,000", ([risk, expected]) => {
    const wages = fifty.map(() => 10_000_000);
    const due = month({ wages, labourIntensive: true, from: "2025-05", risk });
    expect(due.jkk.employer / 50).toBe(expected);
    expect(due.basis).toContain("PP 7/2025");
  });

  test("is refused to fewer than 50 workers, and not given unless asked for", () => {
    expect(reason({ labourIntensive: true, from: "2025-05" })).toEqual([
      "too_few_workers_for_relief",
      "2025-05",
    ]);
    expect(reason({ labourIntensive: true })).toBe(13_500);
    expect(reason({ from: "2025-05" })).toBe(13_500);
  });
});

test("workers are quoted one by one, and together", () => {
  const quote = quoted({ size: "besar", wages: [2_500_000, 12_000_000], months: 2 });
  expect(quote.base).toBe(14_500_000);
  expect(quote.workers.map(({ wage, total }) => [wage, total])).toEqual([
    [2_500_000, quoted({ size: "besar", wages: [2_500_000], months: 2 }).total],
    [12_000_000, quoted({ size: "besar", wages: [12_000_000], months: 2 }).total],
  ]);
  expect(quote.months[0]?.basis).toContain("PP 45/2015 art. 29");
});

test("a share that is no whole rupiah is rounded, half upwards", () => {
  expect(month({ wages: [2_345_678] }).jkk.employer).toBe(5_630); // 5,629.63
  expect(month({ wages: [2_345_625] }).jkk.employer).toBe(5_630); // 5,629.50
  expect(month({ wages: [2_345_600] }).jkk.employer).toBe(5_629); // 5,629.44
});

describe("no figure", () => {
  test.for<[string, Partial<UsahaAsk>, [string, string | undefined]]>([
    ["before the rules", { from: "2015-06" }, ["month_not_known", "2015-06"]],
    ["in the unverified relief of 2020", { from: "2020-08" }, ["month_not_verified", "2020-08"]],
    ["at its end", { from: "2020-12", months: 3 }, ["month_not_verified", "2020-12"]],
    ["without wages", { wages: [] }, ["no_wages", undefined]],
    ["for a wage of 0", { wages: [2_500_000, 0] }, ["wage_too_small", undefined]],
    ["for a negative wage", { wages: [-1] }, ["wage_too_small", undefined]],
    ["for a wage that is none", { wages: [Number.NaN] }, ["wage_not_whole", undefined]],
    ["for half a rupiah", { wages: [1_000_000.5] }, ["wage_not_whole", undefined]],
    ["for 10^12", { wages: [1e12] }, ["wage_too_large", undefined]],
    ["for 10^12 together", { wages: [5e11, 5e11] }, ["wage_too_large", undefined]],
    [
      "for too many",
      { wages: Array.from({ length: maxWages + 1 }, () => 1_000_000) },
      ["too_many_wages", undefined],
    ],
    ["for no months", { months: 0 }, ["months_out_of_range", undefined]],
    ["for 25 months", { months: 25 }, ["months_out_of_range", undefined]],
    ["for a month that is none", { from: "2026-13" }, ["bad_month", undefined]],
    ["at the end of time", { from: "9999-12" }, ["bad_month", undefined]],
  ])("%s", ([, change, expected]) => {
    expect(reason(change)).toEqual(expected);
  });

  test("the months around the unverified relief are quoted", () => {
    expect(reason({ from: "2020-07" })).toBe(13_500);
    expect(reason({ from: "2021-02" })).toBe(13_500);
  });
});
