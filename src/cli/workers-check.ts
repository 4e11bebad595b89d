import { readFileSync, writeFileSync } from "node:fs";
import { type Column, memberColumns, workerColumns } from "../sheets/columns.ts";
import { readWorkers } from "../sheets/read-workers.ts";
import type { Note, Reading, RejectedRow } from "../sheets/reading.ts";
import { listToMend } from "../sheets/written-lists.ts";
import { faqBook } from "./faq-book.ts";
import { type Io, nowFrom } from "./io.ts";
import { listWords } from "./list-words.ts";
import { command, type GlobalOptions } from "./options.ts";

type Options = GlobalOptions & { members?: true; toMend?: string };

/** `workers check FILE`: a list of workers as the bot reads it: rows accepted, rejected with a reason, and passed over. */
export async function workersCheck(args: readonly string[], io: Io): Promise<number> {
  const parser = command("workers check", "a list of workers as the bot reads it", io)
    .argument("<file>", ".xlsx or .csv")
    .option("--members", "a list of a cooperative's members: with work and income of their own")
    .option(
      "--to-mend <file>",
      "also writes the .xlsx of rejected rows that goes back to the owner",
    );
  parser.parse(args, { from: "user" });
  const { json, members, toMend } = parser.opts<Options>();
  const file = String(parser.processedArgs[0]);
  const bytes = bytesOf(file);
  if (!bytes) {
    io.err(`There is no file ${file}.`);
    return 2;
  }
  const columns = members ? memberColumns : workerColumns;
  const reading = await readWorkers(bytes, { today: nowFrom(io.now.at()).today, columns });
  if (
    toMend !== undefined &&
    reading.kind === "read" &&
    !(await writeToMend(toMend, reading.rejected, columns, io))
  )
    return 1;
  if (json) io.out(JSON.stringify(jsonOf(reading)));
  else for (const line of linesOf(reading)) io.out(line);
  return reading.kind === "read" ? 0 : 1;
}

async function writeToMend(
  file: string,
  rejected: readonly RejectedRow[],
  columns: readonly Column[],
  io: Io,
): Promise<boolean> {
  const book = faqBook(io);
  if (!book) return false;
  writeFileSync(file, await listToMend(rejected, columns, listWords(book.catalogues.id)));
  return true;
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** A file that is refused as a whole is one rejected row, the row 0. */
function jsonOf(reading: Reading): object {
  if (reading.kind === "refused")
    return {
      accepted: [],
      rejected: [{ row: 0, field: "file", reason: reading.reason }],
      ignored: [],
      values: {},
      refused: reading.reason,
    };
  return {
    accepted: reading.accepted.map(({ row }) => row),
    rejected: reading.rejected.map(({ row, faults: [first] }) => ({
      row,
      field: first?.field,
      reason: first?.reason,
    })),
    ignored: reading.ignored.filter(({ why }) => why !== "header").map(({ row }) => row),
    values: Object.fromEntries(reading.accepted.map(({ row, values }) => [row, values])),
    sheet: reading.sheet,
    header_row: reading.headerRow,
    remarks: Object.fromEntries(
      reading.accepted.filter((row) => row.remarks.length > 0).map((row) => [row.row, row.remarks]),
    ),
    notes: reading.notes,
  };
}

/** Rows named one by one; people's data stays in the file. */
function linesOf(reading: Reading): string[] {
  if (reading.kind === "refused") return [`The file is not read: ${reading.reason}.`];
  const { accepted, rejected, ignored } = reading;
  return [
    `${accepted.length} accepted, ${rejected.length} rejected, ${ignored.length} passed over.`,
    ...rejected.map(
      ({ row, faults }) =>
        `row ${row}: ${faults.map(({ field, reason }) => `${field} ${reason}`).join(", ")}`,
    ),
    ...accepted.flatMap(({ row, remarks }) =>
      remarks.map((remark) => `row ${row}: look at ${remark}`),
    ),
    ...ignored.map(({ row, why }) => `row ${row}: passed over (${why})`),
    ...reading.notes.map(noteLine),
  ];
}

function noteLine(note: Note): string {
  if (note.note === "no_column") return `no column for ${note.field}`;
  return `${note.note === "hidden_sheets" ? "hidden" : "other"} sheets not read: ${note.names.join(", ")}`;
}
