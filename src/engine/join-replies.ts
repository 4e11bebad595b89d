import type { Reply } from "./event.ts";

/** One reply a turn, and one for each file before it: texts one under the other, below them what was last offered. Messages cost money and attention. */
export function joinReplies(replies: readonly Reply[]): Reply[] {
  const files = replies.filter(({ file }) => file);
  const plain = replies.filter(({ file }) => !file);
  const last = plain.at(-1);
  if (!last) return files;
  const { choices, numbered } = replies.at(-1) ?? last;
  return [
    ...files.map((file) => ({ ...file, choices: [] })),
    {
      ...last,
      choices,
      numbered,
      text: plain.map(({ text }) => text).join("\n\n"),
      keys: plain.flatMap(({ keys }) => keys),
    },
  ];
}
