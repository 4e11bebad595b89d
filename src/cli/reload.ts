import { stateOfFiles } from "../book/changes.ts";
import { type Installation, openBook } from "../book/open-book.ts";
import type { Book } from "../flow/book.ts";
import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import { problemLine } from "../lib/problem.ts";

/** How often flows and texts are looked at, in ms. */
const often = 2000;

type ReloadParts = {
  root: string;
  installation: Installation;
  /** Takes the new book; the next turn goes by it. */
  take(book: Book): void;
  log: Log;
  /** In ms. */
  every?: number;
};

/**
 * Opens the book anew when a file of it changed and nothing has been written since the last look. A faulty one is told in the
 * log, and people are answered by the old one.
 */
export function reloadOnChange({ root, installation, take, log, every = often }: ReloadParts): {
  stop(): void;
} {
  let opened = stateOfFiles(root);
  let seen = opened;
  const look = () => {
    const state = stateOfFiles(root);
    const settled = state === seen;
    seen = state;
    if (state === opened || !settled) return;
    opened = state;
    const { book, problems } = openBook(root, installation);
    const [first] = problems;
    if (first) log.warn("book_faulty", { problems: problems.length, first: problemLine(first) });
    if (!book) return;
    book.understand("halo"); // it learns now, not while somebody waits for an answer
    take(book);
    log.info("book_reloaded", { flows: book.flows.size, answers: book.answers.size });
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch (error) {
      log.warn("book_not_read", { name: nameOf(error) });
    }
  }, every);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
