import { expect, test } from "vitest";
import { mandiriQuote } from "../../src/rules/mandiri-quote.ts";
import { usahaQuote } from "../../src/rules/usaha-quote.ts";
import { comparisonFor } from "./comparison.ts";

/** Each price with the months that it is for, by the calculator itself. */
function pricesOf(income: number, transport: boolean, today: string, months: number) {
  const of = (programmes: ("jkk" | "jkm" | "jht")[]) => {
    const from = today.slice(0, 7);
    const quote = mandiriQuote({ income, programmes, months, from, transport });
    return quote.kind === "quote" ? quote.months.map(({ total }) => total) : [];
  };
  const [two, three] = [of(["jkk", "jkm"]), of(["jkk", "jkm", "jht"])];
  const each = two.map((one, index) => [one, three[index]]);
  return each.filter((one, index) => index === 0 || String(one) !== String(each[index - 1]));
}

const incomes = [100_000, 1_000_000, 2_500_000, 7_450_000, 20_900_000];
const days: readonly [day: string, months: number][] = [
  ["2026-11-22", 12],
  ["2026-12-31", 12],
  ["2027-01-01", 12],
  ["2027-03-31", 10],
  // beyond the review nothing is told
  ["2027-12-31", 1],
];
const table = incomes.flatMap((income) =>
  days.flatMap(([day, months]) =>
    [true, false].map((angkutan) => ({ income, day, months, angkutan })),
  ),
);

test.for(table)(
  "on $day an income of $income (transport $angkutan) has the calculator's figures in its picture",
  ({ income, day, months, angkutan }) => {
    const comparison = comparisonFor("iuran", { penghasilan: income, angkutan, today: day });
    const shown = comparison?.groups.map(({ bars }) => bars.map(({ amount }) => amount));
    expect(shown).toEqual(pricesOf(income, angkutan, day, months));
    const words = comparison?.groups.flatMap(({ bars }) => bars.map((bar) => bar.words));
    const digits = words?.map((one) => Number(one.replace(/\D/g, "")));
    expect(digits).toEqual(shown?.flat());
  },
);

test("beyond the review there is no picture", () => {
  const answers = { penghasilan: 2_500_000, angkutan: false, today: "2028-01-01" };
  expect(comparisonFor("iuran", answers)).toBeUndefined();
});

test("the picture for workers shows who pays how much of each programme, as the calculator says", () => {
  const answers = { ukuran: "menengah", bidang: "toko", upah: 4_000_000, jumlah_karyawan: 3 };
  const comparison = comparisonFor("iuran_karyawan", answers);
  const quote = usahaQuote({
    ...{ size: "menengah", risk: 1, wages: [4_000_000], months: 1, from: "2026-11" },
  });
  const month = quote.kind === "quote" ? quote.months[0] : undefined;
  const sum = (index: number) =>
    comparison?.groups[index]?.bars.reduce((all, { amount }) => all + amount, 0);
  expect(comparison?.groups.map(({ title }) => title)).toEqual([
    "Dibayar usaha",
    "Dipotong dari upah",
  ]);
  expect([sum(0), sum(1)]).toEqual([month?.employer, month?.worker]);
  expect(comparisonFor("iuran_karyawan", { ...answers, bidang: "lainnya" })).toBeUndefined();
});
