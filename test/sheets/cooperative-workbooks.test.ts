import { describe, expect, test } from "vitest";
import { openBook } from "../../src/book/open-book.ts";
import { projectRoot } from "../../src/cli/app.ts";
import { listWords } from "../../src/cli/list-words.ts";
import { makeReadWorkers } from "../../src/cli/sheets.ts";
import type { ListName } from "../../src/sheets/columns.ts";
import { outlineOf, rowsOf } from "../../src/sheets/hucre.ts";
import { readWorkbook } from "../../src/sheets/read-list.ts";
import { workbookTemplate, workbookToMend } from "../../src/sheets/written-lists.ts";
import { people } from "../support/people.ts";
import { inRows, workbook, type XmlCell } from "../support/workbook.ts";

const { book } = openBook(projectRoot, { operator: null, office: null });
if (!book) throw new Error("the book has faults");
const words = { id: listWords(book.catalogues.id), en: listWords(book.catalogues.en) };
const [sari, budi, wati, joko] = people;
type Row = readonly XmlCell[];
type Person = (typeof people)[number];
const staffOf = ({ nama, nik, lahir, upah }: Person): Row => [nama, nik, lahir, upah];
const memberOf = ({ nama, nik, lahir, upah }: Person, work = "tani"): Row => [
  ...[nama, nik, lahir, work],
  upah,
];
const staffHead: Row = ["Nama", "NIK", "Tanggal Lahir", "Gaji"];
const memberHead: Row = ["Nama", "NIK", "Tanggal Lahir", "Pekerjaan", "Penghasilan"];
const sheet = (name: string, ...rows: readonly Row[]) => ({ name, rows: inRows(rows) });
const both: readonly ListName[] = ["pekerja", "anggota"];

