import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Fetch, NoFile } from "../../conversation/ports/channel.ts";
import { type MediaRef, type MediaType, readRef } from "./media-ref.ts";

/** How long a file may take in all, in ms. */
const fetchMs = 20_000;

/** Bytes that encryption adds at most: a block's filling and the MAC. */
const macBytes = 10;
const overhead = 16 + macBytes;

/** WhatsApp's own place of files, where it names no other. */
const usualHost = "mmg.whatsapp.net";

const tooBig: NoFile = { state: "too_big" };
const gone: NoFile = { state: "gone" };

export type FetchingMedia = {
  /** The host that WhatsApp named for files, if it named one. */
  host: () => Promise<string | null>;
  /** Whether hosts on this machine count as WhatsApp's. */
  loopback: boolean;
  ms?: number;
};

/**
 * Fetches what a person sent, from WhatsApp's hosts alone: the message decides on the path, never on the host. Checked
 * against its hashes and its MAC before it is decrypted; what does not fit throws, as everything that may go well another time.
 */
export function makeFetch({ host, loopback, ms = fetchMs }: FetchingMedia): Fetch {
  return async (_contact, { ref, size }, maxBytes) => {
    const known = readRef(ref);
    if (!known) return gone;
    if ((size ?? 0) > maxBytes) return tooBig;
    const named = await host();
    const from = named !== null && isOurs(named, loopback) ? named : usualHost;
    const body = await download(`https://${from}${known.path}`, maxBytes + overhead, ms);
    if (!(body instanceof Uint8Array)) return body;
    const content = decrypted(body, known);
    return content.byteLength > maxBytes ? tooBig : { state: "kept", content, mime: known.mime };
  };
}

/** Whether files may be fetched from this `host` or `host:port`. */
export function isOurs(host: string, loopback: boolean): boolean {
  if (loopback && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/.test(host)) return true;
  return /^(?:[a-z\d-]+\.)+(?:whatsapp\.net|fbcdn\.net)$/.test(host);
}

async function download(
  address: string,
  maxBytes: number,
  ms: number,
): Promise<Uint8Array | NoFile> {
  const response = await open(address, AbortSignal.timeout(ms));
  const { status, body } = response;
  if (status !== 200 || !body) {
    await body?.cancel();
    if (status === 404 || status === 410) return gone;
    throw new Error(`WhatsApp answers a file with ${status}`);
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      bytes += part.byteLength;
      // Leaving the loop ends the connection.
      if (bytes > maxBytes) return tooBig;
      parts.push(part);
    }
  } catch {
    throw new Error("a file was cut off");
  }
  return Buffer.concat(parts);
}

/** Errors of the network hold the address, which is half of a file's secret: none of their words are passed on. */
async function open(address: string, signal: AbortSignal): Promise<Response> {
  try {
    const headers = { Origin: "https://web.whatsapp.com" };
    return await fetch(address, { signal, redirect: "error", headers });
  } catch {
    throw new Error("a file could not be fetched from WhatsApp");
  }
}

const purposes: Readonly<Record<MediaType, string>> = {
  image: "WhatsApp Image Keys",
  sticker: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  document: "WhatsApp Document Keys",
};

/** The file within, checked on all three counts: hash outside, MAC, hash inside. */
function decrypted(body: Uint8Array, { type, key, encrypted, plain }: MediaRef): Uint8Array {
  if (body.byteLength < overhead) throw unsound("length");
  if (encrypted !== "" && digest(body) !== encrypted) throw unsound("outer hash");
  const keys = Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", purposes[type], 112));
  const iv = keys.subarray(0, 16);
  const inner = body.subarray(0, -macBytes);
  const mac = createHmac("sha256", keys.subarray(48, 80)).update(iv).update(inner).digest();
  if (!timingSafeEqual(mac.subarray(0, macBytes), body.subarray(-macBytes))) throw unsound("MAC");
  const aes = createDecipheriv("aes-256-cbc", keys.subarray(16, 48), iv);
  const content = Buffer.concat([aes.update(inner), aes.final()]);
  if (plain !== "" && digest(content) !== plain) throw unsound("inner hash");
  return content;
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64");

const unsound = (what: string): Error => new Error(`a file is not what its ${what} says`);
