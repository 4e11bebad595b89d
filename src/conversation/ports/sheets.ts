import type { WorkerFault } from "./worker-lists.ts";

/** The lists that a file may bring: those with a wage, and members of a cooperative. */
export type ListName = "pekerja" | "anggota";

/** What earlier files of the same list brought. */
export type EarlierRounds = { niks: ReadonlySet<string>; rejected: readonly WorkerFault[] };

/** What a file brings for one list. Rows are numbered as the owner sees them. */
export type ListRead = {
  name: ListName;
  /** Rows that are new in the list. */
  accepted: readonly Readonly<Record<string, string | number | null>>[];
  /** All rows that are still to be mended, of this file and earlier ones. */
  rejected: readonly WorkerFault[];
};

/** What a file with people comes to, put in its place among earlier files of the lists. */
export type WorkersRead =
  | {
      kind: "refused";
      reason: string;
      /** What is wrong with the file as a whole, and what to do. */
      sentence: string;
    }
  | {
      kind: "read";
      /** The lists that were looked for, in their order. */
      lists: readonly ListRead[];
      /** What is wrong with each rejected row, list by list; `sheet` only where several lists, or sheets, were read. */
      sentences: readonly { sheet?: string; row: number; sentence: string }[];
      /** The same as an .xlsx to be mended and sent back; null if there are none. */
      back: Uint8Array | null;
      /** Names of further sheets with people, which were not read. */
      unread: readonly string[];
      /** Names of the sheets that were read as one list. */
      together: readonly string[];
      /** How many rows repeat a person above. */
      doubles: number;
      /** Names of new members who are too old to join. */
      tooOld: readonly string[];
    };

/**
 * Reads lists of people by their content, aside from the thread that answers; `today` an ISO date, `earlier` for each list that is
 * looked for. Never throws for what is in the file.
 */
export type ReadWorkers = (
  content: Uint8Array,
  options: { today: string; language: "id" | "en"; earlier: ReadonlyMap<ListName, EarlierRounds> },
) => Promise<WorkersRead>;
