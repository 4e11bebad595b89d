import type { FileKind } from "../answer-types/file.ts";

/** Endings of names by what they promise; what a file is, its content tells when it is here. */
const endings: Readonly<Record<FileKind, RegExp>> = {
  sheet: /\.(?:xlsx|xlsm|xls|ods|csv|tsv|txt)$/i,
  image: /\.(?:jpe?g|png|webp|heic|heif|gif|bmp|tiff?)$/i,
  pdf: /\.pdf$/i,
};

/**
 * Whether a file may be one of these kinds, by how it was sent and its name. A document without a telling ending may be anything:
 * that is found out when it is here.
 */
export function isFileNamed(
  sent: string,
  name: string | undefined,
  kinds: readonly FileKind[],
): boolean {
  if (sent === "image") return kinds.includes("image");
  if (sent !== "document") return false;
  const known = (Object.keys(endings) as FileKind[]).find((kind) => endings[kind].test(name ?? ""));
  if (known) return kinds.includes(known);
  return !/\.(?:docx?|pptx?|zip|rar|7z|apk|exe|mp[34]|html?)$/i.test(name ?? "");
}
