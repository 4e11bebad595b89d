import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { branchValues } from "../../src/book/branch-values.ts";
import { readBranches } from "../../src/book/read-branches.ts";
import { readRegions } from "../../src/book/read-regions.ts";

const regions = readRegions();
const branch = {
  name: "Kantor Contoh",
  address: "Jalan Contoh 1",
  serves: ["33.74"],
  lat: -7,
  lon: 110.4,
};
const sound = { source: "daftar contoh", as_of: "2026-11-01", branches: [branch] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-branches-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reading = (content: string) => {
  const file = join(folder, "cabang.yaml");
  writeFileSync(file, content);
  return readBranches(file, regions);
};
const problemsOf = (list: object) =>
  reading(JSON.stringify(list)).problems.map(({ message }) => message);

test("without a file there is no list, and a file that is not there is a fault", () => {
  expect(readBranches(undefined, regions)).toEqual({ list: null, problems: [] });
  expect(readBranches(join(folder, "none.yaml"), regions).problems).toHaveLength(1);
});

test.for<[string, object, string]>([
  ["without its source", { as_of: "2026-11-01", branches: [branch] }, "source"],
  ["without its day", { ...sound, as_of: "November" }, "as_of"],
  ["that is empty", { ...sound, branches: [] }, "branches"],
  [
    "with an area that is none",
    { ...sound, branches: [{ ...branch, serves: ["33.00"] }] },
    "33.00",
  ],
  ["with half a point", { ...sound, branches: [{ ...branch, lon: undefined }] }, "lat or lon"],
  ["with opening hours", { ...sound, branches: [{ ...branch, hours: "08-15" }] }, "hours"],
])("a list %s is refused", ([, list, named]) => {
  expect(problemsOf(list).join()).toContain(named);
});

test("a fault is told with its line", () => {
  const text =
    'source: contoh\nas_of: 2026-11-01\nbranches:\n  - name: A\n    address: B\n    serves: ["99.99"]\n';
  expect(reading(text).problems).toMatchObject([
    { line: 6, message: "99.99 is no regency or city" },
  ]);
});

describe("a list", () => {
  const computed = (name: string, inputs: Record<string, string>) => {
    const { list } = reading(JSON.stringify(sound));
    return branchValues(list, regions)[name]?.compute(inputs);
  };

  test.for([
    ["2026-11-22", true],
    ["2027-11-01", true],
    ["2027-11-02", false],
  ] as const)("may be told for a year: on %s %s", ([today, told]) => {
    expect(computed("ada_daftar_cabang", { today })).toBe(told);
  });

  test.for([
    ["semarang", 1],
    ["kota semarang", 1],
    ["kabupaten semarang", 0],
    ["jawa tengah", 1],
    ["jawa timur", 0],
    ["-7.1000, 110.4000", 1],
    ["entah di mana", 0],
  ] as const)("has for %s so many offices: %i", ([daerah, count]) => {
    expect(computed("cabang_jumlah", { daerah })).toBe(count);
  });

  test("tells how far an office is from a point", () => {
    expect(computed("cabang_rincian", { daerah: "-7.1000, 110.4000" })).toBe(
      "• Kantor Contoh (± 11 km)\n  Jalan Contoh 1",
    );
  });
});
