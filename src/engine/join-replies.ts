import type { Reply } from "./event.ts";

/** One reply a turn, and one for each file before it: texts one under the other, the last one's choices. Messages cost money and attention. */
export function joinReplies(replies: readonly Reply[]): Reply[] {
  const files = replies.filter(({ file }) => file);
  const plain = replies.filter(({ file }) => !file);
  const last = plain.at(-1);
  if (!last) return files;
  return [
    ...files,
    {
      ...last,
      text: plain.map(({ text }) => text).join("\n\n"),
      keys: plain.flatMap(({ keys }) => keys),
    },
  ];
}
