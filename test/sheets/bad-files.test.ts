import { describe, expect, test } from "vitest";
import { workerColumns } from "../../src/sheets/columns.ts";
import { readList } from "../../src/sheets/read-list.ts";
import { readWorkers } from "../../src/sheets/read-workers.ts";
import type { Reading } from "../../src/sheets/reading.ts";
import { people } from "../support/people.ts";
import { inRows, workbook, zip } from "../support/workbook.ts";

const today = "2026-11-22";
const [sari, budi] = people;
const header = ["Nama", "NIK", "Tanggal Lahir", "Upah", "HP"];
const rowOf = ({ nama, nik, lahir, upah, hp }: (typeof people)[number]) => [
  nama,
  nik,
  lahir,
  upah,
  hp,
];
const read = (bytes: Uint8Array): Promise<Reading> =>
  readList(bytes, { columns: workerColumns, today });

/** The container of .xls, .doc and protected files, with a name of a part in its directory. */
const container = (part: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(part, "utf16le"),
    Buffer.alloc(512),
  ]);
/** The packed bytes of the sheet overwritten. */
const damaged = (bytes: Buffer): Buffer => {
  const at = bytes.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length;
  return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(60, 0xff), bytes.subarray(at + 60)]);
};
const png = Buffer.from("89504e470d0a1a0a0000000d49484452000002d00000050008060000", "hex");
const jpeg = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100", "hex"),
  Buffer.alloc(300, 7),
]);
const manyRows = (count: number): Buffer =>
  Buffer.from(
    `${header.join(",")}\n${Array.from({ length: count }, (_, at) => `Orang Rekaan,${3273010101900000 + at},1990-01-01,2500000,`).join("\n")}`,
  );

