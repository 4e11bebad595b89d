import type { FileKind } from "../../answer-types/file.ts";

const starts = (content: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(content.subarray(at, at + text.length)).toString("latin1") === text;

/** Signs by which photos and scans begin, at which byte. */
const images: readonly (readonly [string, number, string])[] = [
  ["\xff\xd8\xff", 0, "image/jpeg"],
  ["\x89PNG\r\n", 0, "image/png"],
  ["GIF8", 0, "image/gif"],
  ["WEBP", 8, "image/webp"],
  ["ftyphei", 4, "image/heic"],
  ["ftypmif1", 4, "image/heic"],
];

/** What a file is by its content, whatever its name says; `other` is none of what questions take. */
export function kindOf(content: Uint8Array): { kind: FileKind | "other"; mime: string } {
  const image = images.find(([sign, at]) => starts(content, sign, at));
  if (image) return { kind: "image", mime: image[2] };
  if (starts(content, "%PDF-")) return { kind: "pdf", mime: "application/pdf" };
  // Workbooks new and old, locked ones too: whoever reads them says what is wrong.
  if (starts(content, "PK")) return { kind: "sheet", mime: xlsx };
  if (starts(content, "\xd0\xcf\x11\xe0"))
    return { kind: "sheet", mime: "application/vnd.ms-excel" };
  if (isText(content)) return { kind: "sheet", mime: "text/csv" };
  return { kind: "other", mime: "application/octet-stream" };
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** No control characters but those of text, or UTF-16 with its mark. */
function isText(content: Uint8Array): boolean {
  if (starts(content, "\xff\xfe") || starts(content, "\xfe\xff")) return true;
  return content.subarray(0, 4096).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
