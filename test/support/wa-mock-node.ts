import type { BinaryNode } from "@whiskeysockets/baileys";

/** A stanza, or a part of one. */
export const node = (
  tag: string,
  attrs: Record<string, string> = {},
  content?: BinaryNode["content"],
): BinaryNode => ({ tag, attrs, ...(content === undefined ? {} : { content }) });
