import { mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

/** Files of one name in a folder at most. */
const sameNames = 1000;

/**
 * Writes a file that somebody sent into a folder, which is made if need be, for this user alone: under its own name as far as
 * that is harmless, over no other file, and nowhere else. The path; null where the folder can't be written to.
 */
export function saveIn(folder: string, name: string, content: Uint8Array): string | null {
  const safe = safeName(name);
  const extension = extname(safe);
  const stem = safe.slice(0, safe.length - extension.length);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let count = 1; count <= sameNames; count++) {
      const path = join(folder, count === 1 ? safe : `${stem}-${count}${extension}`);
      if (writeNew(path, content)) return path;
    }
  } catch {
    // the folder is none, is full, or is somebody else's
  }
  return null;
}

/** Letters, digits and a few marks, never a path and never hidden. */
function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._ -]/gu, "_")
    .replace(/^[. -]+/, "")
    .trimEnd();
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? "";
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, 60).join("");
  return (stem || "file") + extension;
}

/** False if there is something of this name, be it a link. */
function writeNew(path: string, content: Uint8Array): boolean {
  try {
    writeFileSync(path, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
