import type { Tickets } from "../conversation/ports/tickets.ts";
import type { Cipher } from "./encryption.ts";

/** Bound to every ticket, so that nothing else that was encrypted passes for one. */
const place = "ticket";

export const ticketsOf = (cipher: Cipher): Tickets => ({
  seal: (ticket) => cipher.encryptBytes(place, JSON.stringify(ticket)).toString("base64url"),
  open(sealed) {
    try {
      const bytes = cipher.decryptBytes(place, Buffer.from(sealed, "base64url"));
      return JSON.parse(bytes.toString("utf8")) as string[];
    } catch {
      return null;
    }
  },
});
