import { expect, test } from "vitest";
import { compileCatalogue } from "../../src/locale/catalogue.ts";
import { dateInWords, moneyInDigits, monthInWords } from "../../src/locale/words.ts";

const entry = (key: string, text: string | string[]) => ({ key, text, file: "a.yaml", line: 7 });

test("a text is formatted with Indonesian digits", () => {
  const { catalogue } = compileCatalogue("id", [entry("a", "Rp{n, number} per bulan")]);
  expect(catalogue.format("a", { n: 16800 })).toBe("Rp16.800 per bulan");
});

test("placeholders inside select and plural are found", () => {
  const text = "{ada, select, true {sampai {bulan}} other {{n, plural, other {# {kata}}}}}";
  const { catalogue } = compileCatalogue("id", [entry("a", text)]);
  expect([...catalogue.argumentsOf("a")].sort()).toEqual(["ada", "bulan", "kata", "n"]);
});

test("an apostrophe-free angle bracket stays text", () => {
  const { catalogue } = compileCatalogue("id", [entry("a", "a <b> c")]);
  expect(catalogue.format("a")).toBe("a <b> c");
});

test.for([
  ["{n", "not a sound ICU message"],
  ["{bpu-jkm}", "not a sound ICU message"],
] as const)("the faulty text %s is reported with its place", ([text, message]) => {
  const { problems } = compileCatalogue("id", [entry("a", text)]);
  expect(problems).toMatchObject([{ file: "a.yaml", line: 7 }]);
  expect(problems[0]?.message).toContain(message);
});

test("a key that stands twice is reported", () => {
  const { problems } = compileCatalogue("id", [entry("a", "1"), entry("a", "2")]);
  expect(problems).toHaveLength(1);
});

test("dates, months and money are words that do not depend on the machine", () => {
  expect(dateInWords("2026-12-31", "id")).toBe("31 Desember 2026");
  expect(monthInWords("2027-01", "en")).toBe("January 2027");
  expect([0, 999, 16800, 42000000].map((n) => moneyInDigits(n, "id"))).toEqual([
    "Rp0",
    "Rp999",
    "Rp16.800",
    "Rp42.000.000",
  ]);
});
