import type { Contact } from "./contact.ts";

/** A file to be kept; `kind` by its content, `other` where it is none that a question takes. */
export type FileToKeep = {
  name: string;
  kind: "sheet" | "image" | "pdf" | "other";
  mime: string;
  content: Uint8Array;
};

/** A kept file, without its content; `size` in bytes. */
export type FoundFile = { id: string; name: string; size: number; kind: FileToKeep["kind"] };

/**
 * Files that people sent as answers, and those made for them; encrypted, and gone 30 days after they came or with the erasure of
 * the person's data. An id is derived from contact and key, and says nothing. Times are ISO instants.
 */
export type Files = {
  /** Whether the contact has agreed to have data kept, or has a case, which a file may belong to. */
  mayKeep(contact: Contact): Promise<boolean>;
  /** Keeps a file under a key; the first one counts. Throws where it may not be kept, or for more than 5 MB. */
  keep(contact: Contact, key: string, file: FileToKeep, at: string): Promise<FoundFile>;
  /** What is kept under a key; null if nothing is. */
  find(contact: Contact, key: string): Promise<FoundFile | null>;
  /** A file with its content; null if it is kept no more. */
  read(id: string): Promise<FileToKeep | null>;
  /** Removes it, if it is there. */
  remove(id: string): Promise<void>;
  /** How many are kept of a contact. */
  count(contact: Contact): Promise<number>;
  /** Removes files that came before this time; returns how many. */
  forget(before: string): Promise<number>;
};
