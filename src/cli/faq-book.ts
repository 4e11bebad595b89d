import { openBook } from "../book/open-book.ts";
import type { Book } from "../flow/book.ts";
import { problemLine } from "../lib/problem.ts";
import { projectRoot } from "./app.ts";
import type { Io } from "./io.ts";

/** The book of this program, as where nobody runs it yet; null, with its faults said, where it cannot be opened. */
export function faqBook(io: Io): Book | null {
  const { book, problems } = openBook(projectRoot, { operator: null, office: null });
  for (const problem of problems) io.err(problemLine(problem));
  return book;
}
