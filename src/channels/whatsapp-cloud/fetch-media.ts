import { createHash } from "node:crypto";
import type { Fetch, KeptFile, NoFile } from "../../conversation/ports/channel.ts";
import { type Fault, fieldOf, type Graph } from "./graph.ts";

/** How long a file may take in all, in ms. */
const fetchMs = 20_000;

const tooBig: NoFile = { state: "too_big" };
const gone: NoFile = { state: "gone" };

/**
 * Fetches what a person sent: the id tells an address that lives for 5 minutes. The token goes to Meta's own addresses only.
 * What was received incomplete or altered throws, as everything does that may go well another time.
 */
export function makeFetch(graph: Graph, ms = fetchMs): Fetch {
  return async (_contact, { ref, size }, maxBytes) => {
    if (!/^[\w-]{1,128}$/.test(ref ?? "")) return gone;
    if ((size ?? 0) > maxBytes) return tooBig;
    const signal = AbortSignal.timeout(ms);
    const answer = await graph.call(ref ?? "", { signal });
    if (!answer.ok) return noneBy(answer.fault);
    const facts = factsFrom(answer.body);
    if (facts.size > maxBytes) return tooBig;
    const address = addressOf(facts.url, graph.apiRoot);
    const content = await download(await graph.open(address, signal), maxBytes);
    return content instanceof Uint8Array ? checked(content, facts) : content;
  };
}

function checked(content: Uint8Array, { sha256, mime }: ReturnType<typeof factsFrom>): KeptFile {
  if (sha256 !== null && !isSound(content, sha256))
    throw new Error("the file is not what its checksum says");
  return { state: "kept", content, mime };
}

async function download(response: Response, maxBytes: number): Promise<Uint8Array | NoFile> {
  if (response.ok) return (await contentOf(response, maxBytes)) ?? tooBig;
  await response.body?.cancel();
  if (isGone(response.status)) return gone;
  throw new Error(`the file's address answers ${response.status}`);
}

function noneBy({ http, code, words }: Fault): NoFile {
  if (code === 100 || code === 131052 || (code === null && http !== null && isGone(http)))
    return gone;
  throw new Error(`the file's id is answered by ${code ?? http ?? "nothing"} ${words}`);
}

const isGone = (http: number): boolean => http === 404 || http === 410;

/** What Meta tells of a file. Sizes in bytes; 0 if it is not told. */
function factsFrom(body: unknown) {
  const text = (name: string): string | null => {
    const value = fieldOf(body, name);
    return typeof value === "string" ? value : null;
  };
  const size = Number(fieldOf(body, "file_size") ?? 0);
  return {
    url: text("url") ?? "",
    mime: text("mime_type") ?? "application/octet-stream",
    sha256: text("sha256"),
    size: Number.isFinite(size) ? size : 0,
  };
}

const hosts = /(?:^|\.)(?:fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/;

/** The address, if it is Meta's or where the API itself was said to be; else throws. */
function addressOf(url: string, apiRoot: string): URL {
  if (!URL.canParse(url)) throw new Error("the file has no address");
  const address = new URL(url);
  const metas =
    address.protocol === "https:" && address.port === "" && hosts.test(address.hostname);
  if (!metas && address.origin !== new URL(apiRoot).origin)
    throw new Error("the file's address is not Meta's");
  return address;
}

/** What arrives, or null as soon as it is too much. */
async function contentOf(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Meta writes the checksum in hex or in base64. */
function isSound(content: Uint8Array, sha256: string): boolean {
  const digest = createHash("sha256").update(content).digest();
  return digest.toString("hex") === sha256.toLowerCase() || digest.toString("base64") === sha256;
}
