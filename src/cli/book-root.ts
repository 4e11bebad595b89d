import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/** What a book and its transcripts are made of, below a root. */
const parts = ["flows", "locales", "test/transcripts"];

/** What git may give at once. */
const bytes = 256 * 1024 * 1024;

/** A folder that holds flows/ and locales/; `remove` takes away what was made for it. */
export type BookRoot = { path: string; remove(): void };

/** The folder itself, or what the repository of `cwd` held at a git revision, written to a folder of its own; null where it is neither. */
export function bookRootOf(name: string, cwd: string): BookRoot | null {
  const path = isAbsolute(name) ? name : join(cwd, name);
  if (existsSync(join(path, "flows"))) return { path, remove: () => undefined };
  return atRevision(name, cwd);
}

function atRevision(revision: string, cwd: string): BookRoot | null {
  const files = filesAt(revision, cwd);
  if (!files?.some(({ path }) => path.startsWith("flows/"))) return null;
  const root = mkdtempSync(join(tmpdir(), "payung-flows-"));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { path: root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a revision holds of a book; null where git knows no such revision. */
function filesAt(revision: string, cwd: string): { path: string; content: Buffer }[] | null {
  const git = (args: string[], input = "") =>
    execFileSync("git", args, { cwd, stdio: "pipe", maxBuffer: bytes, input });
  try {
    const tree = git(["rev-parse", "--verify", "--end-of-options", `${revision}^{tree}`]);
    const id = tree.toString("latin1").trim();
    const listed = git(["ls-tree", "--full-tree", "-r", "-z", "--name-only", id, "--", ...parts]);
    const paths = listed.toString("utf8").split("\0").filter(Boolean);
    const asked = paths.map((path) => `${id}:${path}\n`).join("");
    return contentsIn(git(["cat-file", "--batch"], asked), paths);
  } catch {
    return null;
  }
}

/** `<id> blob <size>`, then so many bytes and a line's end, for each. */
function contentsIn(batch: Buffer, paths: readonly string[]): { path: string; content: Buffer }[] {
  let at = 0;
  return paths.map((path) => {
    const begin = batch.indexOf("\n", at) + 1;
    const size = Number(batch.toString("latin1", at, begin).trim().split(" ").at(-1));
    at = begin + size + 1;
    return { path, content: batch.subarray(begin, begin + size) };
  });
}
