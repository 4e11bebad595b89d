import { describe, expect, test } from "vitest";
import type { BenefitRules } from "../../src/rules/benefit-rules.ts";
import type { BusinessRules } from "../../src/rules/business-rules.ts";
import type { PmiRates } from "../../src/rules/pmi-rates.ts";
import {
  allRules,
  allSeries,
  problemsInRules,
  rulesRunOut,
} from "../../src/rules/problems-in-rules.ts";
import type { PuRates } from "../../src/rules/pu-rates.ts";

type Rules = { pu: PuRates; businesses: BusinessRules; pmi: PmiRates; benefits: BenefitRules };

/** The rules with one fault put in. */
function spoilt(spoil: (rules: Rules) => void) {
  const rules = structuredClone(allRules);
  spoil(rules as Rules);
  return rules;
}
function at<T>(list: T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
}

test("the rules that come with the program have no problems", () => {
  expect(problemsInRules()).toEqual([]);
});

describe("a fault is named with file, entry and remedy", () => {
  test.for<[string, (rules: Rules) => void, string, RegExp, RegExp]>([
    [
      "two wage ceilings in one month",
      (r) => {
        at(r.pu.wageCeilings, 0).until = "2016-03";
      },
      "src/rules/data/pu.json: wageCeilings, entry 2",
      /overlap.*wage ceiling of jp.*2016-03/,
      /entry 1/,
    ],
    [
      "a month without a wage ceiling",
      (r) => r.pu.wageCeilings.splice(3, 1),
      "src/rules/data/pu.json: wageCeilings, entry 4",
      /gap.*2018-02.*2019-03/,
      /2018-03/,
    ],
    [
      "a risk group without a rate",
      (r) => r.pu.rates.splice(2, 1),
      "src/rules/data/pu.json",
      /no rate of jkk of group 3/,
      /Add/,
    ],
    [
      "two reliefs at once",
      (r) => {
        at(r.pu.reliefs, 1).until = null;
      },
      "src/rules/data/pu.json: reliefs, entry 3",
      /overlap/,
      /2025-08/,
    ],
    [
      "a size without its programmes",
      (r) => r.businesses.programmes.pop(),
      "src/rules/data/businesses.json",
      /no list of programmes of size instansi/,
      /Add/,
    ],
    [
      "an activity in two risk groups",
      (r) => r.businesses.activities.push({ ...at(r.businesses.activities, 0), group: 2 }),
      "src/rules/data/businesses.json: activities, entry",
      /overlap.*risk group of toko/,
      /entry 1/,
    ],
    [
      "a package that ends before it begins",
      (r) => {
        at(r.pmi.packages, 0).until = "2022-01";
      },
      "src/rules/data/pmi.json: packages, entry 1",
      /2022-01.*before/,
      /until/,
    ],
    [
      "a day between two rules on a benefit",
      (r) => {
        const rule = r.benefits.limits.find(({ until }) => until === "2025-02-23");
        if (rule) rule.until = "2025-02-22";
      },
      "src/rules/data/benefits.json: limits, entry",
      /gap.*jkm_consecutive_months.*2025-02-22/,
      /2025-02-23/,
    ],
    [
      "a benefit without a rule",
      (r) => {
        r.benefits.amounts = r.benefits.amounts.filter(({ code }) => code !== "homecare");
      },
      "src/rules/data/benefits.json",
      /no benefit homecare/,
      /Add/,
    ],
    [
      "a missing law",
      (r) => Reflect.deleteProperty(at(r.benefits.amounts, 2), "basis"),
      "src/rules/data/benefits.json: amounts, entry 3",
      /basis/,
      /Name the regulation/,
    ],
    [
      "a month where a day belongs",
      (r) => {
        at(r.benefits.amounts, 0).from = "2019-12";
      },
      "src/rules/data/benefits.json: amounts, entry 1",
      /from.*YYYY-MM-DD/,
      /YYYY-MM-DD/,
    ],
    [
      "a day that does not exist",
      (r) => {
        at(r.benefits.limits, 0).until = "2026-02-30";
      },
      "src/rules/data/benefits.json: limits, entry 1",
      /until.*not a date/,
      /null while no end is known/,
    ],
    [
      "a share above the whole",
      (r) => {
        at(r.pu.rates, 0).employer = 10_001;
      },
      "src/rules/data/pu.json: rates, entry 1",
      /employer/,
      /other entries/,
    ],
  ])("%s", ([, spoil, place, message, remedy]) => {
    const problems = problemsInRules(spoilt(spoil));
    const found = problems.find((one) => message.test(one.message));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found?.place).toContain(place);
    expect(found?.place).toContain(found?.file);
    expect(found?.remedy).toMatch(remedy);
  });

  test("what is no rule file at all is told, not thrown", () => {
    for (const nothing of [null, [], "text", {}])
      expect(
        problemsInRules({
          bpu: nothing,
          pu: nothing,
          businesses: nothing,
          pmi: nothing,
          benefits: nothing,
          service: nothing,
        }).length,
      ).toBeGreaterThan(5);
  });
});

describe("rules that have run out", () => {
  const names = (today: string) =>
    rulesRunOut(allSeries(), today).map(({ message }) => message.split(" of PP")[0]);

  test("none have today, and reliefs that ended are none", () => {
    expect(names("2026-11-22")).toEqual([]);
    expect(names("2027-02-28")).toEqual([]);
  });

  test("the wage ceiling and the bounds of the pension have from March 2027", () => {
    expect(names("2027-03-01")).toEqual([
      "the wage ceiling of jp",
      "the benefit jp_lowest",
      "the benefit jp_highest",
    ]);
  });
});
