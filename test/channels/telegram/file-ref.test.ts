import { expect, test } from "vitest";
import { readRef } from "../../../src/channels/telegram/file-ref.ts";
import { readMessage } from "../../../src/channels/telegram/read-message.ts";
import type { Message } from "../../../src/channels/telegram/update.ts";

const at = "2026-11-22T03:00:00.000Z";
const mediaOf = (message: Message) => readMessage(message, at)?.media;
const small = { file_id: "S", file_size: 900 };
const fits = { file_id: "M", file_size: 5 * 2 ** 20 };
const large = { file_id: "L", file_size: 5 * 2 ** 20 + 1 };

test.for([
  ["the largest size", [small, fits], "M"],
  ["the largest of at most 5 MB", [small, fits, large], "M"],
  ["a size that is not stated", [small, { file_id: "X" }], "X"],
  ["the smallest where all are too large", [large, { ...large, file_id: "XL" }], "L"],
] as const)("of a photo %s is found again", ([, photo, ref]) => {
  expect(mediaOf({ photo })).toMatchObject({ kind: "image", ref });
});

test.for([
  ["as it is stated", "application/pdf", "application/pdf"],
  ["in small letters", "Application/PDF", "application/pdf"],
  ["of its own where nothing is stated", undefined, "application/octet-stream"],
  ["of its own instead of nonsense", "a/b; <x>\r\n", "application/octet-stream"],
] as const)("a document has a kind of content %s", ([, mime_type, mime]) => {
  const media = mediaOf({ document: { ...small, ...(mime_type && { mime_type }) } });
  expect(media && readRef(media)).toEqual({ fileId: "S", mime });
});
