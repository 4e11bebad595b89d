import type { BinaryFile } from "../conversation/ports/channel.ts";
import type { EarlierRounds, ListRead, ReadWorkers } from "../conversation/ports/sheets.ts";
import type { Book } from "../flow/book.ts";
import type { DocumentName } from "../flow/documents.ts";
import { ageInYears } from "../lib/dates.ts";
import { joiningAge } from "../rules/eligibility.ts";
import { type ListName, listColumns, workerColumns } from "../sheets/columns.ts";
import type { ListWords } from "../sheets/list-words.ts";
import { mended } from "../sheets/mended.ts";
import { readLists } from "../sheets/read-workers.ts";
import type { AcceptedRow, ReadList, RejectedRow, WorkbookReading } from "../sheets/reading.ts";
import { rowIn } from "../sheets/together.ts";
import {
  listTemplate,
  listToMend,
  workbookTemplate,
  workbookToMend,
} from "../sheets/written-lists.ts";
import { listWords } from "./list-words.ts";

/** Reads lists of people in a thread of their own, with sentences from the book as it is then. */
export const makeReadWorkers =
  (book: () => Book): ReadWorkers =>
  async (content, { today, language, earlier }) => {
    const words = listWords(book().catalogues[language]);
    const reading = await readLists(content, { today, lists: [...earlier.keys()] });
    if (reading.kind === "refused") {
      const { reason, detail } = reading;
      return { kind: "refused", reason, sentence: words.reason("file", reason, detail) };
    }
    const found = new Map(reading.lists.map(({ name, list }) => [name, list]));
    const rounds = [...earlier].map(([name, before]) => roundOf(name, before, found.get(name)));
    return {
      ...(await inWords(rounds, words)),
      ...{
        unread: sheetsIn(reading, "other_sheets"),
        together: sheetsIn(reading, "sheets_together"),
      },
      doubles: reading.lists.reduce(
        (sum, { list }) => sum + list.rejected.filter(isDouble).length,
        0,
      ),
      tooOld: rounds.flatMap((round) => tooOldIn(round, today)),
    };
  };

type Round = Omit<ListRead, "rejected"> & { rejected: readonly RejectedRow[] };

/** What a list comes to with this file; where the file has none of its rows, all stays as it was. */
function roundOf(name: ListName, { niks, rejected }: EarlierRounds, list?: ReadList): Round {
  // What was kept of an earlier file is what this very room gave then.
  const rejectedBefore = rejected as readonly RejectedRow[];
  if (!list) return { name, accepted: [], rejected: rejectedBefore };
  const toMend = { ...list, rejected: list.rejected.filter((row) => !isDouble(row)) };
  const round = mended({ niks, rejected: rejectedBefore }, toMend);
  return { name, accepted: round.accepted.map(valuesOf), rejected: round.rejected };
}

/** The same person again: nothing to mend, and nobody is left out. */
const isDouble = ({ faults: [first, ...more] }: RejectedRow): boolean =>
  more.length === 0 && first?.reason === "duplicate" && first.detail?.["same"] === 1;

/** Members who may not join any more by their age; staff may. */
const tooOldIn = ({ name, accepted }: Round, today: string): string[] =>
  name === "pekerja"
    ? []
    : accepted.flatMap(({ nama, tgl_lahir }) =>
        joiningAge(ageInYears(String(tgl_lahir), today)) === "too_old" ? [String(nama)] : [],
      );

/** The values of a row; with work that has no code of its own, what the cell says of it. */
function valuesOf({ values, cells }: AcceptedRow): ListRead["accepted"][number] {
  const { pekerjaan = "" } = cells;
  return values["pekerjaan"] === "lainnya" ? { ...values, pekerjaan_rinci: pekerjaan } : values;
}

const sheetsIn = (
  { lists }: Extract<WorkbookReading, { kind: "read" }>,
  kind: "other_sheets" | "sheets_together",
): readonly string[] =>
  lists.flatMap(({ list }) => list.notes.flatMap((note) => (note.note === kind ? note.names : [])));

async function inWords(lists: readonly Round[], words: ListWords) {
  const [only, ...more] = lists;
  const isOne = only !== undefined && more.length === 0;
  const sentences = lists.flatMap(({ name, rejected }) =>
    rejected.map(({ row, sheet = isOne ? undefined : words.sheets[name], faults: [first] }) => ({
      ...(sheet === undefined ? {} : { sheet }),
      row: rowIn(row),
      sentence: first ? sentenceOf(name, first, words) : "",
    })),
  );
  return { kind: "read", lists, sentences, back: await backOf(lists, words) } as const;
}

async function backOf(lists: readonly Round[], words: ListWords): Promise<Uint8Array | null> {
  if (lists.every(({ rejected }) => rejected.length === 0)) return null;
  const [only, ...more] = lists;
  return only !== undefined && more.length === 0
    ? listToMend(only.rejected, listColumns[only.name], words)
    : workbookToMend(lists, words);
}

function sentenceOf(
  name: ListName,
  { field, reason, detail }: RejectedRow["faults"][number],
  words: ListWords,
): string {
  const kind = listColumns[name].find(({ key }) => key === field)?.kind ?? "file";
  return words.reason(kind, reason, detail);
}

/** Makes a document of the program. */
export async function makeDocument(book: Book, name: DocumentName): Promise<BinaryFile> {
  const words = listWords(book.catalogues.id);
  switch (name) {
    case "templat_pekerja":
      return {
        name: "daftar-pekerja.xlsx",
        mime: workbookMime,
        content: await listTemplate(workerColumns, words),
      };
    case "templat_koperasi":
      return {
        name: "daftar-koperasi.xlsx",
        mime: workbookMime,
        content: await workbookTemplate(words),
      };
  }
}

const workbookMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
