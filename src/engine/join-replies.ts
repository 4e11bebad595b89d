import type { Reply } from "./event.ts";

/** One reply a turn, and one before it for each file and each text to be forwarded: texts one under the other, below them what was last offered. Messages cost money and attention. */
export function joinReplies(replies: readonly Reply[]): Reply[] {
  const own = replies.filter(({ file, alone }) => file || alone);
  const plain = replies.filter(({ file, alone }) => !file && !alone);
  const last = plain.at(-1);
  if (!last) return own;
  const { choices, numbered } = replies.at(-1) ?? last;
  return [
    ...own.map((reply) => ({ ...reply, choices: [] })),
    {
      ...last,
      choices,
      numbered,
      text: plain.map(({ text }) => text).join("\n\n"),
      keys: plain.flatMap(({ keys }) => keys),
    },
  ];
}
