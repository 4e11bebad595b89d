import type { Reply } from "../engine/event.ts";

type File = NonNullable<Reply["file"]>;

/** What a file is called, as far as a reply that waits says so. */
export function nameOfFile(file: File): string {
  if ("kept" in file) return "a kept file";
  return "document" in file ? file.document : file.name;
}

/** What a file says in words. */
export const wordsOfFile = (file: File): string =>
  "content" in file ? file.content : "alt" in file ? file.alt : "";
