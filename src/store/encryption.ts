import {
  createCipheriv,
  createDecipheriv,
  hash as digestOf,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { StoreError } from "./store-error.ts";

const NONCE_BYTES = 12;
const NONCES = 256;
const TAG_BYTES = 16;
/** The first byte of a ciphertext in bytes; the key id follows. */
const FORM = 0x70;
const HEAD_BYTES = 5;

/** Encrypts what is personal and names what must be found again, under keys derived from one. */
export type Cipher = {
  /** Names the key in every ciphertext; says nothing about it. */
  readonly keyId: string;
  /** `p1.<key id>.<base64url>`, never the same twice; `place` (table.column and row) is bound to it. Undefined is stored as null. */
  encrypt(place: string, value: unknown): string;
  /** The value; throws StoreError `wrong_key` or `tampered` (also when it is read in another place). */
  decrypt(place: string, text: string): unknown;
  /** The same for stores that keep bytes: a third shorter than the text. */
  encryptBytes(place: string, plain: string | Uint8Array): Buffer;
  /** What was given to `encryptBytes`; throws as `decrypt` does. */
  decryptBytes(place: string, bytes: Buffer): Buffer;
  /** HMAC-SHA256 of the parts under their own key, for look-ups; `kind` keeps equal parts of different meaning apart. */
  hash(kind: string, ...parts: readonly string[]): Buffer;
  /** The same as a word for a column. */
  id(kind: string, ...parts: readonly string[]): string;
};

/** The cipher of a master key of 32 bytes. */
export function cipherOf(masterKey: Buffer): Cipher {
  const keyId = derive(masterKey, "key id").toString("hex").slice(0, 8);
  const encryptionKey = derive(masterKey, "encryption");
  const lookupKey = derive(masterKey, "lookup");
  const prefix = `p1.${keyId}.`;
  const head = Buffer.from([FORM, ...Buffer.from(keyId, "hex")]);
  const hmac = hmacOf(lookupKey);
  const hash = (kind: string, ...parts: readonly string[]) =>
    hmac(JSON.stringify([kind, ...parts]));
  return {
    keyId,
    hash,
    id: (kind, ...parts) => hash(kind, ...parts).toString("base64url"),
    encrypt(place, value) {
      const sealed = Buffer.concat(seal(encryptionKey, place, JSON.stringify(value ?? null)));
      return prefix + sealed.toString("base64url");
    },
    decrypt(place, text) {
      if (!text.startsWith(prefix)) throw unreadable(place, text, keyId);
      const bytes = Buffer.from(text.slice(prefix.length), "base64url");
      return JSON.parse(open(encryptionKey, place, bytes).toString("utf8"));
    },
    encryptBytes: (place, plain) => Buffer.concat([head, ...seal(encryptionKey, place, plain)]),
    decryptBytes(place, bytes) {
      if (!bytes.subarray(0, HEAD_BYTES).equals(head)) throw unreadableBytes(place, bytes, keyId);
      return open(encryptionKey, place, bytes.subarray(HEAD_BYTES));
    },
  };
}

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/** HMAC-SHA256 (RFC 2104) in two digests at one go: an object for each call costs twice as much, most of it when it is collected. */
function hmacOf(key: Buffer): (text: string) => Buffer {
  const padded = (fill: number) =>
    Buffer.alloc(BLOCK_BYTES, fill).map((byte, i) => byte ^ (key[i] ?? 0));
  const inner = Buffer.from(padded(0x36));
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(DIGEST_BYTES)]);
  return (text) => {
    const message = Buffer.concat([inner, Buffer.from(text)]);
    digestOf("sha256", message, "buffer").copy(outer, BLOCK_BYTES);
    return digestOf("sha256", outer, "buffer");
  };
}

function derive(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "", `payung ${purpose}`, 32));
}

function seal(key: Buffer, place: string, plain: string | Uint8Array): Buffer[] {
  const nonce = newNonce();
  const aes = createCipheriv("aes-256-gcm", key, nonce);
  aes.setAAD(Buffer.from(place));
  const body = typeof plain === "string" ? aes.update(plain, "utf8") : aes.update(plain);
  // A stream cipher: nothing is left for the end.
  aes.final();
  return [nonce, body, aes.getAuthTag()];
}

let nonces = Buffer.alloc(0);

/** Random bytes are drawn for many nonces at once. */
function newNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

function open(key: Buffer, place: string, bytes: Buffer): Buffer {
  try {
    const aes = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
    aes.setAAD(Buffer.from(place));
    aes.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([aes.update(body), aes.final()]);
  } catch {
    throw tampered(place);
  }
}

function unreadable(place: string, text: string, keyId: string): StoreError {
  const other = /^p1\.([0-9a-f]{8})\./.exec(text)?.[1];
  return other === undefined || other === keyId ? tampered(place) : wrongKey(other, keyId);
}

function unreadableBytes(place: string, bytes: Buffer, keyId: string): StoreError {
  const isOurs = bytes.length > HEAD_BYTES && bytes[0] === FORM;
  const other = isOurs ? bytes.toString("hex", 1, HEAD_BYTES) : keyId;
  return other === keyId ? tampered(place) : wrongKey(other, keyId);
}

function tampered(place: string): StoreError {
  const column = place.split("|")[0] ?? "";
  return new StoreError("tampered", `A stored value in ${column} was changed or moved.`, {
    column,
  });
}

function wrongKey(dataKeyId: string, givenKeyId: string): StoreError {
  return new StoreError(
    "wrong_key",
    `This data was encrypted with key ${dataKeyId}, but the key given is ${givenKeyId}: set PAYUNG_KEY (or the key file) to the key that made the data.`,
    { dataKeyId, givenKeyId },
  );
}
