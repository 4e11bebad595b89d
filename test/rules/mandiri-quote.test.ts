import { describe, expect, test } from "vitest";
import { bpuRates } from "../../src/rules/bpu-rates.ts";
import {
  bandFor,
  type MandiriAsk,
  mandiriQuote,
  maxIncome,
  maxQuoteMonths,
} from "../../src/rules/mandiri-quote.ts";
import { printedTable } from "./printed-table.ts";

const pair = ["jkk", "jkm"] as const;
const all = ["jkk", "jkm", "jht"] as const;
const ask: MandiriAsk = {
  income: 1_000_000,
  programmes: pair,
  months: 1,
  from: "2026-11",
  transport: false,
};

function quoted(change: Partial<MandiriAsk>) {
  const quote = mandiriQuote({ ...ask, ...change });
  if (quote.kind !== "quote") throw new Error(`no quote: ${quote.reason}`);
  return quote;
}
const totals = (change: Partial<MandiriAsk>) => quoted(change).months.map(({ total }) => total);

describe("the printed table", () => {
  test("has 33 rows", () => {
    expect(printedTable.length).toBe(33);
    expect(bpuRates.tables[0]?.rows.length).toBe(33);
  });

  test.for(printedTable)(
    "an income from %i to %s pays what is printed for base %i",
    ([from, to, base, jkk, jkm, two, jht, three, relievedTwo, relievedThree]) => {
      for (const income of [Math.max(from, 1), to ?? maxIncome]) {
        const normal = { income, from: "2025-12" };
        expect(quoted({ ...normal, programmes: all })).toEqual({
          kind: "quote",
          base,
          months: [
            {
              month: "2025-12",
              jkk,
              jkm,
              jht,
              total: three,
              basis: ["PP 44/2015 Lampiran II", "PP 46/2015"],
            },
          ],
          total: three,
        });
        expect(quoted(normal).total).toBe(two);
        expect(quoted({ income }).total).toBe(relievedTwo);
        expect(quoted({ income, programmes: all }).total).toBe(relievedThree);
      }
    },
  );

  test.for(printedTable.slice(1).map((row, index) => [row, printedTable[index]] as const))(
    "the band before %j holds up to the last rupiah",
    ([[from, , base], before]) => {
      expect(bandFor(from, "2026-11")?.base).toBe(base);
      expect(bandFor(from - 1, "2026-11")?.base).toBe(before?.[2]);
      expect(bandFor(from - 1_000, "2026-11")?.base).toBe(before?.[2]);
    },
  );

  test("a band says where it begins and where the next one does", () => {
    const basis = "PP 44/2015 Lampiran II";
    expect(bandFor(3_200_000, "2026-11")).toEqual({
      from: 3_200_000,
      next: 3_700_000,
      base: 3_450_000,
      basis,
    });
    expect(bandFor(maxIncome, "2026-11")).toEqual({
      from: 20_200_000,
      next: null,
      base: 20_700_000,
      basis,
    });
  });

  test.for([[0], [-1], [Number.NaN]])("no band is named for an income of %s", ([income = 0]) => {
    expect(bandFor(income, "2026-11")).toBeUndefined();
  });
});

describe("relief goes by contribution month", () => {
  test.for([
    ["trader over the end of 2026", { from: "2026-11", months: 3 }, [8_400, 8_400, 16_800], 33_600],
    [
      "ojol over the end of 2026",
      { from: "2026-11", months: 3, transport: true },
      [8_400, 8_400, 8_400],
      25_200,
    ],
    [
      "income of 3,200,000",
      { income: 3_200_000, from: "2026-11", months: 3 },
      [20_650, 20_650, 41_300],
      82_600,
    ],
    ["ojol at its end", { from: "2027-03", months: 2, transport: true }, [8_400, 16_800], 25_200],
    [
      "ojol at its beginning",
      { from: "2025-12", months: 2, transport: true },
      [16_800, 8_400],
      25_200,
    ],
    ["trader before his beginning", { from: "2025-12", months: 2 }, [16_800, 16_800], 33_600],
    ["trader at his beginning", { from: "2026-03", months: 2 }, [16_800, 8_400], 25_200],
    ["trader with JHT", { from: "2026-12", months: 2, programmes: all }, [28_400, 36_800], 65_200],
    [
      "paid by APBN or APBD",
      { from: "2026-11", months: 2, transport: true, paidByState: true },
      [16_800, 16_800],
      33_600,
    ],
    ["not paid by APBN or APBD", { months: 1, paidByState: false }, [8_400], 8_400],
  ] satisfies [string, Partial<MandiriAsk>, number[], number][])(
    "%s",
    ([, change, months, total]) => {
      expect(totals(change)).toEqual(months);
      expect(quoted(change).total).toBe(total);
    },
  );

  test("its law is named in the months it applied to, and only there", () => {
    const { months } = quoted({ income: 3_200_000, months: 3 });
    expect(months.map(({ basis }) => basis)).toEqual([
      ["PP 44/2015 Lampiran II", "PP 50/2025"],
      ["PP 44/2015 Lampiran II", "PP 50/2025"],
      ["PP 44/2015 Lampiran II"],
    ]);
    const state = quoted({ paidByState: true }).months[0];
    expect(state?.basis).toEqual(["PP 44/2015 Lampiran II"]);
    const three = quoted({ programmes: all }).months[0];
    expect(three?.basis).toEqual(["PP 44/2015 Lampiran II", "PP 46/2015", "PP 50/2025"]);
  });
});

