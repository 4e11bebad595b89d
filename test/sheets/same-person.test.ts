import { expect, test } from "vitest";
import { mended } from "../../src/sheets/mended.ts";
import type { RejectedRow } from "../../src/sheets/reading.ts";

const rejected: RejectedRow = {
  row: 6,
  origin: null,
  faults: [{ field: "nik", reason: "too_short" }],
  cells: {
    nama: "Imam Wijaya",
    nik: "190201250405911",
    tgl_lahir: "25-04-2005",
    hp: "0878 0000 9826",
  },
};
const values = {
  nama: "IMAM WIJAYA",
  nik: "1902012504059116",
  tgl_lahir: "2005-04-25",
  upah: 1_900_000,
  hp: "+6287800009826",
};
const second = (changed: object) =>
  ({
    kind: "read",
    sheet: "",
    headerRow: 1,
    accepted: [{ row: 2, origin: null, values: { ...values, ...changed }, cells: {}, remarks: [] }],
    rejected: [],
    ignored: [],
    notes: [],
  }) as const;
const round = (changed: object, cells: object = {}) => {
  const first = {
    niks: new Set<string>(),
    rejected: [{ ...rejected, cells: { ...rejected.cells, ...cells } }],
  };
  const found = second(changed);
  return mended(first, {
    ...found,
    accepted: [...found.accepted],
    rejected: [],
    ignored: [],
    notes: [],
  });
};

test.for([
  ["a NIK that was completed", {}, { hp: "", tgl_lahir: "" }],
  ["the telephone number", {}, { nik: "1,9E+15", tgl_lahir: "" }],
  ["the birth date in other figures", { hp: null }, { nik: "1,9E+15", hp: "" }],
] as const)("a mended row without its place is told by the name and %s", ([, changed, cells]) => {
  const { accepted, rejected: left } = round(changed, cells);
  expect([accepted.map(({ row }) => row), left]).toEqual([[6], []]);
});

test.for([
  [
    "another person of the same name",
    { nik: "3171044103829744", tgl_lahir: "1982-03-01", hp: "+6281300004299" },
    {},
  ],
  ["a name alone", { hp: null, tgl_lahir: "1982-03-01" }, { nik: "1,9E+15" }],
] as const)("%s mends nothing: the row stays to be mended", ([, changed, cells]) => {
  const { accepted, rejected: left } = round(changed, cells);
  expect([accepted.map(({ row }) => row), left.map(({ row }) => row)]).toEqual([[2], [6]]);
});

test.for([
  ["with a name", {}],
  ["without a name, a telephone number or a birth date", { nama: "", hp: "", tgl_lahir: "" }],
] as const)("a row %s that comes again as it was is not counted twice", ([, cells]) => {
  const row = { ...rejected, cells: { ...rejected.cells, ...cells } };
  const found = { ...second({}), accepted: [], rejected: [row], ignored: [], notes: [] };
  const { rejected: left } = mended({ niks: new Set(), rejected: [row] }, found);
  expect(left).toEqual([row]);
});
