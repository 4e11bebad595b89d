import { describe, expect, test } from "vitest";
import { readUpdate } from "../../../src/channels/telegram/read-update.ts";
import type { Update } from "../../../src/channels/telegram/update.ts";
import type { Inbound } from "../../../src/conversation/ports/line.ts";

const me = { id: 4242, username: "payung_bot" };
const now = Date.parse("2026-11-22T03:00:05Z");
const date = Date.parse("2026-11-22T03:00:00Z") / 1000;
const from = { id: 77, is_bot: false };
const chat = { id: 77, type: "private" };
const read = (update: object) => readUpdate({ update_id: 1, ...update } as Update, me, now);
const message = (fields: object) => ({ message: { message_id: 5, from, chat, date, ...fields } });
const heard = (fields: Partial<Inbound>) => ({
  heard: { user: "77", message: { kind: "message", at: "2026-11-22T03:00:00.000Z", ...fields } },
});
const file = { file_id: "F", file_size: 900 };
const place = { latitude: -6.2, longitude: 106.8 };

describe("a private message becomes what the engine reads", () => {
  const table: [what: string, fields: object, inbound: Partial<Inbound>][] = [
    ["a text", { text: "Sri Wahyuni" }, { text: "Sri Wahyuni" }],
    ["a text of several lines", { text: "Jl Melati 5\nRT 3" }, { text: "Jl Melati 5\nRT 3" }],
    ["a forwarded text", { text: "halo", forward_origin: { type: "user" } }, { text: "halo" }],
    [
      "a photo by its largest size",
      { photo: [{ ...file, file_size: 1 }, file] },
      { media: { kind: "image", size: 900, ref: "F" } },
    ],
    [
      "a photo with a caption",
      { photo: [file], caption: "ini KTP" },
      { text: "ini KTP", media: { kind: "image", size: 900, ref: "F" } },
    ],
    [
      "a document",
      { document: { ...file, file_name: "anggota.xlsx" } },
      { media: { kind: "document", name: "anggota.xlsx", size: 900, ref: "F" } },
    ],
    ["a document without name and size", { document: {} }, { media: { kind: "document" } }],
    ["a video", { video: file }, { media: { kind: "video", size: 900, ref: "F" } }],
    ["a round video", { video_note: file }, { media: { kind: "video", size: 900, ref: "F" } }],
    [
      "an animation, which is told as a document too",
      { animation: file, document: file },
      { media: { kind: "video", size: 900, ref: "F" } },
    ],
    ["a voice note", { voice: file }, { media: { kind: "voice", size: 900, ref: "F" } }],
    [
      "a sound file",
      { audio: { ...file, file_name: "a.mp3" } },
      { media: { kind: "voice", name: "a.mp3", size: 900, ref: "F" } },
    ],
    [
      "a sticker",
      { sticker: { ...file, emoji: "👍" } },
      { media: { kind: "sticker", size: 900, ref: "F" } },
    ],
    [
      "the own number",
      { contact: { phone_number: "6281234567890", user_id: 77 } },
      { phone: "+6281234567890" },
    ],
    [
      "the own number with a plus and spaces",
      { contact: { phone_number: "+62 812-3456-7890", user_id: 77 } },
      { phone: "+6281234567890" },
    ],
    [
      "somebody else's card",
      { contact: { phone_number: "6281234567890", user_id: 78 } },
      { media: { kind: "other" } },
    ],
    [
      "a card of nobody on Telegram",
      { contact: { phone_number: "6281234567890" } },
      { media: { kind: "other" } },
    ],
    [
      "an own card without a sound number",
      { contact: { phone_number: "110", user_id: 77 } },
      { media: { kind: "other" } },
    ],
    ["a place", { location: place }, { location: { lat: -6.2, lon: 106.8 } }],
    [
      "a place with a name",
      { venue: { location: place, title: "Pasar" }, location: place },
      { location: { lat: -6.2, lon: 106.8 } },
    ],
    ["a poll", { poll: { id: "1", question: "?" } }, { media: { kind: "other" } }],
    ["a die", { dice: { emoji: "🎲", value: 6 } }, { media: { kind: "other" } }],
    ["a game", { game: { title: "x" } }, { media: { kind: "other" } }],
    ["a forwarded story", { story: { id: 1 } }, { media: { kind: "other" } }],
    ["a kind that came after this was written", { hologram: {} }, { media: { kind: "other" } }],
  ];
  test.for(table)("%s", ([, fields, inbound]) => {
    expect(read(message(fields))).toEqual(heard(inbound));
  });
});

describe("a command is read as the words that mean it", () => {
  const table: [said: string, meant: string][] = [
    ["/start", "halo"],
    ["/start grup", "halo"],
    ["/start@payung_bot", "halo"],
    ["/menu", "menu"],
    ["/MENU@Payung_Bot", "menu"],
    ["/daftar", "daftar"],
    ["/daftar, saya mau ikut", "daftar, saya mau ikut"],
    ["/kembali", "kembali"],
    ["/batal", "batal"],
    ["/bantuan", "bantuan"],
    ["/help", "bantuan"],
    ["/petugas", "petugas"],
    ["/data", "lihat data"],
    ["/data saya", "data saya"],
    ["/hapus", "hapus data"],
    ["/hapus data", "hapus data"],
    ["/berhenti", "berhenti"],
    ["/english", "english"],
    ["/english?", "english?"],
    ["/ubah 3", "ubah 3"],
    ["/ganti_alamat", "ganti alamat"],
    ["/iuran@payung_bot berapa", "iuran berapa"],
    ["/ tidak ada", "/ tidak ada"],
    ["/12/1980", "/12/1980"],
    ["RT 3/RW 2", "RT 3/RW 2"],
  ];
  test.for(table)("%s -> %s", ([said, meant]) => {
    expect(read(message({ text: said }))).toEqual(heard({ text: meant }));
  });
});

