export type StoreErrorCode =
  | "bad_key"
  | "wrong_key"
  | "key_missing"
  | "key_file_exposed"
  | "tampered"
  | "folder_held"
  | "session_too_big"
  | "newer_data"
  | "migration_failed"
  | "bad_address"
  | "too_big"
  | "no_consent"
  | "unreachable";

/** Trouble of the store that a person must act on: a code for programs, one sentence for people, no personal data in either. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: StoreErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = "StoreError";
    this.code = code;
    this.details = details;
  }
}
