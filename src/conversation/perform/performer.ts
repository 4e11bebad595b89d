import type { Effect } from "../../engine/event.ts";
import type { Session } from "../../engine/session.ts";
import type { Book } from "../../flow/book.ts";
import type { Cases } from "../ports/cases.ts";
import type { Fetch } from "../ports/channel.ts";
import type { Contact } from "../ports/contact.ts";
import type { Files } from "../ports/files.ts";
import type { Records } from "../ports/records.ts";
import type { ReadWorkers } from "../ports/sheets.ts";
import type { WorkerLists } from "../ports/worker-lists.ts";

/** What a performer works with. `at` is the ISO instant of the turn. */
export type Setting = {
  contact: Contact;
  effect: Effect;
  session: Session;
  book: Book;
  records: Records;
  cases: Cases;
  files: Files;
  workers: WorkerLists;
  readWorkers: ReadWorkers;
  /** How the contact's channel brings files; null where it brings them by itself. */
  fetch: (contact: Contact) => Fetch | null;
  at: string;
  /** ISO date in Asia/Jakarta. */
  today: string;
};

/** Does one effect; idempotent by the effect's key. Throws when it could not be done. */
export type Performer = (setting: Setting) => Promise<Record<string, string | number | boolean>>;
