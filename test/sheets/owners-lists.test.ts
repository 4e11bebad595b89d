import { describe, expect, test } from "vitest";
import { workerColumns } from "../../src/sheets/columns.ts";
import { readList } from "../../src/sheets/read-list.ts";
import { furtherTextLists } from "./further-text-lists.ts";
import { moreTextLists } from "./more-text-lists.ts";
import { moreWorkbookLists } from "./more-workbook-lists.ts";
import { textLists } from "./text-lists.ts";
import { workbookLists } from "./workbook-lists.ts";

describe("lists as owners make them are read row by row", () => {
  test.for([
    ...textLists,
    ...workbookLists,
    ...moreTextLists,
    ...furtherTextLists,
    ...moreWorkbookLists,
  ])("$name", async ({ bytes, wanted, values = {} }) => {
    const reading = await readList(bytes, { columns: workerColumns, today: "2026-11-22" });
    if (reading.kind === "refused") expect.fail(`refused: ${reading.reason}`);
    const rejected = reading.rejected.map(({ row, faults: [first] }) => [
      row,
      `${first?.field} ${first?.reason}`,
    ]);
    expect(Object.fromEntries(rejected)).toEqual(wanted.rejected ?? {});
    expect(reading.accepted.map(({ row }) => row)).toEqual(wanted.accepted);
    const ignored = reading.ignored.filter(({ why }) => why !== "header").map(({ row }) => row);
    expect(ignored).toEqual(wanted.ignored ?? []);
    const read = Object.fromEntries(reading.accepted.map((row) => [row.row, row.values]));
    expect(read).toMatchObject(values);
  });
});
