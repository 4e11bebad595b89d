import type { Contact } from "./contact.ts";

/** Fields of a person as the form asked for them, in clear inside the process and encrypted at rest. */
export type PersonFields = Record<string, string | number | boolean>;

/**
 * For whom a registration is: a person by themselves (BPU), a business or a public agency with its workers (PU), a cooperative with
 * staff (PU) and members (BPU).
 */
export type Segment = "mandiri" | "usaha" | "pendamping" | "koperasi";

export type Registration = {
  /** Readable number with a check digit. */
  number: string;
  segment: Segment;
  flow: string;
  state: "submitted";
  /** ISO instant. */
  submittedAt: string;
  fields: PersonFields;
  /**
   * Another open registration from somebody else names the same NIK, or a cooperative has the person among its members: an officer
   * must look.
   */
  sameIdentityElsewhere: boolean;
  /** Whom an employer registers, in the order in which they were named; none in a person's own registration. */
  workers: Worker[];
};

/** One worker of an employer; of a cooperative `daftar` among the fields says in which list: `pekerja` (PU) or `anggota` (BPU). */
export type Worker = {
  fields: PersonFields;
  /**
   * Another open registration from somebody else names the same NIK as a worker's, or a member of a cooperative is registered alone
   * too, from whichever contact: an officer must look.
   */
  sameIdentityElsewhere: boolean;
};

/** Registered for work of their own, through a cooperative. */
export const isMember = (fields: PersonFields): boolean => fields["daftar"] === "anggota";

/** What is known of a registration without reading what people told. */
export type RegistrationHead = Omit<Registration, "fields" | "workers"> & { workers: number };

export type Submission = {
  flow: string;
  segment: "mandiri";
  /** The NIK, for the look-up by keyed hash. */
  identity: string;
  fields: PersonFields;
};

/** Who asks for the state of a registration that may be another's; `at`: ISO instant. */
export type StateQuestion = { key: string; number: string; birthDate: string; at: string };

/** The state, where number and birth date belong together; which of the two is wrong is not told. */
export type FoundState =
  | { found: "yes"; state: string; submittedAt: string }
  | { found: "no" }
  | { found: "too_often" };

/** An employer with its workers. */
export type BusinessSubmission = {
  flow: string;
  segment: Exclude<Segment, "mandiri">;
  /** The NIK of the owner, who answers for it; none where it has no owner. */
  owner?: string;
  /** What tells the employer from others: a number of its own, else its name. */
  business: string;
  fields: PersonFields;
  workers: readonly { identity: string; fields: PersonFields }[];
};

/** What a code came to: nobody hears whether one that does not count was wrong, used up, too old or their own. */
export type FoundCode = { found: "yes"; channel: string } | { found: "no" | "too_often" };

/**
 * Codes by which a person's drafts come from one conversation to another: made where they shall arrive, typed where they are. Each
 * counts once and for 15 minutes; a new one makes the older one of the contact void. Writes take the effect's key.
 */
export type DraftCodes = {
  /** Eight letters and digits, `X7K2-M9PQ`. `at`: ISO instant. */
  make(key: string, contact: Contact, at: string): Promise<string>;
  /** Uses a code of another contact up. After 5 wrong tries of a contact in an hour: too often, also for what is right. */
  take(key: string, contact: Contact, code: string, at: string): Promise<FoundCode>;
  /** Copies the consents that stand to whoever made the code, if the contact took it; false where it is no more. */
  give(key: string, contact: Contact, code: string): Promise<boolean>;
  /** Who made it, once it was taken. */
  receiver(code: string): Promise<Contact | null>;
};

/** A contact's own records. Every write takes the effect's key: the first performance wins, later ones get its stored result. */
export type Records = {
  recordConsent(
    key: string,
    contact: Contact,
    consent: { purpose: string; version: string; wordingHash: string; at: string },
  ): Promise<{ recorded: true }>;
  /**
   * Stores a registration with its first event. A still open one of the same contact for the same identity
   * is not doubled: its number comes back with `already`.
   */
  submit(
    key: string,
    contact: Contact,
    submission: Submission,
    at: string,
  ): Promise<{ number: string; already: boolean }>;
  /**
   * Stores a business with its workers. A still open one of the same contact for the same business is not doubled: its number
   * comes back with `already`. `twice`: places (from 1) of workers whom another open registration of the same contact names (of
   * members of a cooperative also one of their own); what others registered is never told, only marked for officers.
   */
  submitBusiness(
    key: string,
    contact: Contact,
    submission: BusinessSubmission,
    at: string,
  ): Promise<{ number: string; already: boolean; twice: readonly number[] }>;
  /** Erases everything known of the contact but a receipt (number, time, counts: no personal data). */
  erase(
    key: string,
    contact: Contact,
    at: string,
  ): Promise<{ receipt: string; registrations: number }>;
  /** Notes that the contact wants no message that they did not ask for. */
  stop(key: string, contact: Contact, at: string): Promise<{ stopped: true }>;
  ofContact(contact: Contact): Promise<Registration[]>;
  /** Anybody's registration by number and birth date. After 5 wrong tries in a day of one contact or for one number: too often. */
  findState(contact: Contact, question: StateQuestion): Promise<FoundState>;
  /** Notes of every consent that stands that the contact withdrew it; gives how many. */
  withdrawConsent(key: string, contact: Contact, at: string): Promise<{ withdrawn: number }>;
  codes: DraftCodes;
};

/** Who reads registrations, when (ISO instant), and how. */
export type RegistrationReader = {
  by: string;
  unmask: boolean;
  at: string;
  /** Fields that need no mask: those of class plain. Every other is masked unless `unmask`. */
  plain: ReadonlySet<string>;
};

/** A new value for one answer of a registration, as its answer type holds it; who says so, and when (ISO instant). */
export type Correction = {
  field: string;
  value: string | number | boolean;
  by: string;
  at: string;
};

/** That somebody read something in clear or corrected it: `subject` is a number, never what was read or written. */
export type AuditEntry = { at: string; action: string; subject: string; by: string };

/** What officers see, for the command line. Reading in clear is written to the audit log, before anything is handed out. */
export type Registry = {
  list(): Promise<RegistrationHead[]>;
  /** null if there is none with this number. */
  show(number: string, reader: RegistrationReader): Promise<Registration | null>;
  /** Registrations with all their workers, those of lists too, oldest first: the one of a number, or all since an ISO instant, or all. */
  read(
    which: { number?: string; since?: string },
    reader: RegistrationReader,
  ): Promise<Registration[]>;
  /**
   * Replaces one answer of a registration, with an entry in the audit log; the old value is kept nowhere. False where there is none
   * with this number, or it does not hold this answer.
   */
  correct(number: string, correction: Correction): Promise<boolean>;
  /** The audit log, oldest first. */
  audit(): Promise<AuditEntry[]>;
};
