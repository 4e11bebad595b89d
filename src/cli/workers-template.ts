import { writeFileSync } from "node:fs";
import { memberColumns, workerColumns } from "../sheets/columns.ts";
import { listTemplate } from "../sheets/written-lists.ts";
import { faqBook } from "./faq-book.ts";
import type { Io } from "./io.ts";
import { listWords } from "./list-words.ts";
import { command } from "./options.ts";

/** `workers template FILE`: writes the empty list that owners fill in. */
export async function workersTemplate(args: readonly string[], io: Io): Promise<number> {
  const parser = command("workers template", "writes the empty list that owners fill in", io)
    .argument("<file>", "the .xlsx to write")
    .option("--members", "for a cooperative's members")
    .option("--english", "in English");
  parser.parse(args, { from: "user" });
  const { members, english } = parser.opts<{ members?: true; english?: true }>();
  const book = faqBook(io);
  if (!book) return 1;
  const words = listWords(book.catalogues[english ? "en" : "id"]);
  const file = String(parser.processedArgs[0]);
  writeFileSync(file, await listTemplate(members ? memberColumns : workerColumns, words));
  io.out(file);
  return 0;
}
