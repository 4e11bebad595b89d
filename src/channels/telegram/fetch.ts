import type { Channel, NoFile } from "../../conversation/ports/channel.ts";
import type { Api } from "./api.ts";
import { readRef } from "./file-ref.ts";

/** Telegram's own. */
const usualRoot = "https://api.telegram.org";

/** How long a file may take in all, in ms. */
const fetchMs = 20_000;

export type Fetching = { api: Api; token: string; apiRoot?: string; withinMs?: number };

/**
 * Fetches files from where Telegram keeps them. Addresses there hold the bot's token, so none is logged or told in an error,
 * nor are causes, which might hold them.
 */
export function makeFetch(parts: Fetching): NonNullable<Channel["fetch"]> {
  const { api, token, apiRoot = usualRoot, withinMs = fetchMs } = parts;
  return async (_contact, media, maxBytes) => {
    const ref = readRef(media);
    if (!ref) return { state: "gone" };
    if ((media.size ?? 0) > maxBytes) return { state: "too_big" };
    const signal = AbortSignal.timeout(withinMs);
    const found = await find(api, ref.fileId, maxBytes, signal);
    if ("state" in found) return found;
    const address = `${apiRoot}/file/bot${token}/${found.path}`;
    const content = await download(address, maxBytes, signal).catch(() => {
      throw new Error("a file could not be fetched from Telegram");
    });
    if (typeof content === "number") throw new Error(`Telegram answered a file with ${content}`);
    return content instanceof Uint8Array ? { state: "kept", content, mime: ref.mime } : content;
  };
}

/** Where a file lies, as a path below the bot's own place. */
async function find(
  api: Api,
  fileId: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ path: string } | NoFile> {
  const answer = await api.call("getFile", { file_id: fileId }, { signal });
  if (!answer.ok) {
    const { code, words } = answer.fault;
    if (code !== 400) throw new Error(`Telegram does not tell where a file is: ${code} ${words}`);
    return { state: /too big/i.test(words) ? "too_big" : "gone" };
  }
  const { file_path: path, file_size: size } = Object(answer.result) as Record<string, unknown>;
  if (typeof size === "number" && size > maxBytes) return { state: "too_big" };
  const steps = typeof path === "string" ? path.split("/") : [];
  if (steps.length === 0 || steps.some((step) => /^\.{0,2}$/.test(step)))
    throw new Error("Telegram tells no place of a file");
  return { path: steps.map(encodeURIComponent).join("/") };
}

/** The content, or an HTTP status that may be another later. Throws when the connection fails or the time is over. */
async function download(
  address: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | NoFile | number> {
  const { status, body } = await fetch(address, { signal, redirect: "error" });
  if (status !== 200 || !body) {
    await body?.cancel();
    return status === 404 ? { state: "gone" } : status;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > maxBytes) return { state: "too_big" };
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
