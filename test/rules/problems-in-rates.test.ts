import { describe, expect, test } from "vitest";
import { type BpuRates, bpuRates } from "../../src/rules/bpu-rates.ts";
import { problemsInRates } from "../../src/rules/problems-in-rates.ts";

/** Rates with one fault put in, still plain data as a file would hold them. */
function spoilt(spoil: (rates: BpuRates) => void): unknown {
  const rates = structuredClone(bpuRates);
  spoil(rates);
  return rates;
}
function at<T>(list: T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
}
const rows = (rates: BpuRates) => at(rates.tables, 0).rows;
const file = "src/rules/data/bpu.json";

describe("problemsInRates", () => {
  test("the rates that come with the program have none", () => {
    expect(problemsInRates(bpuRates)).toEqual([]);
  });

  test.for<[string, (rates: BpuRates) => void, string, RegExp, RegExp]>([
    [
      "two reliefs of one sector in one month",
      (r) => {
        at(r.reliefs, 2).until = "2027-04";
        r.reliefs.push({ ...at(r.reliefs, 2), from: "2027-04", until: null, basis: "PP 1/2027" });
      },
      `${file}: reliefs, entry 5`,
      /overlap.*transport.*PP 50\/2025.*2027-04/,
      /entry 3/,
    ],
    [
      "a relief that begins within a long one",
      (r) => {
        at(r.reliefs, 0).until = "2026-06";
      },
      `${file}: reliefs, entry 3`,
      /overlap/,
      /2026-01/,
    ],
    [
      "a relief within a long one that has a shorter one in it already",
      (r) => {
        const relief = at(r.reliefs, 2);
        r.reliefs = [
          { ...relief, from: "2026-01", until: "2028-12" },
          { ...relief, from: "2026-03", until: "2026-04" },
          { ...relief, from: "2027-01", until: "2027-02" },
        ];
      },
      `${file}: reliefs, entry 3`,
      /overlap.*2027-01/,
      /entry 1/,
    ],
    [
      "a rate beside one without end",
      (r) => r.rates.push({ ...at(r.rates, 1), from: "2027-01" }),
      `${file}: rates, entry 4`,
      /overlap.*rate of jkm/,
      /before 2027-01/,
    ],
    [
      "two tables in one month",
      (r) => r.tables.push({ ...at(r.tables, 0), from: "2027-01" }),
      `${file}: tables, entry 2`,
      /overlap.*income table/,
      /entry 1/,
    ],
    [
      "a month without a rate",
      (r) => {
        at(r.rates, 0).until = "2026-12";
        r.rates.push({ ...at(r.rates, 0), from: "2027-02", until: null });
      },
      `${file}: rates, entry 4`,
      /gap.*rate of jkk.*2026-12.*2027-02/,
      /2027-01/,
    ],
    ["a programme without a rate", (r) => r.rates.pop(), file, /no rate of jht/, /Add/],
    [
      "an end before the beginning",
      (r) => {
        at(r.reliefs, 3).until = "2026-03";
      },
      `${file}: reliefs, entry 4`,
      /2026-03.*before.*2026-04/,
      /until/,
    ],
    [
      "a base that is not the middle of its band",
      (r) => {
        at(rows(r), 10).base = 3_400_000;
      },
      `${file}: tables, entry 1, row 11`,
      /3400000.*not the middle/,
      /3450000/,
    ],
    [
      "a lowest base above its band",
      (r) => {
        at(rows(r), 0).base = 1_100_000;
      },
      `${file}: tables, entry 1, row 1`,
      /outside its band/,
      /printed table/,
    ],
    [
      "a highest base below its band",
      (r) => {
        at(rows(r), 32).base = 20_100_000;
      },
      `${file}: tables, entry 1, row 33`,
      /outside its band/,
      /printed table/,
    ],
    [
      "incomes below the first row",
      (r) => {
        at(rows(r), 0).from = 500_000;
      },
      `${file}: tables, entry 1, row 1`,
      /gap.*below 500000/,
      /begin at 0/,
    ],
    [
      "rows out of order",
      (r) => {
        const [moved] = rows(r).splice(5, 1);
        if (moved) rows(r).push(moved);
      },
      `${file}: tables, entry 1, row 33`,
      /unsorted.*1900000.*20200000/,
      /Order/,
    ],
    [
      "one income in two rows",
      (r) => rows(r).splice(5, 0, { ...at(rows(r), 5) }),
      `${file}: tables, entry 1, row 7`,
      /unsorted/,
      /once/,
    ],
    [
      "a confidence nobody knows",
      (r) => Object.assign(at(r.rates, 2), { confidence: "sure" }),
      `${file}: rates, entry 3`,
      /confidence/,
      /verified, recalled or conflict/,
    ],
    [
      "a missing basis",
      (r) => Reflect.deleteProperty(at(r.reliefs, 1), "basis"),
      `${file}: reliefs, entry 2`,
      /basis/,
      /PP 44\/2015/,
    ],
    [
      "an empty basis",
      (r) => {
        at(r.tables, 0).basis = " ";
      },
      `${file}: tables, entry 1`,
      /names no law/,
      /PP 44\/2015/,
    ],
    [
      "a date where a month belongs",
      (r) => {
        at(r.reliefs, 2).until = "2027-03-31";
      },
      `${file}: reliefs, entry 3`,
      /until.*YYYY-MM/,
      /YYYY-MM, or null/,
    ],
    [
      "a misspelt field",
      (r) => Object.assign(at(r.reliefs, 2), { untill: "2027-06" }),
      `${file}: reliefs, entry 3`,
      /untill/,
      /spelling of: untill/,
    ],
    [
      "a base that is no whole number",
      (r) => Object.assign(at(rows(r), 3), { base: "1600000" }),
      `${file}: tables, entry 1, row 4`,
      /base/,
      /other entries/,
    ],
    [
      "a rate that gives part of a rupiah",
      (r) => Object.assign(at(rows(r), 0), { base: 1_000_050 }),
      `${file}: rates, entry 1`,
      /part of a rupiah for jkk/,
      /rounding/,
    ],
    [
      "a relief that gives part of a rupiah",
      (r) => Object.assign(at(r.rates, 1), { rupiah: 6_801 }),
      `${file}: rates, entry 2`,
      /part of a rupiah for jkm/,
      /rounding/,
    ],
  ])("%s is named with its entry and a remedy", ([, spoil, place, message, remedy]) => {
    const problems = problemsInRates(spoilt(spoil));
    expect(problems.length).toBeGreaterThan(0);
    const found = problems.find((one) => message.test(one.message));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found?.place).toContain(place);
    expect(found?.remedy).toMatch(remedy);
  });

  test("entries may stand in any order in the file", () => {
    const turned = spoilt((r) => {
      at(r.rates, 1).from = "2027-01";
      r.rates.push({ ...at(r.rates, 1), from: "2015-07", until: "2026-12" });
      r.reliefs.reverse();
    });
    expect(problemsInRates(turned)).toEqual([]);
  });

  test("several faults are all named at once", () => {
    const problems = problemsInRates(
      spoilt((r) => {
        at(rows(r), 10).base = 3_400_000;
        at(r.reliefs, 3).until = "2026-03";
      }),
    );
    expect(problems.map(({ place }) => place)).toEqual([
      `${file}: reliefs, entry 4`,
      `${file}: tables, entry 1, row 11`,
    ]);
  });

  test.for([[null], ["text"], [[]], [{}], [{ tables: [{ rows: [] }] }]])(
    "what is no rate file at all is told, not thrown: %j",
    ([data]) => {
      expect(problemsInRates(data).length).toBeGreaterThan(0);
    },
  );
});
