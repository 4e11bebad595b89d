import type { Reply } from "./event.ts";

/** One reply a turn: texts one under the other, the last one's choices. Messages cost money and attention. */
export function joinReplies(replies: readonly Reply[]): Reply[] {
  const last = replies.at(-1);
  if (!last) return [];
  return [
    {
      ...last,
      text: replies.map(({ text }) => text).join("\n\n"),
      keys: replies.flatMap(({ keys }) => keys),
    },
  ];
}
