import type { ReasonCode } from "../answer-types/answer-type.ts";
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

export type AcceptedRow = { row: number; values: RowValues; remarks: readonly Remark[] };

/** `faults`: at least one; the first is what most needs mending. `cells`: as the owner wrote them, cut to what a cell shows. */
export type RejectedRow = { row: number; faults: readonly Fault[]; cells: readonly string[] };

/** Something about the file that the owner should know. */
export type Note =
  | { note: "hidden_sheets"; names: readonly string[] }
  | { note: "other_sheets"; names: readonly string[] }
  | { note: "no_column"; field: string };

export type Reading =
  | { kind: "refused"; reason: ReasonCode; detail?: Record<string, string | number> }
  | {
      kind: "read";
      /** Name of the sheet that was read; empty for a text file. */
      sheet: string;
      /** The first row of the header, from 1; null where the columns were known by their content. */
      headerRow: number | null;
      /** The header's cells, for the file that goes back. */
      header: readonly string[];
      accepted: AcceptedRow[];
      rejected: RejectedRow[];
      ignored: IgnoredRow[];
      notes: Note[];
    };
