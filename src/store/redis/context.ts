import { randomBytes } from "node:crypto";
import type { Cipher } from "../encryption.ts";
import type { Connection, Reply } from "./connection.ts";
import type { Namer } from "./contact-names.ts";

/** What every part of the store works with. */
export type Context = {
  redis: Connection;
  cipher: Cipher;
  namer: Namer;
  /** A word that was never given before, by this process or another. */
  newToken(): string;
};

/** Tokens are told apart by a number behind random bits of the process: they need be new, not secret. */
export function tokens(): () => string {
  const own = randomBytes(12).toString("base64url");
  let count = 0;
  return () => {
    count += 1;
    return `${own}.${count.toString(36)}`;
  };
}

/** A list in a reply; nothing counts as an empty one. */
export function listOf(reply: Reply | undefined): Reply[] {
  return Array.isArray(reply) ? reply : [];
}

/** Text in a reply. */
export function textOf(reply: Reply | undefined): string {
  return Buffer.isBuffer(reply) ? reply.toString("latin1") : "";
}

/** Bytes in a reply. */
export function bytesOf(reply: Reply | undefined): Buffer {
  return Buffer.isBuffer(reply) ? reply : Buffer.alloc(0);
}

/** A whole number in a reply, or one that stands there as text (scores do). */
export function numberOf(reply: Reply | undefined): number {
  return typeof reply === "number" ? reply : Number(textOf(reply));
}
