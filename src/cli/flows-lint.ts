import { openBook } from "../book/open-book.ts";
import { problemLine } from "../lib/problem.ts";
import { projectRoot } from "./app.ts";
import type { Io } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";

/** `flows lint [FOLDER]`: everything that is wrong with flows, texts and rates, with file, line and remedy. */
export function flowsLint(args: readonly string[], io: Io): number {
  const parser = command("flows lint", "checks flows, texts and rates", io).argument(
    "[folder]",
    "the folder that holds flows/ and locales/",
    projectRoot,
  );
  parser.parse(args, { from: "user" });
  const { json } = parser.opts<GlobalOptions>();
  const { book, problems } = openBook(String(parser.processedArgs[0]), {
    operator: null,
    office: null,
  });
  if (json) io.out(JSON.stringify(problems));
  else if (problems.length > 0) for (const problem of problems) io.out(problemLine(problem));
  else io.out(`${book?.flows.size ?? 0} flows, no problems`);
  return problems.length > 0 ? 1 : 0;
}
