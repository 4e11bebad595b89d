import type { Contact } from "../../conversation/ports/contact.ts";
import type { Lane, OutPart } from "../../conversation/ports/part.ts";
import type { Cipher } from "../encryption.ts";
import { partPlace } from "../places.ts";
import { type ContactNames, NAME_LENGTH } from "./contact-names.ts";
import { opened, sealValue } from "./seal.ts";

/** How long a sender holds a contact, in ms. */
export const HOLD_MS = 30_000;

/** A lane's name in keys. */
export const laneOf = (lane: Lane): "r" | "b" => (lane === "reply" ? "r" : "b");

/** A part's name; the last one of a contact is remembered. */
export function partName(cipher: Cipher, names: ContactNames, partId: string): string {
  if (names.lastPart?.partId === partId) return names.lastPart.name;
  const name = cipher.hash("part", partId).toString("base64url").slice(0, NAME_LENGTH);
  names.lastPart = { partId, name };
  return name;
}

/** A part as a script is given it: its name, then its body, which carries the contact's address. */
export function partEntry(
  cipher: Cipher,
  names: ContactNames,
  contact: Contact,
  part: OutPart,
): Buffer {
  const name = partName(cipher, names, part.id);
  return Buffer.concat([Buffer.from(name), sealValue(cipher, partPlace(name), { contact, part })]);
}

/** A part and its contact from its body. */
export function openPart(
  cipher: Cipher,
  name: string,
  body: Buffer,
): { contact: Contact; part: OutPart } {
  return opened(cipher, partPlace(name), body) as { contact: Contact; part: OutPart };
}
