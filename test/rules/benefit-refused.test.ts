import { describe, expect, test } from "vitest";
import { benefitFor } from "../../src/rules/benefit.ts";
import type { BenefitAsk } from "../../src/rules/benefit-ask.ts";
import { benefitRules } from "../../src/rules/benefit-rules.ts";
import { ask, found } from "./benefit-found.ts";

const reason = (change: Partial<BenefitAsk>) => {
  const benefit = benefitFor({ ...ask, ...change });
  return benefit.kind === "unknown" ? benefit.reason : benefit.items;
};

describe("the day a rule holds for", () => {
  test.for([
    ["kecelakaan", "2019-12-01"],
    ["cacat", "2019-12-01"],
    ["meninggal-kerja", "2019-12-01"],
    ["meninggal", "2019-12-01"],
    ["jht", "2022-04-30"],
    ["jp", "2015-06-30"],
    ["jkp", "2025-02-06"],
  ] as const)("%s is not known on %s, but a day later", ([event, on]) => {
    const segment = event === "jp" || event === "jkp" ? "usaha" : "mandiri";
    const dayAfter = {
      "2019-12-01": "2019-12-02",
      "2022-04-30": "2022-05-01",
      "2015-06-30": "2015-07-01",
      "2025-02-06": "2025-02-07",
    }[on];
    expect(reason({ event, on, segment })).toBe("date_not_known");
    expect(found({ event, on: dayAfter, segment }).items).not.toEqual([]);
  });

  test("one missing rule leaves no figure at all", () => {
    const rules = structuredClone(benefitRules);
    rules.amounts = rules.amounts.filter(({ code }) => code !== "homecare");
    expect(benefitFor({ ...ask, event: "kecelakaan" }, rules)).toEqual({
      kind: "unknown",
      reason: "date_not_known",
    });
  });
});

test.for(["kecelakaan", "cacat", "meninggal-kerja", "meninggal", "jht", "jp", "jkp"] as const)(
  "%s brings nothing before the first payment",
  (event) => {
    const { items, notes } = found({ event, monthsPaid: 0, segment: "usaha" });
    expect(items).toEqual([]);
    expect(notes).toContain("not_before_first_payment");
  },
);

describe("a question that cannot be answered is refused", () => {
  test.for<[Partial<BenefitAsk>, string]>([
    [{ income: 0 }, "income_too_small"],
    [{ income: -5 }, "income_too_small"],
    [{ income: Number.NaN }, "income_not_whole"],
    [{ income: 0.5 }, "income_not_whole"],
    [{ income: 1e12 }, "income_too_large"],
    [{ income: Number.POSITIVE_INFINITY }, "income_not_whole"],
    [{ on: "2026-02-29" }, "bad_date"],
    [{ on: "2026-11" }, "bad_date"],
    [{ on: "" }, "bad_date"],
    [{ monthsPaid: -1 }, "months_out_of_range"],
    [{ monthsPaid: 2.5 }, "months_out_of_range"],
    [{ monthsPaid: 1_201 }, "months_out_of_range"],
    [{ monthsOff: -1 }, "months_out_of_range"],
    [{ percent: 0 }, "percent_out_of_range"],
    [{ percent: 101 }, "percent_out_of_range"],
    [{ percent: 1.234 }, "percent_out_of_range"],
    [{ percent: Number.NaN }, "percent_out_of_range"],
    [{ percent: 10, lossPercent: -1 }, "percent_out_of_range"],
    [{ birthDate: "2026-11-23" }, "bad_birth_date"],
    [{ birthDate: "1990-02-30" }, "bad_birth_date"],
    [{ balance: -1 }, "balance_out_of_range"],
    [{ children: Array.from({ length: 31 }, () => "sd" as const) }, "too_many_children"],
  ])("%j: %s", ([change, expected]) => {
    expect(reason(change)).toBe(expected);
  });

  test.for(["kecelakaan", "cacat", "meninggal-kerja", "jkp"] as const)(
    "%s without an income",
    (event) => {
      const { income: _, ...without } = ask;
      expect(benefitFor({ ...without, event })).toEqual({
        kind: "unknown",
        reason: "income_missing",
      });
    },
  );
});
