import type { LineItem } from "../../conversation/ports/line.ts";
import type { Cipher } from "../encryption.ts";
import { base32 } from "../names.ts";
import { itemPlace } from "../places.ts";
import { type ContactNames, NAME_LENGTH } from "./contact-names.ts";
import { opened, sealValue } from "./seal.ts";

const SEED_LENGTH = 16;
/** Where the bits of the seed begin: behind those of the name. */
const SEED_FROM = 16;
const SEED_TO = 26;

/** Keyed digest of a contact and a message's id: its name in the line, and the seed of a turn that begins with it. */
export type ItemDigest = { name: string; bits: Buffer };

/** The digest of a message; the last one of a contact is remembered. */
export function itemDigest(cipher: Cipher, names: ContactNames, itemId: string): ItemDigest {
  const last = names.lastItem;
  if (last !== null && last.itemId === itemId) return last.digest;
  const bits = cipher.hash("item", names.id, itemId);
  const digest = { name: bits.toString("base64url").slice(0, NAME_LENGTH), bits };
  names.lastItem = { itemId, digest };
  return digest;
}

/** The seed of a turn whose head this is. */
export function seedOf(head: ItemDigest): string {
  return base32(head.bits.subarray(SEED_FROM, SEED_TO), SEED_LENGTH);
}

/** A message as it waits in the line. */
export function sealItem(cipher: Cipher, names: ContactNames, name: string, item: LineItem) {
  return sealValue(cipher, itemPlace(names.id, name), item);
}

/** A message out of the line. */
export function openItem(cipher: Cipher, contactId: string, name: string, body: Buffer): LineItem {
  return opened(cipher, itemPlace(contactId, name), body) as LineItem;
}
