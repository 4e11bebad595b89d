import type { CaseEntry, Cases } from "../ports/cases.ts";
import type { Fetch } from "../ports/channel.ts";
import type { Contact } from "../ports/contact.ts";
import type { Job, Media } from "../ports/line.ts";

/** Largest file that is kept, in bytes. */
export const fileBytes = 5 * 1024 * 1024;

/** What a person wrote to an officer, to be added to their case. */
export type Said = { number: string; entry: CaseEntry; urgent: boolean; at: string };

/** A file of theirs, to be fetched from its channel; `said`: the key of the entry that it came with. */
export type Sent = { said: string; media: Media };

/** Work aside that no flow asks for: it says nothing to anybody. */
export type Chores = {
  /** Does a job of this kind; null if it is none of these. Throws when it is to be tried again. */
  perform(contact: Contact, job: Job): Promise<void> | null;
};

/** `fetch`: brings a file from the channel it came by; null where a channel brings files by itself. */
export function makeChores(cases: Cases, fetch: (contact: Contact) => Fetch | null): Chores {
  const append = (key: string, contact: Contact, { number, entry, urgent, at }: Said) =>
    cases.append(key, contact, number, entry, { urgent, at });
  const keepFile = async (contact: Contact, { said, media }: Sent): Promise<void> => {
    const bring = fetch(contact);
    if (bring === null) return;
    const kept = await cases.keepFile(contact, said, await bring(contact, media, fileBytes));
    if (!kept) throw new Error("its entry is not there yet");
  };
  return {
    perform(contact, { key, kind, payload }) {
      switch (kind) {
        case "case.append":
          return append(key, contact, payload as Said);
        case "file.keep":
          return keepFile(contact, payload as Sent);
        default:
          return null;
      }
    },
  };
}
