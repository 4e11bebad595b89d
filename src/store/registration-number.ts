import type { Cipher } from "./encryption.ts";

/** PYG: a registration. HPS: the receipt of an erasure (hapus). KSS: a case (kasus). */
export type NumberPrefix = "PYG" | "HPS" | "KSS";

/** Damm's quasigroup of order 10: catches every wrong digit and every swap of neighbours. */
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

/** A readable number `PYG-48217-09365-8`, derived from an effect's key: 10 digits and a check digit. A higher `attempt` gives another. */
export function numberFor(
  cipher: Cipher,
  prefix: NumberPrefix,
  key: string,
  attempt: number,
): string {
  const bytes = cipher.hash("number", prefix, key, String(attempt));
  const digits = (bytes.readBigUInt64BE(0) % 10_000_000_000n).toString().padStart(10, "0");
  return written(prefix, digits + checkDigit(digits));
}

/**
 * The number in its written form, from what a person typed (spaces, no dashes, lower case); null if it cannot be one.
 * `bare`: what a number without letters means.
 */
export function checkNumber(text: string, bare: NumberPrefix = "PYG"): string | null {
  const match = /^(PYG|HPS|KSS)?(\d{11})$/.exec(text.toUpperCase().replaceAll(/[\s\p{Pd}.]/gu, ""));
  const digits = match?.[2];
  if (digits === undefined || checkDigit(digits) !== "0") return null;
  return written(match?.[1] ?? bare, digits);
}

function checkDigit(digits: string): string {
  let interim = "0";
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? "";
  return interim;
}

function written(prefix: string, digits: string): string {
  return `${prefix}-${digits.slice(0, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`;
}
