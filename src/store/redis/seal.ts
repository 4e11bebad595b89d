import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Cipher } from "../encryption.ts";

/** Shorter values are stored as they are, in characters of JSON. */
const DEFLATE_FROM = 640;
/** Stands before a deflated value; no JSON begins with it. */
const DEFLATED = 1;
const LEVEL = { level: 1 };

/** JSON in bytes, encrypted for its place; a long one is deflated before. */
export function sealJson(cipher: Cipher, place: string, json: string): Buffer {
  if (json.length < DEFLATE_FROM) return cipher.encryptBytes(place, json);
  const deflated = deflateRawSync(json, LEVEL);
  if (deflated.length >= json.length) return cipher.encryptBytes(place, json);
  return cipher.encryptBytes(place, Buffer.concat([Buffer.of(DEFLATED), deflated]));
}

/** A value in bytes, encrypted for its place; undefined is stored as null. */
export function sealValue(cipher: Cipher, place: string, value: unknown): Buffer {
  return sealJson(cipher, place, JSON.stringify(value ?? null));
}

/** What was sealed. Throws StoreError `wrong_key` or `tampered`. */
export function opened(cipher: Cipher, place: string, bytes: Buffer): unknown {
  const plain = cipher.decryptBytes(place, bytes);
  const json = plain[0] === DEFLATED ? inflateRawSync(plain.subarray(1)) : plain;
  return JSON.parse(json.toString("utf8"));
}
