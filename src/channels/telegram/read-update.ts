import type { Inbound } from "../../conversation/ports/line.ts";
import { readMessage } from "./read-message.ts";
import type { CallbackQuery, Entity, Message, Update, User } from "./update.ts";

/** Who the bot is; its name is unknown until Telegram has told it. */
export type Me = { id: number; username: string | null };

/** What an update asks for; nothing at all where every field is missing. */
export type Reading = {
  /** A tapped button that must be answered. */
  callback?: string;
  /** What a person told the bot in private. */
  heard?: { user: string; message: Inbound };
  /** A group in which the bot was spoken to; what was said there is not taken along. */
  group?: Group;
};

export type Group = { chat: number; thread?: number };

/** What is to be done about an update. `now` is epoch ms: Telegram does not say when a button was tapped. */
export function readUpdate(update: Update, me: Me, now: number): Reading {
  if (update.callback_query) return readCallback(update.callback_query, now);
  if (update.message) return readNew(update.message, me);
  if (update.edited_message) return readEdited(update.edited_message);
  return {};
}

function readCallback({ id, from, message, data }: CallbackQuery, now: number): Reading {
  const where = message?.chat?.type ?? "private";
  if (where !== "private" || !isPerson(from) || !data) return { callback: id };
  return {
    callback: id,
    heard: {
      user: String(from.id),
      message: { kind: "message", at: iso(now / 1000), choice: data },
    },
  };
}

function readNew(message: Message, me: Me): Reading {
  const { chat, from } = message;
  if (!chat || !isPerson(from)) return {};
  if (chat.type === "private") {
    const inbound = readMessage(message, iso(message.date));
    return inbound ? { heard: { user: String(from.id), message: inbound } } : {};
  }
  if (chat.type !== "group" && chat.type !== "supergroup") return {};
  return speaksTo(message, me) ? { group: groupOf(chat.id, message) } : {};
}

/** A shared position that moves arrives as edits without end; nobody changed a message. */
function readEdited({ chat, from, location, edit_date, date }: Message): Reading {
  if (chat?.type !== "private" || !isPerson(from) || location) return {};
  const at = iso(edit_date ?? date);
  return { heard: { user: String(from.id), message: { kind: "message", at, notice: "edited" } } };
}

const groupOf = (chat: number, { is_topic_message, message_thread_id }: Message): Group =>
  is_topic_message && message_thread_id !== undefined
    ? { chat, thread: message_thread_id }
    : { chat };

/** Whether a message in a group is for the bot: an answer to it, a command, or its name. */
function speaksTo(message: Message, me: Me): boolean {
  if (message.reply_to_message?.from?.id === me.id) return true;
  const text = message.text ?? message.caption ?? "";
  const name = `@${me.username ?? ""}`.toLowerCase();
  const names = ({ type, offset, length, user }: Entity): boolean => {
    const said = text.slice(offset, offset + length).toLowerCase();
    if (type === "text_mention") return user?.id === me.id;
    if (type === "mention") return said === name;
    return type === "bot_command" && offset === 0 && (!said.includes("@") || said.endsWith(name));
  };
  return (message.entities ?? message.caption_entities ?? []).some(names);
}

const isPerson = (from: User | undefined): from is User => from !== undefined && !from.is_bot;

const iso = (seconds = 0): string => new Date(seconds * 1000).toISOString();
