import type { Contact } from "../conversation/ports/contact.ts";
import { announcedAtOnce, announcedFor, contactsAnnouncing, uploadsAtOnce } from "./limits.ts";

/** A file that a page was asked for: not here yet, here and being kept, kept. */
type Upload = { until: number; state: "awaited" | "keeping" | "kept" };

/** Files that pages were asked to bring, as far as this process remembers. */
export type Uploads = {
  /** The page is asked to bring the file of this message. */
  announce(contact: Contact, id: string): void;
  /** What is known of the file of this message; null where nothing, or nothing any more, is awaited. */
  stateOf(contact: Contact, id: string): Upload["state"] | null;
  /** Takes a place among those that send at the same time, to be given back; null when all are taken. */
  begin(): (() => void) | null;
  /** Keeps the file of a message, unless somebody else is at it or was; false then. What `keep` throws leaves it awaited. */
  finish(contact: Contact, id: string, keep: () => Promise<void>): Promise<boolean>;
};

/** `clock` gives epoch ms. */
export function makeUploads(clock: () => number): Uploads {
  const all = new Map<string, Map<string, Upload>>();
  let sending = 0;
  const find = ({ user }: Contact, id: string): Upload | null => {
    const upload = all.get(user)?.get(id);
    return upload && upload.until > clock() ? upload : null;
  };
  return {
    announce(contact, id) {
      const { user } = contact;
      const own = all.get(user) ?? new Map<string, Upload>();
      const state = find(contact, id)?.state ?? "awaited";
      // Anew at the end: the oldest are forgotten first.
      own.delete(id);
      own.set(id, { until: clock() + announcedFor, state });
      all.delete(user);
      all.set(user, own);
      shorten(own, announcedAtOnce);
      shorten(all, contactsAnnouncing);
    },
    stateOf: (contact, id) => find(contact, id)?.state ?? null,
    begin() {
      if (sending >= uploadsAtOnce) return null;
      sending++;
      return () => {
        sending--;
      };
    },
    async finish(contact, id, keep) {
      const upload = find(contact, id);
      if (upload?.state !== "awaited") return false;
      upload.state = "keeping";
      try {
        await keep();
        upload.state = "kept";
        return true;
      } finally {
        if (upload.state === "keeping") upload.state = "awaited";
      }
    },
  };
}

function shorten(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
