import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file for this user alone (mode 0600). `over`: replaces what is there, all at once, also where it was open to others or a
 * link to elsewhere; otherwise nothing is touched.
 */
export function writeAlone(
  file: string,
  content: Uint8Array,
  { over }: { over: boolean },
): "written" | "exists" | "failed" {
  const target = over ? `${file}.${randomUUID()}.part` : file;
  try {
    writeFileSync(target, content, { flag: "wx", mode: 0o600 });
    if (over) renameSync(target, file);
    return "written";
  } catch (error) {
    if (over) rmSync(target, { force: true });
    const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
    return taken && !over ? "exists" : "failed";
  }
}
