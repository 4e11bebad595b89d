import type { ReasonCode } from "../answer-types/answer-type.ts";
import type { ListName } from "./columns.ts";
import type { IgnoredRow } from "./rows-in.ts";

/** Values of an accepted row under the keys of the columns; null where a cell that may be empty is empty. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** What an officer should look at in an accepted row: nothing that stops it. */
export type Remark = "nik_birth_date_differs" | "birth_date_from_nik";

/** Why a row is rejected: which cell, and the reason with figures for its sentence. */
export type Fault = {
  field: string;
  reason: ReasonCode;
  detail?: Record<string, string | number>;
};

/** `origin`: the row of an earlier file that a mended row stands for, where the list tells it. `cells`: as in a rejected row. */
export type AcceptedRow = {
  row: number;
  origin: number | null;
  values: RowValues;
  cells: Readonly<Record<string, string>>;
  remarks: readonly Remark[];
};

/**
 * `faults`: at least one; the first is what most needs mending. `cells`: what the owner wrote under each key, as text and cut to what a
 * cell shows.
 */
export type RejectedRow = {
  row: number;
  /** The sheet, where several are read together: see `rowIn`. */
  sheet?: string;
  origin: number | null;
  faults: readonly Fault[];
  cells: Readonly<Record<string, string>>;
};

/** Something about the file that the owner should know. */
export type Note =
  | { note: "hidden_sheets"; names: readonly string[] }
  | { note: "other_sheets"; names: readonly string[] }
  | { note: "sheets_together"; names: readonly string[] }
  | { note: "no_column"; field: string };

export type RefusedFile = {
  kind: "refused";
  reason: ReasonCode;
  detail?: Record<string, string | number>;
};

export type Reading =
  | RefusedFile
  | {
      kind: "read";
      /** Name of the sheet that was read; empty for a text file. */
      sheet: string;
      /** The first row of the header, from 1; null where the columns were known by their content. */
      headerRow: number | null;
      accepted: AcceptedRow[];
      rejected: RejectedRow[];
      ignored: IgnoredRow[];
      notes: Note[];
    };

export type ReadList = Extract<Reading, { kind: "read" }>;

/** A file with one or several lists: what each comes to that was found in it. */
export type WorkbookReading =
  | RefusedFile
  | { kind: "read"; lists: readonly { name: ListName; list: ReadList }[] };