describe("buttons and edits", () => {
  const callback = (fields: object) => read({ callback_query: { id: "9", from, ...fields } });
  const tapped = { callback: "9", ...heard({ at: "2026-11-22T03:00:05.000Z", choice: "ab.c.ya" }) };

  test("a tapped button is a choice, at the time of the tap", () => {
    expect(callback({ data: "ab.c.ya", message: { chat, date, message_id: 3 } })).toEqual(tapped);
  });
  test("so is one of a message that Telegram no longer has", () => {
    expect(callback({ data: "ab.c.ya", message: { chat, date: 0, message_id: 3 } })).toEqual(
      tapped,
    );
  });
  test("and one without its message", () => {
    expect(callback({ data: "ab.c.ya" })).toEqual(tapped);
  });
  test("a button that says nothing is only answered", () => {
    expect(callback({ game_short_name: "x" })).toEqual({ callback: "9" });
  });
  test("an edited message is told, its text not taken", () => {
    const edited_message = { ...message({ text: "rahasia" }).message, edit_date: date + 60 };
    expect(read({ edited_message })).toEqual(
      heard({ at: "2026-11-22T03:01:00.000Z", notice: "edited" }),
    );
  });
  test("a shared position that moves is no edit", () => {
    const edited_message = { ...message({ location: place }).message, edit_date: date + 60 };
    expect(read({ edited_message })).toEqual({});
  });
});

describe("what nobody said to the bot changes nothing", () => {
  const table: [what: string, update: object][] = [
    ["a message of another bot", message({ text: "x", from: { id: 5, is_bot: true } })],
    ["a message of nobody", message({ text: "x", from: undefined })],
    ["a channel's post", { channel_post: message({ text: "x" }).message }],
    ["a message in a channel", message({ text: "x", chat: { id: -1, type: "channel" } })],
    ["a pinned message", message({ pinned_message: { message_id: 1 } })],
    ["a timer for disappearing messages", message({ message_auto_delete_timer_changed: {} })],
    ["a permission to write", message({ write_access_allowed: {} })],
    [
      "that the bot was blocked",
      { my_chat_member: { chat, from, date, new_chat_member: { status: "kicked" } } },
    ],
    ["an update of a kind unknown", { telepathy: { id: 1 } }],
    [
      "an edit in a group",
      { edited_message: message({ text: "x", chat: { id: -7, type: "group" } }).message },
    ],
  ];
  test.for(table)("%s", ([, update]) => {
    expect(read(update)).toEqual({});
  });
});

describe("of a group only is known that it spoke to the bot", () => {
  const group = { id: -7, type: "supergroup" };
  const said = (fields: object) => read(message({ chat: group, ...fields }));
  const entity = (type: string, length: number, more = {}) => ({
    entities: [{ type, offset: 0, length, ...more }],
  });
  const spoken: [what: string, fields: object][] = [
    ["its name", { text: "@Payung_bot halo", ...entity("mention", 11) }],
    [
      "its name in a caption",
      { photo: [file], caption: "@payung_bot", caption_entities: entity("mention", 11).entities },
    ],
    [
      "a mention by its id",
      { text: "Payung, halo", ...entity("text_mention", 6, { user: { id: 4242 } }) },
    ],
    ["an answer to it", { text: "apa?", reply_to_message: { from: { id: 4242, is_bot: true } } }],
    ["a command", { text: "/menu", ...entity("bot_command", 5) }],
    ["a command with its name", { text: "/menu@payung_bot", ...entity("bot_command", 16) }],
  ];
  test.for(spoken)("%s", ([, fields]) => {
    expect(said(fields)).toEqual({ group: { chat: -7 } });
  });
  const unspoken: [what: string, fields: object][] = [
    ["talk", { text: "halo semua" }],
    ["a NIK", { text: "3171234567890123" }],
    ["another bot's name", { text: "@lain_bot halo", ...entity("mention", 9) }],
    ["another bot's command", { text: "/menu@bukan_payung_bot", ...entity("bot_command", 22) }],
    ["an answer to somebody else", { text: "apa?", reply_to_message: { from: { id: 5 } } }],
    ["a number shared", { contact: { phone_number: "628123456789", user_id: 77 } }],
  ];
  test.for(unspoken)("%s is passed over", ([, fields]) => {
    expect(said(fields)).toEqual({});
  });
  test("the answer goes to the same topic", () => {
    const topic = { is_topic_message: true, message_thread_id: 12 };
    expect(said({ text: "/menu", ...entity("bot_command", 5), ...topic })).toEqual({
      group: { chat: -7, thread: 12 },
    });
  });
  test("a button tapped there is answered and not taken", () => {
    const update = { callback_query: { id: "9", from, data: "ab.c.ya", message: { chat: group } } };
    expect(read(update)).toEqual({ callback: "9" });
  });
});
