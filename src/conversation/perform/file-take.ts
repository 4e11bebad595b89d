import { type AnsweredFile, type FileKind, fileAnswer } from "../../answer-types/file.ts";
import { keyOf } from "../for-officers.ts";
import type { Fetch } from "../ports/channel.ts";
import type { Contact } from "../ports/contact.ts";
import type { FoundFile } from "../ports/files.ts";
import type { Media } from "../ports/line.ts";
import { coded } from "./coded.ts";
import { readHandle } from "./file-handle.ts";
import { kindOf } from "./file-kind.ts";
import type { Performer, Setting } from "./performer.ts";

/** Characters of a name that are kept. */
const longestName = 80;

/**
 * Fetches the files that a question was answered by, and keeps them; only after consent, or for a case. Gives those that are of a
 * kind asked for, each with what was written beneath it, as an answer, else why there is none: `gone`, `too_big`, `unsupported_file`.
 * Throws while a file is not here that the channel brings by itself (`awaited`), and where it can't be had now.
 */
export const takeFile: Performer = async (setting) => {
  const { contact, effect, files } = setting;
  const { berkas, keterangan = "[]", jenis, megabyte } = effect.payload;
  if (!(await files.mayKeep(contact))) throw coded("no_consent");
  const kinds = String(jenis).split(" ");
  const kept: AnsweredFile[] = [];
  let reason = "";
  const captions = JSON.parse(String(keterangan)) as string[];
  for (const [index, handle] of (JSON.parse(String(berkas)) as string[]).entries()) {
    const file = await takeOne(setting, handle, kinds, Number(megabyte) * 1024 * 1024);
    if (typeof file === "string") reason ||= file;
    else kept.push(withCaption(file, captions[index] ?? ""));
  }
  return { berkas: kept.length > 0 ? fileAnswer(kept) : "", alasan: reason };
};

const withCaption = (file: AnsweredFile, caption: string): AnsweredFile =>
  caption.trim() === "" ? file : { ...file, caption: caption.trim() };

async function takeOne(
  setting: Setting,
  handle: string,
  kinds: readonly string[],
  maxBytes: number,
): Promise<AnsweredFile | string> {
  const { contact, files, fetch } = setting;
  const { id, media } = readHandle(handle);
  const key = keyOf(contact, id);
  const known = await files.find(contact, key);
  const file = known ?? (await fetched(setting, fetch(contact), { key, media, kinds, maxBytes }));
  if (typeof file === "string") return file;
  if (isAsked(file, kinds)) return file.size > maxBytes ? "too_big" : file;
  await files.remove(file.id);
  return "unsupported_file";
}

const isAsked = (file: FoundFile, kinds: readonly string[]): file is AnsweredFile =>
  kinds.includes(file.kind);

type Wanted = { key: string; media: Media; kinds: readonly string[]; maxBytes: number };

/** Brings a file here; one of another kind than was asked for is not kept. */
async function fetched(
  { contact, files, at }: Setting,
  bring: Fetch | null,
  { key, media, kinds, maxBytes }: Wanted,
): Promise<FoundFile | string> {
  if (!bring) throw coded("awaited");
  const got = await bring(contact, media, maxBytes);
  if (got.state !== "kept") return got.state;
  if (got.content.byteLength > maxBytes) return "too_big";
  const { kind, mime } = kindOf(got.content);
  if (!kinds.includes(kind)) return "unsupported_file";
  const { content } = got;
  return files.keep(contact, key, { name: nameOf(media.name, kind), kind, mime, content }, at);
}

/** A file that a channel brought by itself, to be kept until the question takes it. */
export async function keepBrought(
  files: Setting["files"],
  contact: Contact,
  id: string,
  { name, content }: { name?: string; content: Uint8Array },
  at: string,
): Promise<void> {
  const { kind, mime } = kindOf(content);
  await files.keep(
    contact,
    keyOf(contact, id),
    { name: nameOf(name, kind), kind, mime, content },
    at,
  );
}

/** Without what is no part of a name, and short; where there is none, what it is. */
function nameOf(given: string | undefined, kind: FileKind | "other"): string {
  const name = (given ?? "").replace(/[\p{Cc}\p{Cf}"\\/<>]/gu, "").trim();
  if (name === "") return usual[kind];
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? "";
  return name.length <= longestName
    ? name
    : name.slice(0, longestName - ending.length).trimEnd() + ending;
}
const usual = { sheet: "daftar", image: "foto", pdf: "dokumen.pdf", other: "berkas" } as const;
