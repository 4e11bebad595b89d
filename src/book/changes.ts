import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders that the book is read from. */
const folders = ["flows", "locales"];

/** A text that differs whenever a file of flows or texts under `root` is written, added or removed. */
export function stateOfFiles(root: string): string {
  const states: string[] = [];
  for (const folder of folders) {
    const place = join(root, folder);
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place, { recursive: true, encoding: "utf8" }).sort()) {
      const found = statSync(join(place, name), { throwIfNoEntry: false });
      if (found?.isFile()) states.push(`${folder}/${name} ${found.size} ${found.mtimeMs}`);
    }
  }
  return states.join("\n");
}
