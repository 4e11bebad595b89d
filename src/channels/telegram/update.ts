/** What is read of Telegram's updates. All of it comes from outside: a field that is missing is never a surprise. */
export type Update = {
  update_id: number;
  message?: Message;
  edited_message?: Message;
  callback_query?: CallbackQuery;
};

export type CallbackQuery = { id: string; from?: User; message?: Message; data?: string };

export type User = { id: number; is_bot?: boolean; username?: string };

export type Message = {
  chat?: { id: number; type?: string };
  from?: User;
  /** Unix time in seconds; 0 for a message that is no longer at hand. */
  date?: number;
  edit_date?: number;
  is_topic_message?: boolean;
  message_thread_id?: number;
  reply_to_message?: { from?: User };
  text?: string;
  caption?: string;
  entities?: readonly Entity[];
  caption_entities?: readonly Entity[];
  contact?: { phone_number?: string; user_id?: number };
  location?: Place;
  venue?: { location?: Place };
  photo?: readonly File[];
  document?: File;
  animation?: File;
  video?: File;
  video_note?: File;
  audio?: File;
  voice?: File;
  sticker?: File;
};

export type Entity = { type: string; offset: number; length: number; user?: User };
export type Place = { latitude: number; longitude: number };
export type File = {
  file_id?: string;
  file_name?: string;
  file_size?: number;
  mime_type?: string;
};

/** The kinds of update that Telegram is asked for. */
export const allowedUpdates: readonly string[] = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
];

/** Whether a value from outside has at least the shape of an update. */
export const isUpdate = (value: unknown): value is Update =>
  typeof value === "object" &&
  value !== null &&
  "update_id" in value &&
  Number.isSafeInteger(value.update_id);
