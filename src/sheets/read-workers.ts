import { Worker } from "node:worker_threads";
import { type Column, workerColumns } from "./columns.ts";
import type { Asked } from "./read-in-thread.ts";
import type { WorkbookOptions } from "./read-list.ts";
import type { Reading, RefusedFile, WorkbookReading } from "./reading.ts";

/** How long one file may take, in ms: 10,000 rows take 2 s, 50,000 empty ones 1 s. */
const within = 30_000;

/** Memory of the thread's heap in MB; a file that needs more is refused as too big. */
const heapMb = 256;

/** `columns`: `workerColumns` unless told; `today`: ISO date in Asia/Jakarta; `within`: ms. */
export type ReadOptions = { today: string; columns?: readonly Column[]; within?: number };

let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a list of workers, or of members, from the bytes of a .csv or .xlsx file as owners make them. Never throws for what is in the
 * file: one that can't be read comes back as `{ kind: "refused", reason, detail }` with one of the reason codes `empty` (nothing, or
 * only a header), `unclear` (no list of persons in it), `unsupported_file`, `encrypted_file`, `too_big` (bytes, unpacked bytes, memory
 * or time), `too_many_rows` (more than 10,000). Otherwise `{ kind: "read", ... }`:
 *
 * - `accepted`: `{ row, values, remarks }`; `values` by the keys of the columns (`nama`, `nik`, `tgl_lahir` ISO, `upah` whole rupiah a
 *   month, `hp` E.164 or null); `remarks` are for the officer and stop nothing;
 * - `rejected`: `{ row, faults: [{ field, reason, detail? }, ...], cells }`, the fault to be named first in front;
 * - `ignored`: `{ row, why }`, rows that hold something but stand for nobody;
 * - `notes`: hidden or further sheets, columns that are missing; `sheet` and `headerRow` say where.
 *
 * Row numbers are those the owner sees, from 1. Of rows with the same NIK the first sound one is accepted. The file is read in a
 * thread of its own, one file after the other; nothing in it is evaluated or followed. Bytes tell what a file is, its name is not asked.
 */
export function readWorkers(
  bytes: Uint8Array,
  { today, columns = workerColumns, within: limit = within }: ReadOptions,
): Promise<Reading> {
  return afterOthers<Reading>({ bytes, options: { columns, today } }, limit);
}

/** Reads the lists of a workbook, each from the sheet that is its own: each as `readWorkers` reads one, refused where there is none. */
export const readLists = (bytes: Uint8Array, options: WorkbookOptions): Promise<WorkbookReading> =>
  afterOthers<WorkbookReading>({ bytes, options }, within);

function afterOthers<Result extends Reading | WorkbookReading>(
  asked: Asked,
  limit: number,
): Promise<Result | RefusedFile> {
  const read = turn.then(() => inThread<Result>(asked, limit));
  turn = read.catch(() => undefined);
  return read;
}

/** Reads in a new thread. Throws where reading itself is at fault, with the name of the error alone. */
function inThread<Result>(asked: Asked, limit: number): Promise<Result | RefusedFile> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./read-thread.mjs", import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void thread.terminate();
    };
    const tooBig = (): void => resolve({ kind: "refused", reason: "too_big" });
    const timer = setTimeout(() => end(tooBig), limit);
    thread.on("message", (reading: Result) => end(() => resolve(reading)));
    thread.on("error", (error: Error & { code?: string }) =>
      end(() =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? tooBig()
          : reject(new Error(`reading a list failed: ${error.name}`)),
      ),
    );
    thread.on("exit", () => end(() => reject(new Error("reading a list ended early"))));
  });
}
