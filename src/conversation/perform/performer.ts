import type { Effect } from "../../engine/event.ts";
import type { Session } from "../../engine/session.ts";
import type { Book } from "../../flow/book.ts";
import type { Cases } from "../ports/cases.ts";
import type { Contact } from "../ports/contact.ts";
import type { Records } from "../ports/records.ts";

/** What a performer works with. `at` is the ISO instant of the turn. */
export type Setting = {
  contact: Contact;
  effect: Effect;
  session: Session;
  book: Book;
  records: Records;
  cases: Cases;
  at: string;
};

/** Does one effect; idempotent by the effect's key. Throws when it could not be done. */
export type Performer = (setting: Setting) => Promise<Record<string, string | number | boolean>>;
