import type { Contact } from "../../conversation/ports/contact.ts";
import type { Cipher } from "../encryption.ts";
import { addressPlace, sessionPlace } from "../places.ts";
import type { ContactNames } from "./contact-names.ts";
import { opened, sealJson, sealValue } from "./seal.ts";

const LENGTH_BYTES = 2;

/** A contact's record with the address alone: its length in 2 bytes, then the address. Made once per contact and process. */
export function addressRecord(cipher: Cipher, contact: Contact, names: ContactNames): Buffer {
  if (names.record !== null) return names.record;
  const address = sealValue(cipher, addressPlace(names.id), contact);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(address.length);
  names.record = Buffer.concat([length, address]);
  return names.record;
}

/** A contact's record with address and session; `json` is the session, null if there is none. */
export function sessionRecord(
  cipher: Cipher,
  contact: Contact,
  names: ContactNames,
  json: string | null,
): Buffer {
  const address = addressRecord(cipher, contact, names);
  if (json === null) return address;
  return Buffer.concat([address, sealJson(cipher, sessionPlace(names.id), json)]);
}

/** The session of a record; null for a stranger. */
export function sessionOf(cipher: Cipher, id: string, record: Buffer | null): unknown {
  if (record === null || record.length === 0) return null;
  const session = record.subarray(LENGTH_BYTES + record.readUInt16BE(0));
  return session.length === 0 ? null : opened(cipher, sessionPlace(id), session);
}

/** Whose record it is. */
export function contactOf(cipher: Cipher, id: string, record: Buffer): Contact {
  const address = record.subarray(LENGTH_BYTES, LENGTH_BYTES + record.readUInt16BE(0));
  return opened(cipher, addressPlace(id), address) as Contact;
}

/** What stands behind the address of a record. */
export function afterAddress(record: Buffer): Buffer {
  return record.subarray(LENGTH_BYTES + record.readUInt16BE(0));
}