async function read(bytes: Uint8Array, lists = both) {
  const reading = await readWorkbook(bytes, { lists, today: "2026-11-22" });
  if (reading.kind === "refused") throw new Error(reading.reason);
  return Object.fromEntries(reading.lists.map(({ name, list }) => [name, list]));
}
const namesIn = (lists: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(
    Object.entries(lists).map(([name, { accepted }]) => [
      name,
      accepted.map(({ values }) => values["nama"]),
    ]),
  );

describe("a cooperative's staff and members", () => {
  test.for<[string, Row, string, Row, string]>([
    ["the titles of their sheets", staffHead, "Data Karyawan", memberHead, "Data Anggota"],
    ["titles that stand the other way round", staffHead, "Pengurus digaji", memberHead, "MEMBER"],
    ["their headers", staffHead, "Sheet1", memberHead, "Sheet2"],
    ["one header, where the other is short", staffHead, "A", ["Nama", "NIK", "Lahir", "", ""], "B"],
  ])("are told apart by %s", async ([, staff, one, member, other]) => {
    const lists = await read(
      workbook([
        sheet(other, member, memberOf(wati), memberOf(joko)),
        sheet(one, staff, staffOf(sari), staffOf(budi)),
      ]),
    );
    expect(lists["pekerja"]?.accepted.map(({ values }) => values["nama"])).toEqual([
      sari.nama,
      budi.nama,
    ]);
    expect(Object.keys(lists)).toEqual(both);
    expect(lists["anggota"]?.sheet).toBe(other);
  });

  test("come one list at a time as well, and a list without a sheet is not there", async () => {
    const staff = workbook([sheet("Sheet1", staffHead, staffOf(sari))]);
    expect(namesIn(await read(staff))).toEqual({ pekerja: [sari.nama] });
    const members = workbook([sheet("Sheet1", memberHead, memberOf(wati))]);
    expect(namesIn(await read(members))).toEqual({ anggota: [wati.nama] });
    expect(namesIn(await read(members, ["anggota"]))).toEqual({ anggota: [wati.nama] });
  });

  test("of a list that is not looked for are named, not read", async () => {
    const bytes = workbook([
      sheet("Pegawai", staffHead, staffOf(sari)),
      sheet("Anggota", memberHead, memberOf(wati)),
    ]);
    const lists = await read(bytes, ["anggota"]);
    expect(namesIn(lists)).toEqual({ anggota: [wati.nama] });
    expect(lists["anggota"]?.notes).toContainEqual({ note: "other_sheets", names: ["Pegawai"] });
  });

  test("are read for one list alone wherever they stand, if nobody else does", async () => {
    const bytes = workbook([
      sheet("Petunjuk", ["Isi lembar sebelah"]),
      sheet("Anggota tim", staffHead, staffOf(sari)),
    ]);
    expect(namesIn(await read(bytes, ["pekerja"]))).toEqual({ pekerja: [sari.nama] });
  });

  test("are told apart on one sheet by the header above each", async () => {
    const one = [["A. PEGAWAI"], staffHead, staffOf(sari), [null], ["B. ANGGOTA"], memberHead];
    const lists = await read(workbook([sheet("Data", ...one, memberOf(wati), memberOf(joko))]));
    expect(namesIn(lists)).toEqual({ pekerja: [sari.nama], anggota: [wati.nama, joko.nama] });
  });

  test("are one list where they stand on several sheets with the same columns", async () => {
    const short: Row = ["Budi Tiruan", "33740217", "1985-08-17", "tani", 1e6];
    const bytes = workbook([
      sheet("RT 01", memberHead, memberOf(wati), memberOf(budi), memberOf(sari)),
      sheet("RT 02", memberHead, memberOf(joko), short, memberOf(wati)),
      sheet("Sudah keluar", memberHead, memberOf(sari)),
      sheet("Arisan", ["Nama", "NIK"], [sari.nama, sari.nik]),
    ]);
    const reading = await makeReadWorkers(() => book)(bytes, {
      ...{ today: "2026-11-22", language: "id" },
      earlier: new Map([["anggota", { niks: new Set<string>(), rejected: [] }]]),
    });
    if (reading.kind === "refused") throw new Error(reading.reason);
    expect(reading.sentences).toEqual([
      { sheet: "RT 02", row: 3, sentence: "NIK baru 8 angka, seharusnya 16. Cocokkan dengan KTP." },
    ]);
    expect(reading).toMatchObject({ together: ["RT 01", "RT 02"], doubles: 1, tooOld: [] });
    expect(reading.unread).toEqual(["Sudah keluar", "Arisan"]);
    const [members] = reading.lists;
    expect(members?.accepted.map(({ nama }) => nama)).toEqual(
      [wati, budi, sari, joko].map(({ nama }) => nama),
    );
  });

  test("are not put together with the same people of another month", async () => {
    const months = ["September", "Oktober"].map((name) =>
      sheet(name, staffHead, staffOf(sari), staffOf(budi)),
    );
    const lists = await read(workbook(months));
    expect(lists["pekerja"]?.notes).toContainEqual({ note: "other_sheets", names: ["Oktober"] });
    expect(namesIn(lists)).toEqual({ pekerja: [sari.nama, budi.nama] });
  });

  test("may be the same person: paid, and with work of their own", async () => {
    const lists = await read(
      workbook([
        sheet("Pegawai", staffHead, staffOf(sari)),
        sheet("Anggota", memberHead, memberOf(sari)),
      ]),
    );
    expect(namesIn(lists)).toEqual({ pekerja: [sari.nama], anggota: [sari.nama] });
  });
});

test("a workbook where nobody is in any list is refused as a file without people", async () => {
  const bytes = await workbookTemplate(words.id);
  const options = { lists: both, today: "2026-11-22" };
  expect(await readWorkbook(bytes, options)).toMatchObject({ kind: "refused", reason: "empty" });
  expect((await outlineOf(bytes)).sheets.map(({ name }) => name)).toEqual([
    ...["Pegawai", "Anggota", "Petunjuk"],
  ]);
});

test.for(["id", "en"] as const)(
  "the template is understood when it comes back filled in (%s)",
  async (language) => {
    const template = await workbookTemplate(words[language]);
    const filled = await Promise.all(
      [staffOf(sari), memberOf(wati)].map(async (row, at) => {
        const cells = (await rowsOf(template, at, 100)).map((one) => one.cells);
        const name = words[language].sheets[both[at] ?? "pekerja"];
        return sheet(name, ...([...cells, ["1", ...row]] as Row[]));
      }),
    );
    const lists = await read(workbook(filled));
    expect(namesIn(lists)).toEqual({ pekerja: [sari.nama], anggota: [wati.nama] });
    expect(Object.values(lists).flatMap(({ notes }) => notes)).toEqual([]);
  },
);

test("rows to mend come back on a sheet for each list, and each finds its place again", async () => {
  const lists = await read(
    workbook([
      sheet("Pegawai", staffHead, staffOf(sari), ["Budi Tiruan", "33740217", "1985-08-17", 1e6]),
      sheet("Anggota", memberHead, memberOf(wati, "-"), memberOf(joko)),
    ]),
  );
  const back = await workbookToMend(
    both.map((name) => ({ name, rejected: lists[name]?.rejected ?? [] })),
    words.id,
  );
  const { sheets } = await outlineOf(back);
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["Perbaiki Pegawai", "Perbaiki Anggota", "Petunjuk"],
  ]);
  const again = await read(back);
  expect(both.map((name) => again[name]?.rejected.map(({ origin }) => origin))).toEqual([[3], [2]]);
});
