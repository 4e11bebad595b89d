import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/payung/", import.meta.url));
const DIGEST_BYTES = 32;

/** Where the template of an empty, migrated database is kept; `name` changes with the migrations and the database's version. */
export function templateFile(name: string, cache = CACHE): string {
  return join(cache, `template-${name}.tar`);
}

/** The template's bytes; null if there is none or it is damaged. */
export function readTemplate(file: string): Blob | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return null;
  }
  const content = bytes.subarray(0, -DIGEST_BYTES);
  if (!digest(content).equals(bytes.subarray(-DIGEST_BYTES))) return null;
  return new Blob([new Uint8Array(content)]);
}

/** Keeps a template for the next start, in place of older ones; where nothing can be written the next start is slower, that is all. */
export async function keepTemplate(file: string, template: Blob): Promise<void> {
  const content = Buffer.from(await template.arrayBuffer());
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, Buffer.concat([content, digest(content)]));
    renameSync(draft, file);
    for (const other of readdirSync(dirname(file))) {
      if (/^template-.*\.tar$/.test(other) && other !== basename(file)) {
        rmSync(join(dirname(file), other), { force: true });
      }
    }
  } catch {
    if (existsSync(draft)) rmSync(draft);
  }
}

function digest(content: Buffer): Buffer {
  return createHash("sha256").update(content).digest();
}
