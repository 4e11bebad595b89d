/** A list as an owner makes it, and what must become of its rows; `rejected`: field and reason of each. */
export type OwnersList = {
  name: string;
  bytes: Uint8Array;
  wanted: { accepted: number[]; rejected?: Record<number, string>; ignored?: number[] };
  /** Values of some of the accepted rows. */
  values?: Record<number, object>;
};

/** A text file of these lines. */
export const text = (...lines: string[]): Buffer => Buffer.from(lines.join("\r\n"));
