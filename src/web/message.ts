import { z } from "zod";
import type { Inbound, Media } from "../conversation/ports/line.ts";
import { fileBytes, idsAtOnce, textLength } from "./limits.ts";

const sent = z
  .strictObject({
    id: z.uuid(),
    text: z.string().optional(),
    choice: z.string().min(1).max(64).optional(),
    file: z
      .strictObject({
        name: z.string().max(255),
        size: z.number().int().min(0).max(fileBytes),
        type: z.string().max(127),
      })
      .optional(),
    location: z
      .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .optional(),
  })
  .refine(({ text, choice, file, location }) => text ?? choice ?? file ?? location);

const acknowledged = z.strictObject({
  ids: z.array(z.string().min(1).max(200)).min(1).max(idsAtOnce),
});

/** What the page sent as one message; null when it is none. `at`: ISO time of its arrival. */
export function readMessage(body: unknown, at: string): { id: string; message: Inbound } | null {
  const read = sent.safeParse(body);
  if (!read.success) return null;
  const { id, text, choice, file, location } = read.data;
  const message: Inbound = {
    kind: "message",
    at,
    ...(text === undefined ? {} : { text: cut(text) }),
    ...(choice === undefined ? {} : { choice }),
    ...(file === undefined
      ? {}
      : { media: { kind: kindOf(file.type), name: file.name, size: file.size } }),
    ...(location === undefined ? {} : { location }),
  };
  return { id, message };
}

/** Ids of parts that the page has shown; null when the body is something else. */
export function readShown(body: unknown): string[] | null {
  return acknowledged.safeParse(body).data?.ids ?? null;
}

/** What a file is, as its sender says, without parameters; of nonsense, that it is any bytes. */
export function readMime(stated = ""): string {
  const mime = stated.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[\w.+-]{1,63}\/[\w.+-]{1,63}$/.test(mime) ? mime : "application/octet-stream";
}

/** Never leaves half of a character at the end. */
const cut = (text: string): string =>
  text.length <= textLength ? text : text.slice(0, textLength).replace(/[\ud800-\udbff]$/, "");

function kindOf(type: string): Media["kind"] {
  const [family = ""] = type.split("/");
  if (family === "image" || family === "video") return family;
  return family === "audio" ? "voice" : "document";
}
