import { describe, expect, test } from "vitest";
import { type Benefit, benefitFor } from "../../src/rules/benefit.ts";
import type { BenefitAsk } from "../../src/rules/benefit-ask.ts";
import { pensionFrom } from "../../src/rules/benefit-pension.ts";

type Known = Extract<Benefit, { kind: "benefit" }>;
function found(ask: Partial<BenefitAsk> & Pick<BenefitAsk, "event">): Known {
  const benefit = benefitFor({ on: "2026-11-22", segment: "usaha", ...ask });
  if (benefit.kind !== "benefit") throw new Error(benefit.reason);
  return benefit;
}
const amounts = (ask: Parameters<typeof found>[0]) =>
  Object.fromEntries(found(ask).items.map(({ code, amount }) => [code, amount]));

describe("the JHT account", () => {
  const jht = (ask: Partial<BenefitAsk>) => found({ event: "jht", segment: "mandiri", ...ask });
  const sums = (ask: Partial<BenefitAsk>) => amounts({ event: "jht", segment: "mandiri", ...ask });

  test.for([
    ["1970-11-22", 8_000_000],
    ["1970-11-23", null],
  ] as const)("someone born on %s gets %s of it for age", ([birthDate, amount]) => {
    expect(sums({ birthDate, reason: "age", balance: 8_000_000 })["jht_full"]).toBe(amount);
    expect(sums({ birthDate, balance: 8_000_000 })["jht_full"]).toBe(amount);
  });

  test.for(["resigned", "laid_off", "stopped"] as const)("%s means waiting a month", (reason) => {
    const { notes, limits } = jht({ reason, balance: 8_000_000 });
    expect(notes).toContain("jht_wait");
    expect(limits["jht_wait_months"]).toBe(1);
  });

  test.for(["total_disability", "death", "left_country", "contract_ended"] as const)(
    "%s means no waiting that a source tells of",
    (reason) => {
      expect(jht({ reason }).notes).not.toContain("jht_wait");
    },
  );

  test.for([
    ["2025-04-30", 10_000_000, "jht_by_app"],
    ["2025-04-30", 10_000_001, "jht_by_form_or_branch"],
    ["2025-05-01", 15_000_000, "jht_by_app"],
    ["2026-11-22", 15_000_001, "jht_by_form_or_branch"],
  ] as const)("on %s a balance of %i goes %s", ([on, balance, note]) => {
    expect(jht({ on, balance, reason: "stopped" }).notes).toContain(note);
  });

  test("a part of it may be had after 120 months, as a member", () => {
    expect(sums({ monthsPaid: 119, balance: 40_000_000 })["jht_housing"]).toBeUndefined();
    expect(sums({ monthsPaid: 120, balance: 40_000_000 })).toMatchObject({
      jht_full: null,
      jht_pension_preparation: 4_000_000,
      jht_housing: 12_000_000,
    });
    expect(sums({ monthsPaid: 120, reason: "stopped" })["jht_housing"]).toBeUndefined();
  });

  test("tax above 50,000,000 is recalled", () => {
    const { items } = jht({ reason: "stopped", balance: 70_000_000 });
    expect(items.find(({ code }) => code === "jht_tax")).toMatchObject({
      amount: 1_000_000,
      confidence: "recalled",
    });
    expect(sums({ reason: "stopped", balance: 50_000_000 })["jht_tax"]).toBeUndefined();
  });

  test("what was paid in is told where the balance is not", () => {
    const paid = { income: 1_000_000, monthsPaid: 12 };
    expect(sums(paid)["jht_own_contributions"]).toBe(240_000);
    expect(sums({ ...paid, segment: "usaha" })["jht_own_contributions"]).toBe(684_000);
    expect(sums({ ...paid, balance: 1 })["jht_own_contributions"]).toBeUndefined();
  });

  test("housing loans are marked as disputed for members who pay alone", () => {
    const loan = (segment: BenefitAsk["segment"], monthsPaid = 12) =>
      jht({ segment, monthsPaid }).items.find(({ code }) => code === "loan_house");
    expect(loan("mandiri")).toMatchObject({ amount: 500_000_000, confidence: "conflict" });
    expect(loan("usaha")).toMatchObject({ amount: 500_000_000, confidence: "verified" });
    expect(loan("usaha", 11)).toBeUndefined();
  });
});

