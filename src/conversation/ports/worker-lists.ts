import type { Contact } from "./contact.ts";

/** A person as their row in a list says: the fields by name, values as an answer of their type would hold them. `nik` always. */
export type WorkerRow = { nik: string } & Readonly<Record<string, string | number>>;

/** A row that was not accepted: where it stands, what its cells say by column, and what is wrong with them. */
export type WorkerFault = {
  row: number;
  /** The sheet, where several are read together; `row` has more than the sheet's own figures then. */
  sheet?: string;
  origin: number | null;
  cells: Readonly<Record<string, string>>;
  faults: readonly {
    field: string;
    reason: string;
    detail?: Readonly<Record<string, string | number>>;
  }[];
};

/** What a list holds by now; wages in rupiah per month, added up. */
export type WorkerCounts = { accepted: number; rejected: number; wages: number };

/**
 * Workers of a business as read from files: encrypted, row by row. A list is gone when it is handed in with a
 * registration, 30 days after it was last added to, or with the erasure of the person's data. Times are ISO instants.
 */
export type WorkerLists = {
  /**
   * Adds accepted rows to those of earlier files, where a NIK that is there already is replaced, and keeps these faults instead of
   * all earlier ones. Done twice it is as done once. False for a contact of whom nothing is kept (any more).
   */
  add(
    key: string,
    contact: Contact,
    list: string,
    read: { rows: readonly WorkerRow[]; faults: readonly WorkerFault[] },
    at: string,
  ): Promise<boolean>;
  counts(contact: Contact, list: string): Promise<WorkerCounts>;
  /** Accepted rows in the order in which they came; none of somebody else's list. */
  rows(contact: Contact, list: string): Promise<WorkerRow[]>;
  /** Rows that are not repaired yet, in their order. */
  faults(contact: Contact, list: string): Promise<WorkerFault[]>;
  /** The list is gone: its accepted rows were handed in with a registration, and the others are of no use any more. */
  remove(contact: Contact, list: string): Promise<void>;
  /** How many workers are kept for a contact, in all lists. */
  count(contact: Contact): Promise<number>;
  /** At most so many of them, in the order in which they came. */
  ofContact(contact: Contact, most: number): Promise<WorkerRow[]>;
  /** Removes lists that were last added to before this time; returns how many. */
  forget(before: string): Promise<number>;
};
