import { bad, type Params, Refusal, type Upload } from "./tg-fake-wire.ts";

export type Button = {
  text: string;
  callback_data?: string;
  url?: string;
  request_contact?: boolean;
  request_location?: boolean;
};

export type Markup = {
  inline_keyboard?: Button[][];
  keyboard?: Button[][];
  remove_keyboard?: boolean;
  one_time_keyboard?: boolean;
  resize_keyboard?: boolean;
};

/** A message of the bot's, as it lies in a chat. */
export type Sent = {
  message_id: number;
  chat: { id: number; type: string };
  date: number;
  /** Epoch ms, to look at the pace of sending. */
  at: number;
  text?: string;
  caption?: string;
  /** Of a document: its name, its content as a text, and as it is. */
  document?: { file_id: string; file_name: string; content: string; data: Buffer };
  /** Of a photo: its bytes. */
  photo?: Buffer;
  reply_markup?: Markup;
  /** The call that made it. */
  params: Params;
};

type Chat = { id: number; type: string };

/** Where the fake keeps chats and messages, and what it answers to the bot's calls about them. */
export class TgDesk {
  readonly me = {
    id: 4242,
    is_bot: true,
    first_name: "Payung",
    username: "payung_fake_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
  };
  /** In order of sending. */
  readonly sent: Sent[] = [];
  readonly chats = new Map<number, Chat>();
  readonly blocked = new Set<number>();
  /** Per callback whether it was answered. */
  readonly callbacks = new Map<string, "open" | "answered">();
  /** Files that people sent, by id: where Telegram keeps them. */
  readonly files = new Map<string, { path: string; content: Buffer }>();
  /** What the bot told of itself, by method. */
  readonly profile: Record<string, Params> = {};
  /** Called with every message of the bot's. */
  onSent: (message: Sent) => void = () => undefined;
  private lastMessage = 0;
  private lastFile = 0;

  nextMessageId(): number {
    return ++this.lastMessage;
  }

  /** Keeps a file that somebody sent; returns its id. */
  keepFile(kind: string, content: Buffer): string {
    const number = ++this.lastFile;
    this.files.set(`in-${number}`, { path: `${kind}s/file_${number}.bin`, content });
    return `in-${number}`;
  }

  /** The result of a call; throws a Refusal in Telegram's words. */
  run(method: string, params: Params): unknown {
    switch (method) {
      case "getMe":
        return this.me;
      case "sendMessage":
        return this.store(params, { text: textOf(params) });
      case "sendDocument":
        return this.sendDocument(params);
      case "sendPhoto":
        return this.sendPhoto(params);
      case "answerCallbackQuery":
        return this.answer(String(params["callback_query_id"]));
      case "sendChatAction":
        this.chat(params);
        return true;
      case "getFile":
        return this.getFile(String(params["file_id"]));
      case "setMyCommands":
        checkCommands(params["commands"]);
        return this.tell(method, params);
      case "setMyDescription":
        return this.tell(method, within(params, "description", 512));
      case "setMyShortDescription":
        return this.tell(method, within(params, "short_description", 120));
      default:
        throw new Refusal({ error_code: 404, description: "Not Found" });
    }
  }

  private tell(method: string, params: Params): true {
    this.profile[method] = params;
    return true;
  }

  private chat(params: Params): Chat {
    const id = Number(params["chat_id"]);
    if (this.blocked.has(id))
      throw new Refusal({
        error_code: 403,
        description: "Forbidden: bot was blocked by the user",
      });
    return this.chats.get(id) ?? bad("chat not found");
  }

  private answer(id: string): true {
    if (this.callbacks.get(id) !== "open")
      bad("query is too old and response timeout expired or query ID is invalid");
    this.callbacks.set(id, "answered");
    return true;
  }

  private getFile(file_id: string) {
    const file = this.files.get(file_id) ?? bad("invalid file_id");
    const { path: file_path, content } = file;
    if (content.length > 20 * 2 ** 20) bad("file is too big");
    const file_size = content.length;
    return { file_id, file_unique_id: `u-${file_id}`, file_size, file_path };
  }

  private store(params: Params, content: Partial<Sent>): Sent {
    const chat = this.chat(params);
    const markup = params["reply_markup"] as Markup | undefined;
    checkMarkup(markup, chat);
    const now = Date.now();
    const message: Sent = {
      message_id: this.nextMessageId(),
      chat,
      date: Math.floor(now / 1000),
      at: now,
      ...content,
      ...(markup ? { reply_markup: markup } : {}),
      params,
    };
    this.sent.push(message);
    this.onSent(message);
    return message;
  }

  private sendPhoto(params: Params): Sent {
    const { data } = uploaded(params, "photo");
    // A photo is a JPEG, PNG or the like, whatever its name says.
    if (data.subarray(1, 4).toString("latin1") !== "PNG") bad("IMAGE_PROCESS_FAILED");
    return this.store(params, { photo: data, caption: captionOf(params) });
  }

  private sendDocument(params: Params): Sent {
    const file = uploaded(params, "document");
    const caption = captionOf(params);
    const file_id = `F${++this.lastFile}`;
    return this.store(params, {
      document: {
        ...{ file_id, file_name: file.name },
        ...{ content: String(file.data), data: file.data },
      },
      ...(caption === "" ? {} : { caption }),
    });
  }
}

function uploaded(params: Params, kind: string): Upload & { data: Buffer } {
  const file = params[kind] as Upload | undefined;
  if (!file?.data) return bad(`there is no ${kind} in the request`);
  if (file.data.length === 0) bad("file must be non-empty");
  return file;
}

function captionOf(params: Params): string {
  const caption = String(params["caption"] ?? "");
  if (caption.length > 1024) bad("message caption is too long");
  return caption;
}

function textOf(params: Params): string {
  const text = String(params["text"] ?? "");
  if (text.trim() === "") bad("message text is empty");
  if (text.length > 4096) bad("message is too long");
  return text;
}

function checkMarkup(markup: Markup | undefined, chat: Chat): void {
  for (const { callback_data: data, text } of (markup?.inline_keyboard ?? []).flat()) {
    if (text.trim() === "") bad("BUTTON_TEXT_INVALID");
    if (data !== undefined && (data === "" || Buffer.byteLength(data) > 64))
      bad("BUTTON_DATA_INVALID");
  }
  const asks = (markup?.keyboard ?? [])
    .flat()
    .some((button) => button.request_contact || button.request_location);
  if (asks && chat.type !== "private") bad("phone number can be requested in private chats only");
}

function checkCommands(commands: unknown): void {
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) bad("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) bad("BOT_COMMAND_DESCRIPTION_INVALID");
  }
}

function within(params: Params, field: string, most: number): Params {
  if (String(params[field] ?? "").length > most) bad(`${field} is too long`);
  return params;
}