describe("a file that is no list is refused with one reason", () => {
  test.for<[string, Buffer, string]>([
    ["nothing in it", Buffer.alloc(0), "empty"],
    ["only blanks", Buffer.from(" \r\n\r\n"), "empty"],
    ["only a header", Buffer.from("Nama,NIK,Tanggal Lahir,Upah\r\n"), "empty"],
    ["only a header, as a workbook", workbook([{ name: "A", rows: { 1: header } }]), "empty"],
    ["a workbook without a row", workbook([{ name: "A", rows: {} }]), "empty"],
    [
      "50,000 empty rows",
      workbook([
        {
          name: "A",
          rows: {},
          rawRows: Array.from(
            { length: 50_000 },
            (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`,
          ).join(""),
        },
      ]),
      "empty",
    ],
    [
      "a letter",
      Buffer.from("Kepada Yth.\nBapak Ketua\nDengan hormat, kami sampaikan hal berikut.\n"),
      "unclear",
    ],
    ["more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), "too_big"],
    ["more than 10,000 persons", manyRows(10_001), "too_many_rows"],
    ["a protected workbook", container("EncryptedPackage"), "encrypted_file"],
    ["an .xls", container("Workbook"), "unsupported_file"],
    ["a photo", png, "unsupported_file"],
    ["another photo", jpeg, "unsupported_file"],
    ["a .pdf", Buffer.from("%PDF-1.7\n1 0 obj <</Type /Catalog>>"), "unsupported_file"],
    [
      "a .docx",
      zip([{ name: "word/document.xml", bytes: Buffer.from("<w/>") }]),
      "unsupported_file",
    ],
    [
      "a .zip with a password",
      zip([{ name: "xl/workbook.xml", bytes: Buffer.from("x"), flags: 1 }]),
      "encrypted_file",
    ],
    [
      "half a workbook",
      workbook([{ name: "A", rows: { 1: header } }]).subarray(0, 700),
      "unsupported_file",
    ],
    [
      "a workbook with a damaged part",
      damaged(workbook([{ name: "A", rows: inRows([header, rowOf(sari)]) }])),
      "unsupported_file",
    ],
    [
      "a workbook whose parts are no XML",
      zip([{ name: "xl/workbook.xml", bytes: Buffer.from("nothing") }]),
      "unsupported_file",
    ],
    [
      "a page of the web",
      Buffer.from("<html><table><tr><td>Nama</td></tr></table></html>"),
      "unsupported_file",
    ],
    [
      "400 MB packed into 0.4 MB",
      zip([
        { name: "xl/workbook.xml", bytes: Buffer.from("<workbook/>") },
        { name: "xl/worksheets/sheet1.xml", bytes: Buffer.alloc(400_000_000, "<row></row>") },
      ]),
      "too_big",
    ],
  ])("%s", async ([, bytes, reason]) => {
    expect(await read(bytes)).toEqual(expect.objectContaining({ kind: "refused", reason }));
  });
});

describe("what is odd in a list harms nothing beside it", () => {
  const accepted = async (bytes: Uint8Array): Promise<number[]> => {
    const reading = await read(bytes);
    return reading.kind === "read" ? reading.accepted.map(({ row }) => row) : [];
  };

  test("a cell in the far corner of the sheet", async () => {
    const bytes = workbook([
      {
        name: "A",
        rows: inRows([header, rowOf(sari)]),
        rawRows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      },
    ]);
    expect(await accepted(bytes)).toEqual([2]);
  });

  test("cells of 200,000 characters: their row is rejected, what goes back is cut", async () => {
    const long = "Sari ".repeat(40_000);
    const bytes = workbook([
      {
        name: "A",
        rows: inRows([
          header,
          [long, ...rowOf(sari).slice(1)],
          rowOf(budi),
          [sari.nama, sari.nik, long, 1, long],
        ]),
      },
    ]);
    const reading = await read(bytes);
    if (reading.kind === "refused") expect.fail(reading.reason);
    expect(reading.accepted.map(({ row }) => row)).toEqual([3]);
    expect(reading.rejected.map(({ row }) => row)).toEqual([2, 4]);
    expect(JSON.stringify(reading).length).toBeLessThan(5_000);
  });

  test("50,000 empty rows between two persons", async () => {
    const bytes = workbook([
      { name: "A", rows: { ...inRows([header, rowOf(sari)]), 50003: rowOf(budi) } },
    ]);
    expect(await accepted(bytes)).toEqual([2, 50_003]);
  });

  test("hidden sheets are named and not read", async () => {
    const rows = inRows([header, rowOf(sari), rowOf(budi)]);
    const reading = await read(
      workbook([
        { name: "Rahasia", rows, state: "veryHidden" },
        { name: "Daftar", rows: inRows([header, rowOf(sari)]) },
      ]),
    );
    expect(reading).toMatchObject({
      kind: "read",
      sheet: "Daftar",
      notes: [{ note: "hidden_sheets", names: ["Rahasia"] }],
    });
  });

  test("formulas are not evaluated: the stored result counts, and none is an empty cell", async () => {
    const cells = [
      sari.nama,
      { formula: 'HYPERLINK("http://contoh.invalid")', result: sari.nik },
      sari.lahir,
      { formula: "2500000*2" },
      "",
    ];
    const reading = await read(
      workbook([{ name: "A", rows: inRows([header, cells, rowOf(budi)]) }]),
    );
    expect(reading).toMatchObject({
      accepted: [{ row: 3 }],
      rejected: [{ row: 2, faults: [{ field: "upah", reason: "empty" }] }],
    });
  });
});

describe("a file is read in a thread of its own", () => {
  test("it comes back as read here", async () => {
    const bytes = workbook([{ name: "A", rows: inRows([header, rowOf(sari), rowOf(sari)]) }]);
    expect(await readWorkers(bytes, { today })).toEqual(await read(bytes));
  });

  test("one that takes too long is refused, and the next one is read", async () => {
    const bytes = manyRows(9_000);
    const small = Buffer.from(`${header.join(",")}\n${rowOf(sari).join(",")}`);
    const [slow, next] = await Promise.all([
      readWorkers(bytes, { today, within: 1 }),
      readWorkers(small, { today }),
    ]);
    expect(slow).toEqual({ kind: "refused", reason: "too_big" });
    expect(next).toMatchObject({ kind: "read", accepted: [{ row: 2 }] });
  });
});
