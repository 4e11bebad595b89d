import type { Api } from "./api.ts";
import type { Group } from "./read-update.ts";

/** How long a group is left alone after an answer, in ms, and how many groups are remembered for it. */
const quietMs = 10 * 60_000;
const mostGroups = 1000;

/** What an answer in a group is made from; the bot's name is null until it is known. */
export type GroupAnswering = {
  api: Api;
  texts: (key: string) => string;
  clock: () => number;
  username: () => string | null;
};

/** Tells a group, once in a while, that people are helped in private only. Nothing of the group is kept. */
export function makeGroupAnswer({ api, texts, clock, username }: GroupAnswering) {
  const told = new Map<number, number>();
  return ({ chat, thread }: Group): void => {
    const now = clock();
    const name = username();
    if (name === null || now - (told.get(chat) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
    told.delete(chat);
    told.set(chat, now);
    const oldest = told.keys().next().value;
    if (told.size > mostGroups && oldest !== undefined) told.delete(oldest);
    const button = {
      text: texts("telegram.in_group_button"),
      url: `https://t.me/${name}?start=grup`,
    };
    void api.call("sendMessage", {
      chat_id: chat,
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      text: texts("telegram.in_group"),
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[button]] },
    });
  };
}
