import type { Media } from "../../conversation/ports/line.ts";

/** What a file is found by again, with the kind of its content as Telegram states it: `<file_id>` or `<file_id> <mime>`. */
export function refOf(fileId: string, mime: string | undefined): string {
  const stated = mime?.toLowerCase() ?? "";
  return soundMime.test(stated) ? `${fileId} ${stated}` : fileId;
}

/** The file's id, and its mime type: as it was stated, or what Telegram makes of a photo; null where no id is known. */
export function readRef({ ref, kind }: Media): { fileId: string; mime: string } | null {
  const [fileId = "", stated] = (ref ?? "").split(" ");
  if (fileId === "") return null;
  const usual = kind === "image" ? "image/jpeg" : "application/octet-stream";
  return { fileId, mime: stated ?? usual };
}

const soundMime = /^[\w.+-]{1,63}\/[\w.+-]{1,63}$/;
