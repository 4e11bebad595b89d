import { describe, expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { projectRoot } from "../../src/cli/app.ts";
import { listWords } from "../../src/cli/list-words.ts";
import { type Column, memberColumns, workerColumns } from "../../src/sheets/columns.ts";
import { outlineOf, rowsOf } from "../../src/sheets/hucre.ts";
import { mended } from "../../src/sheets/mended.ts";
import { readList } from "../../src/sheets/read-list.ts";
import { listTemplate, listToMend } from "../../src/sheets/written-lists.ts";
import { people } from "../support/people.ts";
import { inRows, workbook } from "../support/workbook.ts";

const { book } = openBook(projectRoot, { operator: null, office: null });
if (!book) throw new Error("the book has faults");
const words = { id: listWords(book.catalogues.id), en: listWords(book.catalogues.en) };
const [sari, budi, wati] = people;
const header = ["Nama", "NIK", "Tanggal Lahir", "Upah", "HP"];
const rowOf = ({ nama, nik, lahir, upah, hp }: (typeof people)[number]) => [
  nama,
  nik,
  lahir,
  upah,
  hp,
];

async function read(bytes: Uint8Array, columns: readonly Column[] = workerColumns) {
  const reading = await readList(bytes, { columns, today: "2026-11-22" });
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading;
}
const cellsOf = async (bytes: Uint8Array) =>
  (await rowsOf(bytes, 0, 1000)).map(({ cells }) => cells);

describe("an empty list to fill in", () => {
  test.for([
    ["id", workerColumns],
    ["en", workerColumns],
    ["id", memberColumns],
  ] as const)("comes back empty as long as nobody is in it (%s)", async ([language, columns]) => {
    const bytes = await listTemplate(columns, words[language]);
    const reading = await readList(bytes, { columns, today: "2026-11-22" });
    expect(reading).toMatchObject({ kind: "refused", reason: "empty" });
  });

  test.for(["id", "en"] as const)(
    "is understood when it comes back filled in (%s)",
    async (language) => {
      const [head = [], example = []] = await cellsOf(
        await listTemplate(workerColumns, words[language]),
      );
      const filled = workbook([
        {
          name: "Data",
          rows: inRows([head, example, ["1", ...rowOf(sari)], ["2", ...rowOf(budi)]] as never),
        },
      ]);
      const reading = await read(filled);
      expect(reading.accepted.map(({ row }) => row)).toEqual([3, 4]);
      expect(reading.ignored).toContainEqual({ row: 2, why: "example" });
      expect(reading.notes).toEqual([]);
    },
  );

  test("explains itself on a second sheet", async () => {
    const bytes = await listTemplate(workerColumns, words.id);
    expect((await outlineOf(bytes)).sheets.map(({ name }) => name)).toEqual(["Data", "Petunjuk"]);
  });
});

describe("rows to mend", () => {
  const list = workbook([
    {
      name: "Sheet1",
      rows: inRows([
        header,
        rowOf(sari),
        [budi.nama, "3,37402E+15", budi.lahir, "=2500000+1", budi.hp],
        [wati.nama, wati.nik, wati.lahir, "75.000/hari", "021-5550000"],
        ['=HYPERLINK("http://x.invalid";"Nur")', sari.nik, "-", 2_000_000, "+62 822-1100-0015"],
      ]),
    },
  ]);

  test("go back with their row, as they were written, and what to mend in plain words", async () => {
    const { rejected } = await read(list);
    const cells = await cellsOf(await listToMend(rejected, workerColumns, words.id));
    expect(cells[0]).toEqual([
      ...["Baris asal", "Nama lengkap", "NIK", "Tanggal lahir", "Upah sebulan (Rp)"],
      ...["Nomor HP", "Catatan"],
    ]);
    expect(cells[2]).toEqual([
      ...["4", wati.nama, wati.nik, wati.lahir, "75.000/hari", "021-5550000"],
      "Ini bukan jumlah untuk sebulan. Kalikan dulu jadi sebulan. Ini nomor telepon rumah. Isi nomor HP, atau kosongkan.",
    ]);
    expect(cells).toHaveLength(4);
  });

  test("hold no cell that any program takes for a formula", async () => {
    const { rejected } = await read(list);
    const cells = (await cellsOf(await listToMend(rejected, workerColumns, words.id))).flat();
    const begins = cells.filter(
      (cell) => typeof cell === "string" && /^[=@-]/.test(cell) && cell !== "-",
    );
    expect(begins).toEqual([]);
    expect(cells).toContain("+62 822-1100-0015");
  });

  test("come back mended: their rows are those of the first list, accepted ones stay", async () => {
    const first = await read(list);
    const sent = await cellsOf(await listToMend(first.rejected, workerColumns, words.id));
    const [head = [], one = [], two = [], three = []] = sent;
    const again = await read(
      workbook([
        {
          name: "Perbaiki",
          rows: inRows([
            head,
            [one[0], one[1], budi.nik, one[3], "2.500.000", one[5], one[6]],
            [two[0], two[1], two[2], two[3], "jt", null, two[6]],
            [three[0], "Nur Tuanku", sari.nik, "2001-06-02", three[4], three[5]],
            [null, ...rowOf(people[4])],
          ] as never),
        },
      ]),
    );
    const niks = new Set(first.accepted.map(({ values }) => String(values["nik"])));
    const round = mended({ niks, rejected: first.rejected }, again);
    expect(round.accepted.map(({ row, values }) => [row, values["nama"]])).toEqual([
      [3, budi.nama],
      [5, people[4].nama],
    ]);
    expect(round.rejected.map(({ row, faults }) => [row, faults[0]])).toEqual([
      [4, { field: "upah", reason: "unclear" }],
      [5, { field: "nik", reason: "duplicate" }],
    ]);
  });

  test("that do not come back stay open, and a whole list sent again doubles nobody", async () => {
    const first = await read(list);
    const again = await read(
      workbook([{ name: "Sheet1", rows: inRows([header, rowOf(sari), rowOf(wati)]) }]),
    );
    const niks = new Set(first.accepted.map(({ values }) => String(values["nik"])));
    const round = mended({ niks, rejected: first.rejected }, again);
    expect(round.known).toBe(1);
    expect(round.accepted.map(({ row }) => row)).toEqual([4]);
    expect(round.rejected.map(({ row }) => row)).toEqual([3, 5]);
  });
});

test("members of a cooperative are listed with their own work and income", async () => {
  const reading = await read(
    Buffer.from(
      `No;Nama Anggota;NIK;Tempat/Tgl Lahir;Usaha/Pekerjaan;Penghasilan per bulan;WA\n1;${sari.nama};${sari.nik};Bogor, 4 Maret 1990;jualan sayur;2,5 juta;${sari.hp}\n2;${budi.nama};${budi.nik};Semarang, 17-8-85;petani;1.500.000;`,
    ),
    memberColumns,
  );
  expect(reading.accepted.map(({ values }) => values)).toEqual([
    expect.objectContaining({ pekerjaan: "pedagang", penghasilan: 2_500_000 }),
    expect.objectContaining({ pekerjaan: "petani", penghasilan: 1_500_000, hp: null }),
  ]);
});
