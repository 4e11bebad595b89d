import { describe, expect, test } from "vitest";
import { businessSizeFor, type SizeAsk } from "../../src/rules/business-size.ts";
import { knownActivities, riskGroupFor } from "../../src/rules/risk-group.ts";

const answer = (ask: SizeAsk, month = "2026-11") => {
  const found = businessSizeFor(ask, month);
  return found.kind === "size" ? found.size : found.reason;
};

describe("size of a business (PP 7/2021)", () => {
  test.for<[SizeAsk, string]>([
    [{ capital: 0 }, "mikro"],
    [{ capital: 1_000_000_000 }, "mikro"],
    [{ capital: 1_000_000_001 }, "kecil"],
    [{ capital: 5_000_000_000 }, "kecil"],
    [{ capital: 5_000_000_001 }, "menengah"],
    [{ capital: 10_000_000_000 }, "menengah"],
    [{ capital: 10_000_000_001 }, "besar"],
    [{ sales: 2_000_000_000 }, "mikro"],
    [{ sales: 2_000_000_001 }, "kecil"],
    [{ sales: 15_000_000_000 }, "kecil"],
    [{ sales: 15_000_000_001 }, "menengah"],
    [{ sales: 50_000_000_000 }, "menengah"],
    [{ sales: 50_000_000_001 }, "besar"],
    [{ capital: 500_000_000, sales: 300_000_000 }, "mikro"],
    [{ capital: 500_000_000, sales: 3_000_000_000 }, "criteria_disagree"],
    [{}, "nothing_given"],
    [{ capital: -1 }, "not_whole_rupiah"],
    [{ sales: 0.5 }, "not_whole_rupiah"],
    [{ capital: 1, sales: Number.NaN }, "not_whole_rupiah"],
  ])("%j is %s", ([ask, expected]) => {
    expect(answer(ask)).toBe(expected);
  });

  test("is not known before the rule, and large is marked as recalled", () => {
    expect(answer({ capital: 1 }, "2021-01")).toBe("month_not_known");
    expect(businessSizeFor({ capital: 2e10 }, "2026-11")).toEqual({
      kind: "size",
      size: "besar",
      basis: "PP 7/2021 art. 35",
      confidence: "recalled",
    });
  });
});

describe("risk group of an activity (PP 82/2019 Lampiran I)", () => {
  test.for([
    ["toko", 1],
    ["konveksi", 1],
    ["salon", 1],
    ["koperasi", 1],
    ["warung-makan", 2],
    ["laundry", 2],
    ["pertanian", 2],
    ["bengkel", 3],
    ["genteng", 3],
    ["angkutan-darat", 4],
    ["pergudangan", 4],
    ["konstruksi", 5],
    ["pertambangan", 5],
  ] as const)("%s is proposed for group %i", ([activity, group]) => {
    expect(riskGroupFor(activity, "2026-11")).toEqual({
      group,
      basis: "PP 82/2019 Lampiran I",
      confidence: "verified",
    });
  });

  test("what is not listed, or not of that time, has none", () => {
    for (const code of ["lainnya", "buruh-harian", "", "constructor"])
      expect(riskGroupFor(code, "2026-11")).toBeUndefined();
    expect(riskGroupFor("toko", "2019-11")).toBeUndefined();
    expect(riskGroupFor("ojek-online", "2026-11")?.confidence).toBe("recalled");
    expect(new Set(knownActivities).size).toBe(knownActivities.length);
  });
});
