/** A fault: in `file` the first `from` becomes `to`; it is found in the line that holds `at`. */
export type Fault = {
  file: string;
  from: string | RegExp;
  to: string;
  /** Where it shows, if not in the same file. */
  shown?: string;
  at: string;
  says: string;
};
