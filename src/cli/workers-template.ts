import { writeFileSync } from "node:fs";
import { memberColumns, workerColumns } from "../sheets/columns.ts";
import { listTemplate, workbookTemplate } from "../sheets/written-lists.ts";
import { faqBook } from "./faq-book.ts";
import type { Io } from "./io.ts";
import { listWords } from "./list-words.ts";
import { command } from "./options.ts";

type Options = { members?: true; cooperative?: true; english?: true };

/** `workers template FILE`: writes the empty list that owners fill in. */
export async function workersTemplate(args: readonly string[], io: Io): Promise<number> {
  const parser = command("workers template", "writes the empty list that owners fill in", io)
    .argument("<file>", "the .xlsx to write")
    .option("--members", "for a cooperative's members")
    .option("--cooperative", "for a cooperative: a sheet for its staff, another for its members")
    .option("--english", "in English");
  parser.parse(args, { from: "user" });
  const { members, cooperative, english } = parser.opts<Options>();
  const book = faqBook(io);
  if (!book) return 1;
  const words = listWords(book.catalogues[english ? "en" : "id"]);
  const file = String(parser.processedArgs[0]);
  const columns = members ? memberColumns : workerColumns;
  writeFileSync(file, await (cooperative ? workbookTemplate(words) : listTemplate(columns, words)));
  io.out(file);
  return 0;
}
