import type { Contact } from "../conversation/ports/contact.ts";
import type { Cipher } from "./encryption.ts";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** How a contact is named in every table: a keyed hash of channel, account and user. */
export function contactId(cipher: Cipher, contact: Contact): string {
  return cipher.id("contact", contact.channel, contact.account, contact.user);
}

/** `length` characters of lower-case base32 (a-z, 2-7), 5 bits each from the front of the bytes. */
export function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = 1; i <= length; i++) {
    const shift = BigInt(bytes.length * 8 - 5 * i);
    text += BASE32[Number((bits >> shift) & 31n)] ?? "";
  }
  return text;
}
