import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outgoing } from "../conversation/ports/channel.ts";

/** Writes a file that came with a reply to a new folder of this user's alone; the path. */
export function keepAside({ name, content }: NonNullable<Outgoing["file"]>): string {
  const path = join(mkdtempSync(join(tmpdir(), "payung-file-")), name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}
