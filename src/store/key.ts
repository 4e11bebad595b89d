import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { resolve } from "node:path";
import type { Cipher } from "./encryption.ts";
import { cipherOf } from "./encryption.ts";
import type { Query } from "./sql.ts";
import { StoreError } from "./store-error.ts";

const KEY_BYTES = 32;
const KEY_CHECK = "setting.value|key_check";

/** Where the key is looked for: a given string wins over the file; null: there is no place for one. */
export type KeySource = { given?: string | undefined; file: string | null };

/** The key file that belongs to a data folder: beside it, never inside, so that a copy of the folder holds no key. */
export function keyFileOf(dataDir: string): string {
  return `${resolve(dataDir)}.key`;
}

/** Reads 32 bytes written as base64 or as 64 hex digits; throws StoreError `bad_key`, which names `where` and never the key. */
export function parseKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, "hex");
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) {
    const bytes = Buffer.from(trimmed, "base64");
    if (bytes.length === KEY_BYTES) return bytes;
  }
  throw new StoreError(
    "bad_key",
    `${where} is not a key: it must be 32 bytes, written as base64 or as 64 hex digits.`,
  );
}

/**
 * The cipher for a database: checks the key against the value the database keeps of the first one, or leaves that value.
 * Only a database without one may get a new key file. Throws StoreError bad_key, wrong_key, key_missing, key_file_exposed.
 */
export async function unlock(query: Query, source: KeySource | "random"): Promise<Cipher> {
  const stored = await keyCheck(query);
  const cipher = cipherOf(source === "random" ? randomBytes(KEY_BYTES) : find(source, stored));
  if (stored === null) {
    await query(
      "insert into setting (name, value) values ('key_check', $1) on conflict do nothing",
      [cipher.encrypt(KEY_CHECK, cipher.keyId)],
    );
  }
  // Refused if the value was made under another key.
  cipher.decrypt(KEY_CHECK, stored ?? (await keyCheck(query)) ?? "");
  return cipher;
}

async function keyCheck(query: Query): Promise<string | null> {
  const [row] = await query<{ value: string }>(
    "select value from setting where name = 'key_check'",
  );
  return row?.value ?? null;
}

function find(source: KeySource, stored: string | null): Buffer {
  if (source.given !== undefined) return parseKey(source.given, "PAYUNG_KEY");
  const { file } = source;
  if (file === null) {
    throw new StoreError(
      "key_missing",
      "Data that is kept needs a key that is kept: set PAYUNG_KEY.",
    );
  }
  if (existsSync(file)) return readKeyFile(file);
  if (stored === null) return makeKeyFile(file);
  throw new StoreError(
    "key_missing",
    `This data is encrypted, but neither PAYUNG_KEY nor the key file ${file} is there: bring back the key that made the data.`,
    { file },
  );
}

function readKeyFile(file: string): Buffer {
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    throw new StoreError(
      "key_file_exposed",
      `The key file ${file} can be read by others: run chmod 600 on it.`,
      { file },
    );
  }
  return parseKey(readFileSync(file, "utf8"), `The key file ${file}`);
}

/** Durable before the first row is encrypted with it. */
function makeKeyFile(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, `${key.toString("base64")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return key;
}
