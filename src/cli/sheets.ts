import type { BinaryFile } from "../conversation/ports/channel.ts";
import type { ReadWorkers, WorkersRead } from "../conversation/ports/sheets.ts";
import type { Book } from "../flow/book.ts";
import type { DocumentName } from "../flow/documents.ts";
import { workerColumns } from "../sheets/columns.ts";
import type { ListWords } from "../sheets/list-words.ts";
import { mended } from "../sheets/mended.ts";
import { readWorkers } from "../sheets/read-workers.ts";
import type { RejectedRow } from "../sheets/reading.ts";
import { listTemplate, listToMend } from "../sheets/written-lists.ts";
import { listWords } from "./list-words.ts";

/** Reads lists of workers in a thread of their own, with sentences from the book as it is then. */
export const makeReadWorkers =
  (book: () => Book): ReadWorkers =>
  async (content, { today, language, earlier }) => {
    const words = listWords(book().catalogues[language]);
    const reading = await readWorkers(content, { today });
    if (reading.kind === "refused") {
      const { reason, detail } = reading;
      return { kind: "refused", reason, sentence: words.reason("file", reason, detail) };
    }
    // What was kept of an earlier file is what this very room gave then.
    const rejectedBefore = earlier.rejected as readonly RejectedRow[];
    const round = mended({ niks: earlier.niks, rejected: rejectedBefore }, reading);
    return inWords(round.accepted, round.rejected, words);
  };

async function inWords(
  accepted: readonly { values: Readonly<Record<string, string | number | null>> }[],
  rejected: readonly RejectedRow[],
  words: ListWords,
): Promise<WorkersRead> {
  return {
    kind: "read",
    accepted: accepted.map(({ values }) => values),
    rejected,
    sentences: rejected.map(({ row, faults: [first] }) => ({
      row,
      sentence: first ? sentenceOf(first, words) : "",
    })),
    back: rejected.length > 0 ? await listToMend(rejected, workerColumns, words) : null,
  };
}

function sentenceOf(
  { field, reason, detail }: RejectedRow["faults"][number],
  words: ListWords,
): string {
  const kind = workerColumns.find(({ key }) => key === field)?.kind ?? "file";
  return words.reason(kind, reason, detail);
}

/** Makes a document of the program. */
export async function makeDocument(book: Book, name: DocumentName): Promise<BinaryFile> {
  switch (name) {
    case "templat_pekerja":
      return {
        name: "daftar-pekerja.xlsx",
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: await listTemplate(workerColumns, listWords(book.catalogues.id)),
      };
  }
}