describe("the pension", () => {
  test.for([
    ["1950-01-01", "2015-07-01"],
    ["1960-06-15", "2016-06-15"],
    ["1962-12-31", "2018-12-31"],
    ["1963-01-01", "2020-01-01"],
    ["1964-12-31", "2021-12-31"],
    ["1965-01-01", "2023-01-01"],
    ["1966-12-31", "2024-12-31"],
    ["1967-01-01", "2026-01-01"],
    ["1967-11-22", "2026-11-22"],
    ["1968-02-29", "2027-03-01"],
    ["1968-12-31", "2027-12-31"],
    ["1969-01-01", "2029-01-01"],
    ["1978-12-31", "2042-12-31"],
    ["1979-01-01", "2044-01-01"],
    ["1990-05-05", "2055-05-05"],
  ])("of someone born on %s begins on %s", ([birthDate, from]) => {
    expect(pensionFrom(birthDate ?? "")).toBe(from);
  });

  test.for([
    ["2015-07-01", 56],
    ["2018-12-31", 56],
    ["2019-01-01", 57],
    ["2021-12-31", 57],
    ["2022-01-01", 58],
    ["2025-01-01", 59],
    ["2027-12-31", 59],
    ["2028-01-01", 60],
    ["2043-01-01", 65],
  ] as const)("age on %s is %i", ([on, age]) => {
    expect(found({ event: "jp", on }).limits["jp_age"]).toBe(age);
  });

  test("is monthly from 180 months, else contributions and result at once", () => {
    expect(Object.keys(amounts({ event: "jp", monthsPaid: 180 }))).toContain("jp_monthly");
    expect(amounts({ event: "jp", monthsPaid: 179 })).toEqual({ jp_lump_sum: null });
  });

  test.for([
    // 1 % × 20 years × 6,000,000
    [6_000_000, 240, "2026-11-22", 1_200_000],
    // the wage counts up to the ceiling of 11,086,300
    [20_000_000, 240, "2026-11-22", 2_217_260],
    [1_000_000, 180, "2026-11-22", 411_400],
    [11_086_300, 600, "2026-11-22", 4_932_300],
    [1_000_000, 180, "2023-06-01", 383_400],
    [1_000_000, 180, "2024-06-01", 393_500],
    [1_000_000, 180, "2025-06-01", 399_700],
    [1_000_000, 180, "2026-02-28", 399_700],
  ] as const)(
    "a wage of %i and %i months on %s make %i a month",
    ([income, monthsPaid, on, sum]) => {
      const { items } = found({ event: "jp", income, monthsPaid, on });
      expect(items[0]).toMatchObject({ code: "jp_monthly", amount: sum, confidence: "recalled" });
      expect(items.find(({ code }) => code === "jp_widow")?.amount).toBe(Math.round(sum / 2));
    },
  );

  test.for(["2018-06-01", "2027-03-01"])(
    "has no figure on %s, whose bounds are not known",
    (on) => {
      const { items, notes } = found({ event: "jp", income: 6_000_000, monthsPaid: 240, on });
      expect(items[0]).toMatchObject({ code: "jp_monthly", amount: null });
      expect(notes).toContain("jp_bounds_not_known");
    },
  );

  test("is told not to be due yet", () => {
    expect(found({ event: "jp", birthDate: "1967-11-23" })).toMatchObject({
      eligibleFrom: "2026-11-23",
      notes: expect.arrayContaining(["jp_not_yet"]),
    });
    expect(found({ event: "jp", birthDate: "1967-11-22" }).notes).not.toContain("jp_not_yet");
  });

  test.for(["jp", "jkp"] as const)("%s is not for members who pay alone", (event) => {
    const { items, notes } = found({ event, segment: "mandiri", income: 5_000_000 });
    expect(items).toEqual([]);
    expect(notes).toContain("not_for_bpu");
  });
});

describe("a job lost (JKP)", () => {
  test.for([
    [2_500_000, 1_500_000, 9_000_000],
    [5_000_000, 3_000_000, 18_000_000],
    [9_000_000, 3_000_000, 18_000_000],
  ] as const)("a wage of %i brings %i a month, %i at most", ([income, cash, most]) => {
    expect(amounts({ event: "jkp", income, monthsPaid: 12 })).toMatchObject({
      jkp_cash: cash,
      jkp_cash_at_most: most,
    });
    const { notes } = found({ event: "jkp", income });
    expect(notes.includes("jkp_wage_capped")).toBe(income > 5_000_000);
  });

  test("needs 12 months paid", () => {
    const { items, notes } = found({ event: "jkp", income: 5_000_000, monthsPaid: 11 });
    expect(items).toEqual([]);
    expect(notes).toContain("jkp_too_few_months");
  });
});
