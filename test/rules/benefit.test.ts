import { describe, expect, test } from "vitest";
import { benefitFor } from "../../src/rules/benefit.ts";
import type { BenefitAsk } from "../../src/rules/benefit-ask.ts";
import { ask, found } from "./benefit-found.ts";

const amounts = (change: Partial<BenefitAsk>) =>
  Object.fromEntries(found(change).items.map(({ code, amount }) => [code, amount]));
const sumOf = (change: Partial<BenefitAsk>, codes: string[]) =>
  codes.reduce((all, code) => all + (amounts(change)[code] ?? 0), 0);
const workDeath = ["work_death", "work_death_periodic", "work_death_funeral"];
const death = ["death", "death_periodic", "death_funeral"];

describe("an accident at work", () => {
  test("each benefit has its amount, unit, law and confidence", () => {
    const { items, base } = found({ event: "kecelakaan", income: 3_200_000 });
    expect(base).toBe(3_450_000);
    expect(items.map(({ code, amount, unit }) => [code, amount, unit])).toEqual([
      ["treatment", null, "cost"],
      ["transport_land", 5_000_000, "rupiah_at_most"],
      ["transport_sea", 2_000_000, "rupiah_at_most"],
      ["transport_air", 10_000_000, "rupiah_at_most"],
      ["stmb_first_year", 3_450_000, "rupiah_per_month"],
      ["stmb_later", 1_725_000, "rupiah_per_month"],
      ["homecare", 20_000_000, "rupiah_at_most"],
      ["prosthesis", null, "cost"],
      ["dentures", 5_000_000, "rupiah_at_most"],
      ["hearing_aid", 2_500_000, "rupiah_at_most"],
      ["glasses", 1_000_000, "rupiah_at_most"],
      ["return_to_work", null, "service"],
    ]);
    for (const { basis, confidence } of items)
      expect([basis, confidence]).toEqual(["PP 82/2019", "verified"]);
  });

  test.for([
    [0, 0],
    [1, 1_000_000],
    [12, 12_000_000],
    [13, 12_500_000],
    [18, 15_000_000],
    [24, 18_000_000],
  ] as const)(
    "%i months out of work replace %i of an income of 1,000,000",
    ([monthsOff, total]) => {
      expect(amounts({ event: "kecelakaan", monthsOff })["stmb_total"]).toBe(total);
    },
  );

  test("a wage counts as it is, an income by the base of its band", () => {
    expect(found({ event: "kecelakaan", income: 3_200_000, segment: "usaha" })).toMatchObject({
      base: 3_200_000,
      notes: expect.not.arrayContaining(["base_of_band"]),
    });
    expect(found({ event: "kecelakaan", income: 3_200_000 }).notes).toContain("base_of_band");
  });
});

describe("disability", () => {
  test.for([
    [40, undefined, 1_000_000, 32_000_000],
    [10, undefined, 3_200_000, 27_600_000],
    [3.5, undefined, 1_000_000, 2_800_000],
    [40, 50, 1_000_000, 16_000_000],
    [100, 100, 20_200_000, 1_656_000_000],
  ] as const)(
    "%s %% of the table, %s %% lost, income %i: %i",
    ([percent, lossPercent, income, amount]) => {
      const loss = lossPercent === undefined ? {} : { lossPercent };
      const { items } = found({ event: "cacat", percent, income, ...loss });
      const kind = lossPercent === undefined ? "anatomical" : "functional";
      expect(items.map((one) => [one.code, one.amount])).toEqual([
        [`disability_partial_${kind}`, amount],
      ]);
    },
  );

  test("total is 56 times the base; the periodic sum on top is marked as disputed", () => {
    const { items, notes } = found({ event: "cacat", totalDisability: true });
    expect(items.map(({ code, amount, confidence }) => [code, amount, confidence])).toEqual([
      ["disability_total", 56_000_000, "verified"],
      ["disability_periodic", 12_000_000, "conflict"],
    ]);
    expect(notes).toContain("disability_sources_disagree");
    expect(notes).toContain("some_not_settled");
  });

  test("without a percentage there is no figure for a part", () => {
    const { items, notes } = found({ event: "cacat" });
    expect(items[0]).toMatchObject({ code: "disability_partial_anatomical", amount: null });
    expect(notes).toContain("percent_needed");
  });

  test("in total brings scholarships at once", () => {
    expect(
      amounts({ event: "cacat", totalDisability: true, children: ["sd"], monthsPaid: 1 }),
    ).toMatchObject({ scholarship_sd: 1_500_000 });
  });
});

