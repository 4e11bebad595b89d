import type { Reply } from "../engine/event.ts";
import type { DocumentName } from "../flow/documents.ts";
import type { Log } from "../lib/log.ts";
import type { BinaryFile, Outgoing } from "./ports/channel.ts";
import type { Contact } from "./ports/contact.ts";
import type { Draw } from "./ports/draw.ts";
import type { Files } from "./ports/files.ts";
import type { OutPart } from "./ports/part.ts";
import type { Linking } from "./secure-links.ts";

/** Makes of a contact's stored part what channels send. Throws only where the store does not answer: the part then waits. */
export type Finish = (contact: Contact, part: OutPart) => Promise<Outgoing>;

/** Makes the program's own documents; each throws where it can't be made. */
export type MakeDocument = (name: DocumentName) => Promise<BinaryFile>;

export type FinishParts = {
  linking: Linking;
  draw: Draw;
  document: MakeDocument;
  files: Pick<Files, "read">;
  log: Log;
};

/**
 * Links are made and pictures drawn now, documents made, kept files read. What can't be had (any more) is left out: the text says what matters.
 */
export const makeFinish =
  (parts: FinishParts): Finish =>
  async (contact, { id, body }) => {
    const { file, ...reply } = parts.linking(contact, id, body as Reply);
    if (!file) return reply;
    if ("content" in file) return { ...reply, file };
    const found = "kept" in file ? await kept(parts, file.kept) : await made(parts, file);
    return found ? { ...reply, file: found } : reply;
  };

async function kept({ files, log }: FinishParts, id: string): Promise<BinaryFile | null> {
  const file = await files.read(id);
  if (file) return { name: file.name, mime: file.mime, content: file.content };
  log.warn("file_gone");
  return null;
}

type Made = Exclude<NonNullable<Reply["file"]>, { content: string } | { kept: string }>;

async function made({ draw, document, log }: FinishParts, file: Made) {
  try {
    if ("document" in file) return await document(file.document);
    const { name, alt, comparison } = file;
    return { name, alt, mime: "image/png" as const, content: await draw(comparison) };
  } catch (error) {
    const failed = "document" in file ? "document_failed" : "picture_failed";
    log.warn(failed, { name: error instanceof Error ? error.message : "unknown" });
    return null;
  }
}
