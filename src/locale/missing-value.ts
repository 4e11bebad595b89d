import { ErrorCode, FormatError } from "intl-messageformat";

/** The placeholder that a text could not be formatted without; null where something else went wrong. */
export function missingValue(error: unknown): string | null {
  if (!(error instanceof FormatError) || error.code !== ErrorCode.MISSING_VALUE) return null;
  return /"([a-z][a-z0-9_]*)"/.exec(error.message)?.[1] ?? "";
}