describe("death by an accident at work", () => {
  test.for([
    [1_000_000, 70_000_000],
    [3_200_000, 187_600_000],
    [20_200_000, 1_015_600_000],
  ] as const)("an income of %i leaves %i", ([income, sum]) => {
    expect(sumOf({ event: "meninggal-kerja", income, monthsPaid: 1 }, workDeath)).toBe(sum);
  });

  test("is never less than the sum for any death, which is recalled", () => {
    const { items } = found({ event: "meninggal-kerja", income: 300_000, segment: "usaha" });
    expect(items[0]).toMatchObject({
      code: "work_death",
      amount: 20_000_000,
      confidence: "recalled",
    });
  });

  test("brings scholarships from the first month", () => {
    expect(
      amounts({ event: "meninggal-kerja", children: ["tk", "tk"], monthsPaid: 1 })[
        "scholarships_at_most"
      ],
    ).toBe(174_000_000);
  });
});

describe("death that work did not cause", () => {
  test("leaves 42,000,000 after 3 months in a row", () => {
    expect(amounts({ monthsPaid: 3 })).toEqual({
      death: 20_000_000,
      death_periodic: 12_000_000,
      death_funeral: 10_000_000,
    });
    expect(found({ monthsPaid: 3 }).notes).toContain("jkm_counting_disputed");
  });

  test.for([1, 2])("leaves the funeral money alone after %i", (monthsPaid) => {
    expect(amounts({ monthsPaid })).toEqual({ death_funeral: 10_000_000 });
    expect(found({ monthsPaid }).notes).toContain("jkm_only_funeral");
  });

  test("left all of it after one month until the day before Permenaker 1/2025", () => {
    expect(sumOf({ monthsPaid: 1, on: "2025-02-23" }, death)).toBe(42_000_000);
    expect(sumOf({ monthsPaid: 1, on: "2025-02-24" }, death)).toBe(10_000_000);
    expect(found({ monthsPaid: 1, on: "2025-02-23" }).notes).not.toContain("jkm_counting_disputed");
  });

  test("of an employee after few months is marked as disputed", () => {
    const { items, notes } = found({ monthsPaid: 1, segment: "usaha" });
    expect(items.map(({ code, confidence }) => [code, confidence])).toEqual([
      ["death", "conflict"],
      ["death_periodic", "conflict"],
      ["death_funeral", "verified"],
    ]);
    expect(notes).toContain("jkm_for_employees_disputed");
  });

  test("says what it hangs on where the months are not told", () => {
    const { notes } = found({});
    expect(notes).toEqual(
      expect.arrayContaining(["jkm_if_months_paid", "scholarship_if_months_paid"]),
    );
  });

  test("needs no income", () => {
    const { income: _, ...without } = ask;
    expect(benefitFor({ ...without, monthsPaid: 3 })).toMatchObject({
      kind: "benefit",
      base: null,
    });
  });

  test.for([
    [35, undefined],
    [36, 84_000_000],
  ] as const)("after %i months brings scholarships up to %s", ([monthsPaid, most]) => {
    expect(amounts({ monthsPaid, children: ["sd"] })["scholarships_at_most"]).toBe(most);
  });
});

describe("scholarships", () => {
  test.for([
    [["belum"], 87_000_000, []],
    [["tk"], 87_000_000, [1_500_000]],
    [["sd"], 84_000_000, [1_500_000]],
    [["smp"], 75_000_000, [2_000_000]],
    [["sma"], 69_000_000, [3_000_000]],
    [["kuliah"], 60_000_000, [12_000_000]],
    [["sd", "smp"], 159_000_000, [1_500_000, 2_000_000]],
    [["kuliah", "sma", "tk", "tk"], 129_000_000, [12_000_000, 3_000_000]],
  ] as const)("%j: %i at most", ([children, most, yearly]) => {
    const { items, notes } = found({ monthsPaid: 36, children });
    const school = items.filter(({ code }) => code.startsWith("scholarship"));
    expect(school.map(({ amount }) => amount)).toEqual([...yearly, most]);
    expect(notes.includes("scholarship_children_at_most")).toBe(children.length > 2);
  });
});
