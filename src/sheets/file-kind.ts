import type { ReasonCode } from "../answer-types/answer-type.ts";
import { unpackedSize } from "./zip-directory.ts";

/** Bytes of a file that is read at all. */
export const mostBytes = 5 * 1024 * 1024;

/** Bytes that the parts of a workbook may unpack to: 10,000 rows take 3 to 10 MB, a bomb hundreds. */
const mostUnpacked = 80 * 1024 * 1024;

export type FileKind =
  | { kind: "xlsx" | "text" }
  | { kind: "refused"; reason: ReasonCode; detail?: Record<string, number> };

const no = (reason: ReasonCode): FileKind => ({ kind: "refused", reason });

/** A workbook of Excel before 2007, whatever its name says: it only needs to be saved anew. */
const oldWorkbook: FileKind = { kind: "refused", reason: "unsupported_file", detail: { old: 1 } };

/** What a file is by its bytes, whatever its name says; refused where it is no list we read. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length > mostBytes) return no("too_big");
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d))
    return no("empty");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return olderOffice(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return zipped(bytes);
  return isText(bytes) ? { kind: "text" } : no("unsupported_file");
}

/** Password-protected workbooks lie in the same container as .xls and .doc. */
function olderOffice(bytes: Uint8Array): FileKind {
  if (holdsName(bytes, "EncryptedPackage")) return no("encrypted_file");
  const isWorkbook = holdsName(bytes, "Workbook") || holdsName(bytes, "Book");
  return isWorkbook ? oldWorkbook : no("unsupported_file");
}

function zipped(bytes: Uint8Array): FileKind {
  const directory = unpackedSize(bytes);
  if (directory === null) return no("unsupported_file");
  if (directory.encrypted) return no("encrypted_file");
  const isWorkbook = directory.names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  if (!isWorkbook) return no("unsupported_file");
  return directory.bytes > mostUnpacked ? no("too_big") : { kind: "xlsx" };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Names in these containers are UTF-16 LE. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(name, "utf16le"),
  );

/** Beginnings of files that are text and yet no list. */
const foreign = /^(?:%PDF|\{\\rtf|<!doctype|<html|<\?xml|<table|\{\s*"|begin:vcard)/i;

/** Text has no zero bytes (but UTF-16) and hardly a control character. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const zeros = head.filter((byte) => byte === 0).length;
  const controls = head.filter(
    (byte) => byte < 0x20 && ![0, 9, 10, 11, 12, 13].includes(byte),
  ).length;
  if (controls > head.length / 200) return false;
  const start = new TextDecoder("latin1").decode(head).replace(/^ï»¿/, "").trimStart();
  return !foreign.test(start) && (zeros === 0 || zeros > head.length / 4);
}
