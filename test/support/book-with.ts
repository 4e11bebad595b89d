import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openBook } from "../../src/book/open-book.ts";
import type { Book } from "../../src/flow/book.ts";
import type { Problem } from "../../src/lib/problem.ts";
import { installation } from "./talk.ts";

/** The project's own flows and texts with some files added or replaced: path -> content. */
export function bookWith(files: Readonly<Record<string, string>>): {
  book: Book | null;
  problems: readonly Problem[];
} {
  const root = mkdtempSync(join(tmpdir(), "payung-book-"));
  try {
    for (const folder of ["flows", "locales"])
      cpSync(folder, join(root, folder), { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return openBook(root, installation);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The same, where nothing may be wrong with it. */
export function soundBookWith(files: Readonly<Record<string, string>>): Book {
  const { book, problems } = bookWith(files);
  if (!book) throw new Error(JSON.stringify(problems));
  return book;
}
