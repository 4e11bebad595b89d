import type { WorkerFault } from "./worker-lists.ts";

/** What earlier files of the same list brought. */
export type EarlierRounds = { niks: ReadonlySet<string>; rejected: readonly WorkerFault[] };

/** What a file with workers comes to, put in its place among earlier files of the list. Rows are numbered as the owner sees them. */
export type WorkersRead =
  | {
      kind: "refused";
      reason: string;
      /** What is wrong with the file as a whole, and what to do. */
      sentence: string;
    }
  | {
      kind: "read";
      /** Rows that are new in the list. */
      accepted: readonly Readonly<Record<string, string | number | null>>[];
      /** All rows that are still to be mended, of this file and earlier ones. */
      rejected: readonly WorkerFault[];
      /** What is wrong with each of them, in their order. */
      sentences: readonly { row: number; sentence: string }[];
      /** The same as an .xlsx to be mended and sent back; null if there are none. */
      back: Uint8Array | null;
    };

/** Reads a list of workers by its content, aside from the thread that answers; `today` an ISO date. Never throws for what is in it. */
export type ReadWorkers = (
  content: Uint8Array,
  options: { today: string; language: "id" | "en"; earlier: EarlierRounds },
) => Promise<WorkersRead>;
