import type { ReasonCode } from "../answer-types/answer-type.ts";
import type { ColumnKind, ListName } from "./columns.ts";

/** What lists that go out say, in the reader's language. */
export type ListWords = {
  sheets: { data: string; help: string; mend: string } & Record<ListName, string>;
  /** The header of a column by its key, and of the place in the list, the original row and the remark. */
  header(key: string): string;
  number: string;
  origin: string;
  remark: string;
  /** Marks the example row; a row so marked is passed over when it comes back. */
  exampleMark: string;
  /** What the example row holds under a key; empty for none. */
  example(key: string): string;
  /** Lines of the sheets that explain. */
  help: string;
  helpToWorkbook: string;
  helpToMend: string;
  /** One sentence that says what to mend; figures come from the fault's detail. */
  reason(
    kind: ColumnKind | "file",
    reason: ReasonCode,
    detail?: Readonly<Record<string, string | number>>,
  ): string;
};
