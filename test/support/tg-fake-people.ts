import { setTimeout as sleep } from "node:timers/promises";
import type { Sent, TgDesk } from "./tg-fake-desk.ts";

/** What people need of the fake. */
type Fake = {
  desk: TgDesk;
  sent: readonly Sent[];
  push(fields: Record<string, unknown>): number;
  openCallback(): string;
};

/** What arrived: the id of the update, and the message as Telegram tells it. */
export type Arrived = { update: number; message: Record<string, unknown> & { message_id: number } };

const seconds = () => Math.floor(Date.now() / 1000);

/** How Telegram marks a command at the beginning of a text. */
const commandMark = (text: string) =>
  /^\/\w/.test(text)
    ? { entities: [{ type: "bot_command", offset: 0, length: /^\S+/.exec(text)?.[0].length ?? 0 }] }
    : {};

/** A person on a telephone. */
export class TgUser {
  readonly from: { id: number; is_bot: boolean; first_name: string; language_code: string };
  readonly chat: { id: number; type: string; first_name: string };
  private readonly tg: Fake;
  private read = 0;

  constructor(tg: Fake, id: number, name: string) {
    this.tg = tg;
    this.from = { id, is_bot: false, first_name: name, language_code: "id" };
    this.chat = { id, type: "private", first_name: name };
    tg.desk.chats.set(id, this.chat);
  }

  get id(): number {
    return this.from.id;
  }

  /** Sends a message with these fields. */
  send(fields: Record<string, unknown>): Arrived {
    const message = {
      message_id: this.tg.desk.nextMessageId(),
      from: this.from,
      chat: this.chat,
      date: seconds(),
      ...fields,
    };
    return { update: this.tg.push({ message }), message };
  }

  /** Types a text, or presses a button that types one. */
  say(text: string): Arrived {
    return this.send({ text, ...commandMark(text) });
  }

  /** Changes what was sent before. */
  edit({ message }: Arrived, fields: Record<string, unknown>): number {
    return this.tg.push({ edited_message: { ...message, edit_date: seconds(), ...fields } });
  }

  /** Taps the button under a message that holds this data, or has this label; returns the callback's id. */
  tap(message: Sent, button: string): string {
    const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
    const data =
      buttons.find(({ callback_data, text }) => callback_data === button || text === button)
        ?.callback_data ?? button;
    return this.callback({ message, data });
  }

  /** A callback with these fields; returns its id. */
  callback(fields: Record<string, unknown>): string {
    const id = this.tg.openCallback();
    this.tg.push({ callback_query: { id, from: this.from, chat_instance: "1", ...fields } });
    return id;
  }

  /** Presses the button that sends the own number; with another `user_id` it is somebody's card. */
  shareContact(phone_number: string, user_id: number | undefined = this.id): Arrived {
    return this.send({ contact: { phone_number, first_name: "Sri", user_id } });
  }

  shareLocation(latitude: number, longitude: number): Arrived {
    return this.send({ location: { latitude, longitude } });
  }

  /** Sends a photo, document, video, voice ... of this many bytes, or of this content. */
  sendFile(
    kind: string,
    size: number | Buffer,
    { name, caption, mime }: { name?: string; caption?: string; mime?: string } = {},
  ) {
    const file = (bytes: number | Buffer) => {
      const content = typeof bytes === "number" ? Buffer.alloc(bytes) : bytes;
      const file_id = this.tg.desk.keepFile(kind, content);
      return {
        ...{ file_id, file_unique_id: `u-${file_id}`, file_size: content.length },
        ...(name === undefined ? {} : { file_name: name }),
        ...(mime === undefined ? {} : { mime_type: mime }),
      };
    };
    return this.send({
      [kind]: kind === "photo" ? [file(10), file(size)] : file(size),
      ...(caption === undefined ? {} : { caption }),
    });
  }

  /** Blocks the bot. */
  block(): void {
    this.tg.desk.blocked.add(this.id);
    this.membership("member", "kicked");
  }

  unblock(): void {
    this.tg.desk.blocked.delete(this.id);
    this.membership("kicked", "member");
  }

  private membership(before: string, after: string): void {
    const { chat, from } = this;
    const user = this.tg.desk.me;
    this.tg.push({
      my_chat_member: {
        ...{ chat, from, date: seconds() },
        old_chat_member: { status: before, user },
        new_chat_member: { status: after, user },
      },
    });
  }

  /** What the bot sent to this person, in order. */
  get inbox(): Sent[] {
    return this.tg.sent.filter(({ chat }) => chat.id === this.id);
  }

  /** The next message of the bot's that was not handed out here before. */
  async next(ms = 5000): Promise<Sent> {
    const end = Date.now() + ms;
    for (;;) {
      const message = this.inbox[this.read];
      if (message) {
        this.read++;
        return message;
      }
      if (Date.now() > end) throw new Error(`no message for ${this.id} in ${ms} ms`);
      await sleep(5);
    }
  }
}

/** A group in which the bot is a member. */
export class TgGroup {
  readonly chat: { id: number; type: string; title: string };
  private readonly tg: Fake;

  constructor(tg: Fake, id: number, title: string) {
    this.tg = tg;
    this.chat = { id, type: "supergroup", title };
    tg.desk.chats.set(id, this.chat);
  }

  /** Somebody writes in the group. */
  say(who: TgUser, text: string, fields: Record<string, unknown> = {}): Arrived {
    const entities = [...text.matchAll(/@\w+/g)].map((found) => ({
      type: "mention",
      offset: found.index,
      length: found[0].length,
    }));
    return who.send({
      chat: this.chat,
      text,
      ...(entities.length > 0 ? { entities } : {}),
      ...commandMark(text),
      ...fields,
    });
  }

  /** What the bot sent here, in order. */
  get inbox(): Sent[] {
    return this.tg.sent.filter(({ chat }) => chat.id === this.chat.id);
  }
}
