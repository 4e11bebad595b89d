import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Fetch } from "../conversation/ports/channel.ts";
import type { Media } from "../conversation/ports/line.ts";

/** Brings a file that somebody at this machine named by its path. */
export const fetchHere: Fetch = async (_contact, { ref }, maxBytes) => {
  if (ref === undefined) return { state: "gone" };
  const found = await stat(ref).catch(() => null);
  if (!found?.isFile()) return { state: "gone" };
  if (found.size > maxBytes) return { state: "too_big" };
  return { state: "kept", content: await readFile(ref), mime: "application/octet-stream" };
};

/** A file of this machine as a message tells of it. */
export function mediaAt(path: string): Media {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  const kind = /\.(?:jpe?g|png|webp|heic|gif)$/i.test(path) ? "image" : "document";
  const found = size === undefined ? {} : { size };
  return { kind, name: basename(path), ...found, ref: resolve(path) };
}

/** The file that a line names, typed or dragged into a terminal; null where there is none. */
export function fileNamedIn(line: string): Media | null {
  const path = line
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/\\(?=[ ()&'])/g, "");
  const isFile = /[./]/.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? mediaAt(path) : null;
}
