import { z } from "zod";

/** What a file of WhatsApp's is found and opened by. Hashes and keys in base64. */
export type MediaRef = z.infer<typeof mediaRef>;

/** By which WhatsApp derives a file's keys. */
export type MediaType = MediaRef["type"];

const bytes = z.base64();

const mediaRef = z.object({
  type: z.enum(["image", "document", "video", "audio", "sticker"]),
  path: z.string().regex(/^\/[\x21-\x7e]{1,2000}$/),
  key: bytes,
  encrypted: bytes,
  plain: bytes,
  mime: z.string(),
});

/** A file as a message tells of it. */
export type MediaFacts = {
  directPath?: string | null;
  url?: string | null;
  mediaKey?: Uint8Array | null;
  fileEncSha256?: Uint8Array | null;
  fileSha256?: Uint8Array | null;
  mimetype?: string | null;
};

const soundMime = /^[\w.+-]{1,63}\/[\w.+-]{1,127}$/;

/** The `ref` of a file; undefined where the message lacks what is needed. */
export function refOf(type: MediaType, facts: MediaFacts): string | undefined {
  const { mediaKey, fileEncSha256, fileSha256, mimetype } = facts;
  const stated = (mimetype ?? "").toLowerCase().split(";")[0] ?? "";
  const { data } = mediaRef.safeParse({
    type,
    path: facts.directPath || pathOf(facts.url ?? ""),
    key: inBase64(mediaKey),
    encrypted: inBase64(fileEncSha256),
    plain: inBase64(fileSha256),
    mime: soundMime.test(stated) ? stated : "application/octet-stream",
  });
  return data && data.key !== "" ? JSON.stringify(data) : undefined;
}

/** What a `ref` says; null if it is none of ours. */
export function readRef(ref: string | undefined): MediaRef | null {
  try {
    return mediaRef.parse(JSON.parse(ref ?? ""));
  } catch {
    return null;
  }
}

/** Where a file lies on whatever host: which one that is, the sender does not decide. */
const pathOf = (url: string): string => {
  if (!URL.canParse(url)) return "";
  const { pathname, search } = new URL(url);
  return pathname + search;
};

const inBase64 = (value: Uint8Array | null | undefined): string =>
  Buffer.from(value ?? []).toString("base64");