describe("no figure where one would be a guess", () => {
  test.for([
    [{ income: 0 }, "income_too_small"],
    [{ income: -5 }, "income_too_small"],
    [{ income: 0.5 }, "income_not_whole"],
    [{ income: Number.NaN }, "income_not_whole"],
    [{ income: Number.POSITIVE_INFINITY }, "income_not_whole"],
    [{ income: maxIncome + 1 }, "income_too_large"],
    [{ months: 0 }, "months_out_of_range"],
    [{ months: -1 }, "months_out_of_range"],
    [{ months: maxQuoteMonths + 1 }, "months_out_of_range"],
    [{ months: 1.5 }, "months_out_of_range"],
    [{ from: "2026-13" }, "bad_month"],
    [{ from: "2026-11-22" }, "bad_month"],
    [{ from: "" }, "bad_month"],
    [{ from: "9999-12", months: 2 }, "bad_month"],
    [{ programmes: [] }, "programmes_not_offered"],
    [{ programmes: ["jkk"] }, "programmes_not_offered"],
    [{ programmes: ["jkm", "jht"] }, "programmes_not_offered"],
    [{ programmes: ["jht"] }, "programmes_not_offered"],
    [{ programmes: ["jkk", "jkm", "jkm"] }, "programmes_not_offered"],
  ] satisfies [Partial<MandiriAsk>, string][])("%j is refused as %s", ([change, reason]) => {
    expect(mandiriQuote({ ...ask, ...change })).toEqual({ kind: "unknown", reason });
  });

  test.for([1, 3, 6, 12, 24])("%i months are quoted", (months) => {
    expect(quoted({ months }).months.length).toBe(months);
  });

  test("months before PP 44/2015 are not known, July 2015 is", () => {
    expect(quoted({ from: "2015-07" }).total).toBe(16_800);
    expect(bandFor(1_000_000, "2015-06")).toBeUndefined();
    for (const from of ["2015-06", "2015-05"]) {
      expect(mandiriQuote({ ...ask, from, months: 3 })).toEqual({
        kind: "unknown",
        reason: "month_not_known",
        month: from,
      });
    }
  });

  test("months of the pandemic relief, of which only its existence is verified, get no figure", () => {
    expect(mandiriQuote({ ...ask, from: "2020-07", months: 3 })).toEqual({
      kind: "unknown",
      reason: "month_not_verified",
      month: "2020-08",
    });
    expect(totals({ from: "2020-07" })).toEqual([16_800]);
    expect(totals({ from: "2021-02" })).toEqual([16_800]);
  });

  test("a quote never runs over two bases", () => {
    const rates = structuredClone(bpuRates);
    const old = rates.tables[0];
    if (old === undefined) throw new Error("no table");
    rates.tables = [
      { ...old, until: "2026-12" },
      { ...old, from: "2027-01", rows: [{ from: 0, base: 1_500_000 }] },
    ];
    expect(mandiriQuote({ ...ask, months: 3 }, rates)).toEqual({
      kind: "unknown",
      reason: "base_changes",
      month: "2027-01",
    });
    expect(mandiriQuote({ ...ask, months: 2 }, rates).kind).toBe("quote");
  });

  test("a month for which one rate is missing gets no figure", () => {
    const rates = structuredClone(bpuRates);
    for (const rate of rates.rates) if (rate.programme === "jkm") rate.until = "2026-11";
    expect(mandiriQuote({ ...ask, months: 2 }, rates)).toEqual({
      kind: "unknown",
      reason: "month_not_known",
      month: "2026-12",
    });
  });
});
